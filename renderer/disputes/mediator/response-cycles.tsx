import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AnsweredCycle, type FigurePart, figureParts } from '../../../shared/disputes/mediation/response-file.ts'
import type { ResponseDraft } from '../../../shared/disputes/mediation/response-calls.ts'
import { today } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/money.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { useCycleName } from '../case/use-words.ts'
import { SidesTable } from './sides-table.tsx'

/** One's own figures of each cycle, typed or taken from the ledger here, beside those of the case. */
export function ResponseCycles({ id, response }: { id: string; response: ResponseDraft }) {
  const { t } = useTranslation('mediation')
  const [edited, setEdited] = useState<AnsweredCycle>()
  return (
    <section className="card stack">
      <h2>{t('sides:response.figures')}</h2>
      <FromLedger id={id} response={response} />
      <SidesTable cycles={response.cycles} onType={setEdited} />
      {edited === undefined ? null : <CycleDialog id={id} cycle={edited} onClose={() => setEdited(undefined)} />}
    </section>
  )
}

/** Takes the figures of an agreement that stands in the ledger on this computer. */
function FromLedger({ id, response }: { id: string; response: ResponseDraft }) {
  const { t } = useTranslation('mediation')
  const { data } = useQuery('contracts.listAgreements', { onDay: today() })
  const [own, setOwn] = useState<string>()
  const fill = useCommand('disputes.fillResponse')
  const [told, setTold] = useState<{ filled: number; without: number }>()
  const agreements = data?.agreements ?? []
  if (agreements.length === 0) return <p className="soft">{t('sides:response.noLedger')}</p>
  const asked = [...new Set(response.cycles.map(({ agreementId }) => agreementId))]
  const take = async (): Promise<void> => {
    if (own === undefined) return
    const sum = { filled: 0, without: 0 }
    for (const agreementId of asked) {
      const done = await fill.run({ bundleId: id, agreementId, ownAgreementId: own })
      if (done === undefined) return
      sum.filled += done.filled
      sum.without += done.without
    }
    setTold(sum)
  }
  return (
    <div className="stack">
      <div className="row">
        <Select
          className="response-agreement"
          aria-label={t('sides:response.ownAgreement')}
          placeholder={t('sides:response.ownAgreement')}
          value={own ?? null}
          onChange={(value) => setOwn(value ?? undefined)}
          options={agreements.map(({ id: value, title }) => ({ value, label: title }))}
        />
        <Button disabled={own === undefined} loading={fill.busy} onClick={() => void take()}>
          {t('sides:response.fill')}
        </Button>
        {told === undefined ? null : <span className="soft">{t('sides:response.filled', told)}</span>}
      </div>
      {fill.error === undefined ? null : <ErrorNote error={fill.error} />}
    </div>
  )
}

function CycleDialog({ id, cycle, onClose }: { id: string; cycle: AnsweredCycle; onClose: () => void }) {
  const { t } = useTranslation('mediation')
  const cycleName = useCycleName()
  const [figures, setFigures] = useState(cycle.respondent)
  const [reason, setReason] = useState(cycle.reason)
  const save = useCommand('disputes.saveResponseCycle')
  const submit = async (): Promise<void> => {
    const { agreementId, cycle: name } = cycle
    if ((await save.run({ bundleId: id, agreementId, cycle: name, figures, reason })) !== undefined) onClose()
  }
  const input = (part: FigurePart) => (
    <Field key={part} label={t(`parts.${part}`)} help={<TheirFigure fen={cycle.applicant[part]} />}>
      {(field) => (
        <MoneyInput
          id={field}
          fen={figures[part] ?? undefined}
          onChange={(fen) => setFigures((known) => ({ ...known, [part]: fen ?? null }))}
        />
      )}
    </Field>
  )
  return (
    <FormDialog
      title={t('sides:response.figuresOf', { cycle: cycleName(cycle.cycle, cycle.from) })}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={save.busy}
      error={save.error}
    >
      <p className="soft">{t('sides:response.figuresHelp')}</p>
      <div className="form-pair">{figureParts.slice(0, 2).map(input)}</div>
      <div className="form-pair">{figureParts.slice(2).map(input)}</div>
      <Field label={t('sides:response.figuresReason')}>
        {(field) => (
          <Input.TextArea
            id={field}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={4000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}

function TheirFigure({ fen }: { fen: number }) {
  const { t } = useTranslation('mediation')
  return (
    <>
      {t('sides:response.theyHave')} <Money fen={fen} />
    </>
  )
}
