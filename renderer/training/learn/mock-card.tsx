import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../shell/route.ts'
import { mockPath } from './learn-address.ts'

/** A number nobody has to think of; it stands in the address, so that the same paper can be opened again. */
export function openNewPaper(): void {
  goTo(mockPath, { number: String(1 + Math.floor(Math.random() * 999)) })
}

export function MockCard() {
  const { t } = useTranslation('lessons')
  return (
    <section className="card mock-card">
      <div>
        <h3>{t('mock.title')}</h3>
        <p className="soft">{t('mock.text')}</p>
      </div>
      <Button onClick={openNewPaper}>{t('mock.start')}</Button>
    </section>
  )
}
