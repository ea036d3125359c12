import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownCase } from '../../../shared/bundles/contents.ts'
import type { Mediation } from '../../../shared/disputes/mediation/mediator-calls.ts'
import type { Finding } from '../../../shared/disputes/mediation/shapes.ts'
import { Figure } from '../../ui/figure.tsx'
import { Money } from '../../ui/money.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { useCycleName } from '../case/use-words.ts'
import { ClaimsHead } from './claims-head.tsx'
import { FindingDialog, type FindingPlace } from './finding-dialog.tsx'
import { WorkingPanel } from './working-panel.tsx'

type Claim = ShownCase['claims'][number]
type Part = Claim['cycles'][number]

export const verdictTones: Record<Finding['verdict'], Tone> = { accepted: 'good', partly: 'warn', rejected: 'bad' }

/** Each claim with what is found about it, as a whole or cycle by cycle; claimed amounts open their working. */
export function FindingsCard({ id, file, mediation }: { id: string; file: ShownCase; mediation: Mediation }) {
  const { t } = useTranslation('mediation')
  const [edited, setEdited] = useState<FindingPlace>()
  const [working, setWorking] = useState<Part>()
  const [parted, setParted] = useState<string[]>([])
  const toggle = (claimId: string): void =>
    setParted((known) => (known.includes(claimId) ? known.filter((one) => one !== claimId) : [...known, claimId]))
  return (
    <div className={working === undefined ? 'stack' : 'received-with-panel'}>
      <section className="card">
        <div className="row">
          <h2>{t('findings.title')}</h2>
          <span className="end soft">
            {mediation.proposal.undecided === 0
              ? t('findings.complete')
              : t('findings.left', { count: mediation.proposal.undecided })}
          </span>
        </div>
        <div className="received-scroll">
          <table className="plain-table">
            <ClaimsHead
              columns={[
                { title: t('findings.claim') },
                { title: t('findings.claimed'), isNumber: true },
                { title: t('findings.verdict') },
                { title: t('findings.found'), isNumber: true },
              ]}
              last={t('findings.actions')}
            />
            <tbody>
              {file.claims.map((claim) => (
                <ClaimRows
                  key={claim.id}
                  claim={claim}
                  findings={mediation.findings.filter(({ claimId }) => claimId === claim.id)}
                  opened={parted.includes(claim.id)}
                  onToggle={() => toggle(claim.id)}
                  onEdit={setEdited}
                  onWorking={setWorking}
                />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      {working === undefined ? null : (
        <WorkingPanel
          key={`${working.agreementId} ${working.cycle}`}
          id={id}
          part={working}
          onClose={() => setWorking(undefined)}
        />
      )}
      {edited === undefined ? null : <FindingDialog id={id} place={edited} onClose={() => setEdited(undefined)} />}
    </div>
  )
}

interface ClaimRowsProps {
  claim: Claim
  findings: Finding[]
  opened: boolean
  onToggle: () => void
  onEdit: (place: FindingPlace) => void
  onWorking: (part: Part) => void
}

function ClaimRows({ claim, findings, opened, onToggle, onEdit, onWorking }: ClaimRowsProps) {
  const { t } = useTranslation('mediation')
  const cycleName = useCycleName()
  const whole = findings.find(({ cycle }) => cycle === null)
  const isParted = findings.some(({ cycle }) => cycle !== null)
  const name = t(`kinds.${claim.kind}`)
  const several = claim.cycles.length > 1
  const [only] = claim.cycles
  return (
    <>
      <FindingRow
        name={
          several || only === undefined ? name : t('ofCycle', { cycle: cycleName(only.cycle, only.from), kind: name })
        }
        claimedFen={claim.amountFen}
        finding={whole}
        byCycle={isParted}
        onWorking={several || only === undefined ? onToggle : () => onWorking(only)}
        onEdit={() =>
          onEdit({
            claimId: claim.id,
            agreementId: null,
            cycle: null,
            name,
            claimedFen: claim.amountFen,
            finding: whole,
          })
        }
      >
        {several ? (
          <Button size="small" type="text" onClick={onToggle} aria-expanded={opened || isParted}>
            {t(opened || isParted ? 'findings.hideCycles' : 'findings.byCycle', { count: claim.cycles.length })}
          </Button>
        ) : null}
      </FindingRow>
      {(opened || isParted) && several
        ? claim.cycles.map((part) => {
            const { agreementId, cycle, amountFen, from } = part
            const finding = findings.find((one) => one.agreementId === agreementId && one.cycle === cycle)
            const partName = t('ofCycle', { cycle: cycleName(cycle, from), kind: name })
            return (
              <FindingRow
                key={`${agreementId} ${cycle}`}
                name={cycleName(cycle, from)}
                isPart
                claimedFen={amountFen}
                finding={finding}
                onWorking={() => onWorking(part)}
                onEdit={() =>
                  onEdit({ claimId: claim.id, agreementId, cycle, name: partName, claimedFen: amountFen, finding })
                }
              />
            )
          })
        : null}
    </>
  )
}

interface FindingRowProps {
  name: string
  isPart?: boolean
  claimedFen: number
  finding: Finding | undefined
  /** The cycles of this claim have findings of their own. */
  byCycle?: boolean
  onWorking: () => void
  onEdit: () => void
  children?: React.ReactNode
}

function FindingRow({ name, isPart, claimedFen, finding, byCycle, onWorking, onEdit, children }: FindingRowProps) {
  const { t } = useTranslation('mediation')
  const action = t(finding === undefined ? 'findings.write' : 'findings.change')
  return (
    <tr>
      <td className={isPart === true ? 'finding-part' : undefined}>
        {name}
        {children}
        {finding === undefined ? null : <div className="soft mediator-words">{finding.reason}</div>}
      </td>
      <td className="number">
        <Figure label={name} fen={claimedFen} onOpen={onWorking} />
      </td>
      <td>
        {finding !== undefined ? (
          <Status tone={verdictTones[finding.verdict]}>{t(`verdicts.${finding.verdict}`)}</Status>
        ) : byCycle === true ? (
          <span className="soft">{t('findings.inCycles')}</span>
        ) : (
          <Status tone="plain">{t('verdicts.undecided')}</Status>
        )}
      </td>
      <td className="number">{finding === undefined ? '—' : <Money fen={finding.amountFen} />}</td>
      <td>
        <Button size="small" onClick={onEdit} aria-label={t('actionOn', { action, name })}>
          {action}
        </Button>
      </td>
    </tr>
  )
}
