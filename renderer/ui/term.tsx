import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApp } from '../shell/app-store.ts'

/** The glossary's word for a thing, as the person's own role says it (an agency reads 应付 where a streamer reads 应得). */
export function useWord(): (id: string) => string {
  const { t } = useTranslation('glossary')
  const payer = useApp((state) => state.status?.settings.roles[0] === 'agency')
  return (id) => t(`${id}.word`, payer ? { context: 'payer' } : {})
}

/** A word of the field, dotted underneath; its meaning shows on hover, focus and touch. */
export function Term({ id }: { id: string }) {
  const { t } = useTranslation('glossary')
  const word = useWord()
  return (
    <Tooltip
      trigger={['hover', 'focus', 'click']}
      title={
        <>
          <strong>{t(`${id}.term`)}</strong>
          <br />
          {t(`${id}.meaning`)}
        </>
      }
    >
      <button type="button" className="bare-button term">
        {word(id)}
      </button>
    </Tooltip>
  )
}
