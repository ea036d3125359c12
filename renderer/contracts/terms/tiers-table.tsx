import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { renderSentence } from '../../../shared/contracts/term-sentences.ts'
import type { CommissionTerm, Tier } from '../../../shared/earnings/terms.ts'
import { formatFen, formatPpm } from '../../../shared/money.ts'
import { Icon } from '../../ui/icons.tsx'
import { AddButton } from './add-button.tsx'
import { FenField, PpmField } from './fields.tsx'

interface TiersTableProps {
  term: CommissionTerm
  onChange: (tiers: Tier[]) => void
}

/** The tiers of a commission as a small table, with its steps drawn beside it. */
export function TiersTable({ term, onChange }: TiersTableProps) {
  const { t } = useTranslation('contracts')
  const { tiers } = term
  const change = (at: number, part: Partial<Tier>): void =>
    onChange(tiers.map((tier, index) => (index === at ? { ...tier, ...part } : tier)))
  return (
    <div className="tiers">
      <div>
        <table className="plain-table tiers-table">
          <caption className="visually-hidden">{t('tiers.title', { label: term.label })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('tiers.from')}</th>
              <th scope="col">{t('tiers.rate')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('app:action.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tiers.map((tier, at) => (
              <tr key={at}>
                <td>
                  {at === 0 ? (
                    <span className="tier-zero">{formatFen(0)}</span>
                  ) : (
                    <FenField
                      label={t('label.tierFrom', { number: at + 1 })}
                      value={tier.fromFen}
                      onChange={(fromFen) => change(at, { fromFen })}
                    />
                  )}
                </td>
                <td>
                  <PpmField
                    label={t('label.tierRate', { number: at + 1 })}
                    value={tier.ratePpm}
                    onChange={(ratePpm) => change(at, { ratePpm })}
                  />
                </td>
                <td>
                  {at === 0 ? null : (
                    <Button
                      type="text"
                      size="small"
                      aria-label={t('remove', { what: t('label.tierRate', { number: at + 1 }) })}
                      icon={<Icon name="close" size={16} />}
                      onClick={() => onChange(tiers.filter((_, index) => index !== at))}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <AddButton part="tier" onClick={() => onChange([...tiers, nextTier(tiers)])} />
      </div>
      {tiers.length > 1 ? <StepChart tiers={tiers} /> : null}
    </div>
  )
}

/** A tier above the last: twice its beginning, two points more. */
function nextTier(tiers: readonly Tier[]): Tier {
  const last = tiers.at(-1) ?? { fromFen: 0, ratePpm: 0 }
  return { fromFen: last.fromFen === 0 ? 10_000_000 : last.fromFen * 2, ratePpm: last.ratePpm + 20_000 }
}

const chart = { width: 260, height: 116, left: 8, right: 8, top: 20, bottom: 20 }

/** The rates as steps over the sales they apply to. The table beside it says the same in figures. */
function StepChart({ tiers }: { tiers: readonly Tier[] }) {
  const { t } = useTranslation('contracts')
  const steps = tiers.map((tier) => ({ code: 'rate-whole', params: { ...tier } }))
  const summary = t('tiers.chart', {
    steps: renderSentence(t, {
      code: 'text',
      params: { text: steps.map((step) => renderSentence(t, step)).join(t('sentence.list')) },
    }),
  })
  const highest = Math.max(...tiers.map((tier) => tier.ratePpm), 1)
  const stepWidth = (chart.width - chart.left - chart.right) / tiers.length
  const y = (ratePpm: number): number =>
    chart.height - chart.bottom - ((chart.height - chart.top - chart.bottom) * ratePpm) / highest
  const x = (at: number): number => chart.left + at * stepWidth
  const line = tiers.map(({ ratePpm }, at) => `${at === 0 ? 'M' : 'L'}${x(at)} ${y(ratePpm)}H${x(at + 1)}`).join('')
  const ground = chart.height - chart.bottom
  return (
    <svg className="step-chart" viewBox={`0 0 ${chart.width} ${chart.height}`} role="img" aria-label={summary}>
      <path d={`${line}V${ground}H${chart.left}Z`} fill="var(--accent-weak)" />
      <path d={line} fill="none" stroke="var(--accent)" strokeWidth="2" />
      <path d={`M${chart.left} ${ground}H${chart.width - chart.right}`} stroke="var(--line)" />
      {tiers.map(({ fromFen, ratePpm }, at) => (
        <g key={`${fromFen}-${x(at)}`} fontSize="11" fill="var(--soft)">
          <text x={x(at) + stepWidth / 2} y={y(ratePpm) - 6} textAnchor="middle" fill="var(--ink)">
            {formatPpm(ratePpm)}
          </text>
          <text x={x(at) + 2} y={chart.height - 6}>
            {formatFen(fromFen).replace(/\.00$/, '')}
          </text>
        </g>
      ))}
    </svg>
  )
}
