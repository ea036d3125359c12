import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type ComparedFigure, compareSides } from '../../../shared/disputes/mediation/compare-sides.ts'
import type { AnsweredCycle } from '../../../shared/disputes/mediation/response-file.ts'
import { Money } from '../../ui/money.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { useCycleName } from '../case/use-words.ts'

const tones: Record<ComparedFigure['state'], Tone> = { agreed: 'good', disputed: 'bad', unsaid: 'plain' }

interface SidesTableProps {
  cycles: readonly AnsweredCycle[]
  /** Types the other side's own figures of a cycle. */
  onType?: (cycle: AnsweredCycle) => void
}

/** Both sides' figures line by line, cycle × part: agreed, disputed by how much, or not said. */
export function SidesTable({ cycles, onType }: SidesTableProps) {
  const { t } = useTranslation('mediation')
  return (
    <div className="received-scroll">
      <table className="plain-table sides-table">
        <thead>
          <tr>
            <th scope="col">{t('sides:compare.figure')}</th>
            <th scope="col" className="number">
              {t('sides.applicant')}
            </th>
            <th scope="col" className="number">
              {t('sides:compare.otherSide')}
            </th>
            <th scope="col" className="number">
              {t('sides:compare.difference')}
            </th>
            <th scope="col">{t('sides:compare.state')}</th>
          </tr>
        </thead>
        {cycles.map((cycle) => (
          <CycleRows key={`${cycle.agreementId} ${cycle.cycle}`} cycle={cycle} onType={onType} />
        ))}
      </table>
    </div>
  )
}

function CycleRows({ cycle, onType }: { cycle: AnsweredCycle; onType: SidesTableProps['onType'] }) {
  const { t } = useTranslation('mediation')
  const cycleName = useCycleName()
  return (
    <tbody>
      <tr className="sides-cycle">
        <th scope="rowgroup" colSpan={4}>
          {cycleName(cycle.cycle, cycle.from)}
          {cycle.source === 'ledger' ? <span className="soft"> · {t('sides:compare.fromLedger')}</span> : null}
          {cycle.reason === '' ? null : <div className="soft mediator-words">{cycle.reason}</div>}
        </th>
        <td>
          {onType === undefined ? null : (
            <Button
              size="small"
              aria-label={t('actionOn', {
                action: t('sides:response.type'),
                name: cycleName(cycle.cycle, cycle.from),
              })}
              onClick={() => onType(cycle)}
            >
              {t('sides:response.type')}
            </Button>
          )}
        </td>
      </tr>
      {compareSides([cycle]).map(({ part, applicantFen, respondentFen, differenceFen, state }) => (
        <tr key={part} className={part === 'outstandingFen' ? 'sides-sum' : undefined}>
          <td>{t(`parts.${part}`)}</td>
          <td className="number">
            <Money fen={applicantFen} />
          </td>
          <td className="number">{respondentFen === null ? '—' : <Money fen={respondentFen} />}</td>
          <td className="number">
            {differenceFen === null || differenceFen === 0 ? '—' : <Money fen={differenceFen} tone="bad" />}
          </td>
          <td>
            <Status tone={tones[state]}>{t(`sides:compare.states.${state}`)}</Status>
          </td>
        </tr>
      ))}
    </tbody>
  )
}
