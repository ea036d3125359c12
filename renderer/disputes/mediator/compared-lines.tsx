import { useTranslation } from 'react-i18next'
import type { ComparedFiles } from '../../../shared/disputes/mediation/response-calls.ts'
import { formatFen } from '../../../shared/money.ts'
import { shanghaiClock } from '../../ui/format.ts'
import { Status } from '../../ui/status.tsx'

type Line = ComparedFiles['lines'][number]

const lineTones = { left: 'warn', right: 'warn', differs: 'bad' } as const

/** Order lines that two files do not have alike: only one of them has it, or which field differs. */
export function ComparedLines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation('mediation')
  return (
    <div className="received-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('mediator:lines.order')}</th>
            <th scope="col">{t('mediator:lines.paid')}</th>
            <th scope="col">{t('sides:compare.state')}</th>
            <th scope="col">{t('sides:compare.differences')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.platform} ${line.orderId} ${line.productId} ${line.occurrence} ${line.state}`}>
              <td className="received-date">{line.orderId}</td>
              <td className="received-date">{shanghaiClock(line.paidAt).slice(0, 10)}</td>
              <td>
                <Status tone={lineTones[line.state]}>{t(`sides:compare.lineState.${line.state}`)}</Status>
              </td>
              <td>
                {line.differences.map((difference) => (
                  <DifferenceWords key={difference.field} difference={difference} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DifferenceWords({ difference: { field, left, right } }: { difference: Line['differences'][number] }) {
  const { t } = useTranslation('mediation')
  const say = (value: string | number | null): string => {
    if (value === null) return '—'
    if (typeof value === 'number') return formatFen(value)
    return field === 'status' ? t(`earnings:lineStatuses.${value}`) : shanghaiClock(value)
  }
  return (
    <div>
      {t('sides:compare.differs', { field: t(`sides:compare.fields.${field}`), left: say(left), right: say(right) })}
    </div>
  )
}
