import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../shared/training/views.ts'
import { Icon } from '../../ui/icons.tsx'

interface WarningsCardProps {
  overview: Overview
  onOpen: (recordId: string) => void
}

/** What in the log an assessor would ask about; nothing is shown where nothing is. */
export function WarningsCard({ overview, onOpen }: WarningsCardProps) {
  const { t } = useTranslation('training')
  const { warnings } = overview
  if (warnings.length === 0) return null
  return (
    <section className="card training-warnings">
      <h2>{t('log.warnTitle')}</h2>
      <ul>
        {warnings.map(({ code, date, ids, params }) => {
          const [first] = ids
          const text = t(`warnings.${code}`, params)
          return (
            <li key={`${code} ${ids.join(' ')}`}>
              <Icon name="warn" size={16} />
              <time className="keep" dateTime={date}>
                {date}
              </time>
              {code === 'certificate-early' || first === undefined ? (
                <span>{text}</span>
              ) : (
                <button type="button" className="bare-button link-button" onClick={() => onOpen(first)}>
                  {text}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
