import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnsweredClaim } from '../../../shared/disputes/mediation/response-file.ts'
import type { ResponseDraft } from '../../../shared/disputes/mediation/response-calls.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { EvidenceField } from '../../ui/evidence-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Money } from '../../ui/money.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import { CasePicture } from '../../ui/pictures.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { AnswerMaker } from './answer-maker.tsx'
import { ClaimsHead } from './claims-head.tsx'
import { ResponseCycles } from './response-cycles.tsx'
import { StanceWord } from './stance-word.tsx'

/** 我来答复: the other side's answer, claim by claim and figure by figure, with its own evidence. */
export function ResponsePlace({ id }: { id: string }) {
  const { t } = useTranslation('mediation')
  const { data, error, reload } = useQuery('disputes.response', { bundleId: id })
  const start = useCommand('disputes.startResponse')
  const make = useCommand('disputes.exportResponse')
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (data === undefined) return <Loading rows={6} />
  if (data.response === null) {
    return (
      <>
        {start.error === undefined ? null : <ErrorNote error={start.error} />}
        <EmptyState
          title={t('sides:response.beginTitle')}
          purpose={t('sides:response.beginPurpose')}
          picture={<CasePicture />}
          action={{ label: t('sides:response.begin'), onClick: () => void start.run({ bundleId: id }) }}
        />
      </>
    )
  }
  const { response } = data
  return (
    <>
      <ClaimsCard id={id} response={response} />
      <ResponseCycles id={id} response={response} />
      <WordsCard id={id} response={response} />
      <AnswerMaker
        title={t('sides:response.handOver')}
        about={t('sides:response.handOverAbout')}
        label={t('sides:response.make')}
        bundleId={id}
        kind="response"
        make={make}
        run={() => make.run({ bundleId: id })}
        handedBack={response.handedBack}
      />
    </>
  )
}

function ClaimsCard({ id, response }: { id: string; response: ResponseDraft }) {
  const { t } = useTranslation('mediation')
  const [edited, setEdited] = useState<AnsweredClaim>()
  const actionOf = (claim: AnsweredClaim): string =>
    t(claim.stance === null ? 'sides:response.answer' : 'findings.change')
  return (
    <section className="card">
      <h2>{t('sides:response.claims')}</h2>
      <div className="received-scroll">
        <table className="plain-table">
          <ClaimsHead
            columns={[
              { title: t('findings.claim') },
              { title: t('sides:response.theirs'), isNumber: true },
              { title: t('sides:response.stance') },
              { title: t('sides:response.own'), isNumber: true },
            ]}
            last={t('findings.actions')}
          />
          <tbody>
            {response.claims.map((claim) => (
              <tr key={claim.claimId}>
                <td>
                  {t(`kinds.${claim.kind}`)}
                  {claim.reason === '' ? null : <div className="soft mediator-words">{claim.reason}</div>}
                </td>
                <td className="number">
                  <Money fen={claim.claimedFen} />
                </td>
                <td>
                  <StanceWord stance={claim.stance} />
                </td>
                <td className="number">{claim.stance === null ? '—' : <Money fen={claim.amountFen} />}</td>
                <td>
                  <Button
                    size="small"
                    aria-label={t('actionOn', { action: actionOf(claim), name: t(`kinds.${claim.kind}`) })}
                    onClick={() => setEdited(claim)}
                  >
                    {actionOf(claim)}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {edited === undefined ? null : <ClaimDialog id={id} claim={edited} onClose={() => setEdited(undefined)} />}
    </section>
  )
}

function ClaimDialog({ id, claim, onClose }: { id: string; claim: AnsweredClaim; onClose: () => void }) {
  const { t } = useTranslation('mediation')
  const { claimId, claimedFen } = claim
  const [stance, setStance] = useState<'agree' | 'disagree' | 'unsaid'>(claim.stance ?? 'agree')
  const [amountFen, setAmountFen] = useState<number | undefined>(claim.stance === 'disagree' ? claim.amountFen : 0)
  const [reason, setReason] = useState(claim.reason)
  const [tried, setTried] = useState(false)
  const save = useCommand('disputes.saveResponseClaim')
  const disagrees = stance === 'disagree'
  const amountWrong = disagrees && (amountFen === undefined || amountFen >= claimedFen)
  const submit = async (): Promise<void> => {
    setTried(true)
    if (amountWrong || (disagrees && reason.trim() === '')) return
    const own = disagrees && amountFen !== undefined ? { amountFen } : {}
    const done = await save.run({ bundleId: id, claimId, stance: stance === 'unsaid' ? null : stance, ...own, reason })
    if (done !== undefined) onClose()
  }
  return (
    <FormDialog
      title={t('sides:response.answerTo', { name: t(`kinds.${claim.kind}`) })}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={save.busy}
      error={save.error}
    >
      <p className="soft">{t('findings.claimedIs', { claimedFen })}</p>
      <Radio.Group
        aria-label={t('sides:response.stance')}
        optionType="button"
        value={stance}
        onChange={(event) => setStance(event.target.value as typeof stance)}
        options={(['agree', 'disagree', 'unsaid'] as const).map((value) => ({ value, label: t(`stances.${value}`) }))}
      />
      {disagrees ? (
        <Field
          label={t('sides:response.ownAmount')}
          problem={tried && amountWrong ? t('sides:response.amountProblem', { claimedFen }) : undefined}
        >
          {(field) => <MoneyInput id={field} fen={amountFen} onChange={setAmountFen} />}
        </Field>
      ) : null}
      <Field
        label={t('findings.reason')}
        problem={tried && disagrees && reason.trim() === '' ? t('findings.reasonMissing') : undefined}
      >
        {(field) => (
          <Input.TextArea
            id={field}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={4000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}

function WordsCard({ id, response }: { id: string; response: ResponseDraft }) {
  const { t } = useTranslation('mediation')
  const [respondent, setRespondent] = useState(response.respondent)
  const [statement, setStatement] = useState(response.statement)
  const save = useCommand('disputes.saveResponse')
  const evidence = useCommand('disputes.setResponseEvidence')
  return (
    <section className="card stack">
      <h2>{t('sides:response.words')}</h2>
      <Field label={t('sides:response.respondent')}>
        {(field) => (
          <Input
            id={field}
            maxLength={200}
            value={respondent}
            onChange={(event) => setRespondent(event.target.value)}
            onBlur={() => respondent !== response.respondent && void save.run({ bundleId: id, respondent })}
          />
        )}
      </Field>
      <Field label={t('sides:response.statement')}>
        {(field) => (
          <Input.TextArea
            id={field}
            autoSize={{ minRows: 3, maxRows: 12 }}
            maxLength={50_000}
            value={statement}
            onChange={(event) => setStatement(event.target.value)}
            onBlur={() => statement !== response.statement && void save.run({ bundleId: id, statement })}
          />
        )}
      </Field>
      <EvidenceField
        label={t('sides:response.evidence')}
        kind="other"
        chosen={response.evidence.map(({ id: evidenceId, title }) => ({ id: evidenceId, title }))}
        onChange={(chosen) => void evidence.run({ bundleId: id, evidenceIds: chosen.map((one) => one.id) })}
      />
      {save.error === undefined ? null : <ErrorNote error={save.error} />}
      {evidence.error === undefined ? null : <ErrorNote error={evidence.error} />}
    </section>
  )
}
