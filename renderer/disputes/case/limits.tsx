import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../../shared/disputes/views.ts'
import { DueDate } from '../../ui/due-date.tsx'
import { Icon } from '../../ui/icons.tsx'

/** How long a claim can still be made, by relation: the safe day first, then what a provable demand has moved it to. */
export function Limits({ view }: { view: CaseView }) {
  const { t } = useTranslation('disputes')
  return (
    <section className="card">
      <h2>{t('limits.title')}</h2>
      <ul className="limit-list">
        {view.limits.map((limit) => (
          <li key={limit.track}>
            <div className="row">
              <Icon name="clock" size={16} />
              <strong>{t(`limits.track.${limit.track}`)}</strong>
              {limit.endsOn === null ? null : <DueDate date={limit.endsOn} />}
            </div>
            <p className="soft">{t(`limits.from.${limit.from}`, { startsOn: limit.startsOn ?? '' })}</p>
            {limit.interruptedOn === null ? null : (
              <p className="soft">{t('limits.interrupted', { on: limit.interruptedOn })}</p>
            )}
            {limit.hindrance === null ? null : (
              <p className="soft">
                {limit.hindrance.to === null
                  ? t('limits.hindered', { from: limit.hindrance.from })
                  : t(`limits.hinderedUntil.${limit.track}`, { from: limit.hindrance.from, to: limit.hindrance.to })}
              </p>
            )}
            {limit.extendedEndsOn === null ? null : (
              <p className="soft">{t('limits.extended', { ends: limit.extendedEndsOn })}</p>
            )}
          </li>
        ))}
      </ul>
      <p className="soft">{t('limits.note')}</p>
    </section>
  )
}
