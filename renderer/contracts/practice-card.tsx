import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { Practice } from '../../shared/contracts/practice.ts'
import { formatPpm } from '../../shared/money.ts'
import { hrefTo } from '../shell/route.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Money } from '../ui/money.tsx'
import { Status } from '../ui/status.tsx'
import { useQuery } from '../ui/use-query.ts'

/** How well a practice fits, in one sentence: it is shown, and stands as the note of the terms it becomes. */
export function practiceSentence(
  t: TFunction,
  { months, fitting, ratePpm, monthlyFen, basis, when }: Practice,
): string {
  const odd = months.filter(({ fits }) => !fits)
  const rule = t(monthlyFen === 0 ? 'contracts:practice.rule' : 'contracts:practice.ruleWithBase', {
    basis: t(`contracts:practice.basis.${basis}`),
    when: t(`contracts:practice.when.${when}`),
    ratePpm,
    monthlyFen,
  })
  const fit = t('contracts:practice.fit', { count: months.length, fitting })
  const exceptions = odd.map(({ month, ratePpm: own }) =>
    t('contracts:practice.odd', { month, rate: own === null ? '—' : formatPpm(own) }),
  )
  return [rule, fit, ...exceptions].join(t('contracts:practice.comma'))
}

/** What past payments fit, folded up where there are terms already; proposed and never taken over silently (spec/earnings.md). Nothing fits: nothing is shown. */
export function PracticeCard({ agreementId, isFolded }: { agreementId: string; isFolded: boolean }) {
  const { t } = useTranslation('contracts')
  const { data, error } = useQuery('contracts.practice', { agreementId })
  if (error !== undefined) return <ErrorNote error={error} />
  const [best, ...others] = data?.practices ?? []
  if (best === undefined) return null
  const whole = (
    <>
      <p className="soft">{t('practice.text')}</p>
      <Proposal practice={best} href={hrefTo('contracts', { agreement: agreementId, edit: 'terms', practice: '0' })} />
      <MonthsTable practice={best} />
      {others.map((one, index) => (
        <Proposal
          key={`${one.basis} ${one.ratePpm} ${one.monthlyFen}`}
          practice={one}
          href={hrefTo('contracts', { agreement: agreementId, edit: 'terms', practice: String(index + 1) })}
        />
      ))}
    </>
  )
  return (
    <section className="card stack" aria-label={t('practice.title')}>
      <h2>{t('practice.title')}</h2>
      {isFolded ? (
        <details>
          <summary>{practiceSentence(t, best)}</summary>
          <div className="stack">{whole}</div>
        </details>
      ) : (
        whole
      )}
    </section>
  )
}

function Proposal({ practice, href }: { practice: Practice; href: string }) {
  const { t } = useTranslation('contracts')
  return (
    <div className="row">
      <span>{practiceSentence(t, practice)}</span>
      <Button className="end" href={href}>
        {t('practice.use')}
      </Button>
    </div>
  )
}

function MonthsTable({ practice }: { practice: Practice }) {
  const { t } = useTranslation('contracts')
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{t('practice.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('practice.month')}</th>
          <th scope="col" className="number">
            {t(`practice.basis.${practice.basis}`)}
          </th>
          <th scope="col" className="number">
            {t('practice.paid')}
          </th>
          <th scope="col" className="number">
            {t('practice.rate')}
          </th>
          <th scope="col">{t('practice.fits')}</th>
        </tr>
      </thead>
      <tbody>
        {practice.months.map(({ month, basisFen, amountFen, ratePpm, fits, expectedFen }) => (
          <tr key={month}>
            <th scope="row">{month}</th>
            <td className="number">
              <Money fen={basisFen} />
            </td>
            <td className="number">
              <Money fen={amountFen} />
            </td>
            <td className="number">{ratePpm === null ? '—' : formatPpm(ratePpm)}</td>
            <td>
              {fits ? (
                <Status tone="good">{t('practice.yes')}</Status>
              ) : (
                <Status tone="warn">{t('practice.off', { amountFen: amountFen - expectedFen })}</Status>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
