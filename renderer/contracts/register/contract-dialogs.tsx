import { Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractDetail } from '../../../shared/contracts/life-shapes.ts'
import { type SignatureWay, signatureWays } from '../../../shared/contracts/life.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { EvidenceField, useChosenEvidence } from '../../ui/evidence-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { ScopeFields } from '../header-fields.tsx'

interface DialogProps {
  contract: ContractDetail
  onClose: () => void
}

/** Notes a signature with the file that shows it. */
export function SignDialog({ contract, onClose }: DialogProps) {
  const { t } = useTranslation('register')
  const [way, setWay] = useState<SignatureWay>(contract.relation === 'labour' ? 'outside-platform' : 'paper-scan')
  const [by, setBy] = useState([contract.payer.name, contract.payee.name].join('、'))
  const [date, setDate] = useState<string | undefined>(today())
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const files = useChosenEvidence()
  const sign = useCommand('contracts.sign')
  const submit = async (): Promise<void> => {
    setTried(true)
    if (files.ids.length === 0 || date === undefined || by.trim() === '') return
    const saved = await sign.run({ id: contract.id, way, by, date, note, evidenceIds: files.ids })
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog
      title={t('sign.title')}
      submitLabel={t('sign.save')}
      busy={sign.busy}
      error={sign.error}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="soft">{t('sign.text')}</p>
      {contract.relation === 'labour' ? <p className="note">{t('page.labourNotice')}</p> : null}
      <Radio.Group
        aria-label={t('sign.way')}
        value={way}
        onChange={(event) => setWay(event.target.value as SignatureWay)}
        options={signatureWays.map((value) => ({ value, label: t(`way.${value}`) }))}
      />
      <Field label={t('sign.by')} help={t('sign.byHelp')}>
        {(id) => <Input id={id} value={by} maxLength={200} onChange={(event) => setBy(event.target.value)} />}
      </Field>
      <Field label={t('sign.date')}>{(id) => <DateInput id={id} value={date} onChange={setDate} />}</Field>
      <EvidenceField label={t('sign.files')} kind="contract" {...files.field} />
      {tried && files.ids.length === 0 ? (
        <p className="field-problem" role="alert">
          {t('sign.filesMissing')}
        </p>
      ) : null}
      <Field label={t('sign.note')}>
        {(id) => <Input id={id} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </FormDialog>
  )
}

/** Lets the ledger compute by a contract, after asking which orders it is about. */
export function ForceDialog({ contract, onClose }: DialogProps) {
  const { t } = useTranslation('register')
  const [scope, setScope] = useState(contract.scope)
  const force = useCommand('contracts.putInForce')
  const isAmendment = contract.amends !== null
  const submit = async (): Promise<void> => {
    const input = isAmendment ? { ids: [contract.id] } : { ids: [contract.id], scope }
    if ((await force.run(input)) !== undefined) onClose()
  }
  return (
    <FormDialog
      title={t('force.title')}
      submitLabel={t('force.save')}
      busy={force.busy}
      error={force.error}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p>{t(isAmendment ? 'force.amendText' : 'force.text', { from: contract.from })}</p>
      {isAmendment ? null : <ScopeFields scope={scope} onChange={setScope} />}
    </FormDialog>
  )
}

/** Ends a contract in force: the day, why, and what shows it. */
export function EndContractDialog({ contract, onClose }: DialogProps) {
  const { t } = useTranslation('register')
  const [date, setDate] = useState<string | undefined>(today())
  const [reason, setReason] = useState('')
  const files = useChosenEvidence()
  const end = useCommand('contracts.end')
  const submit = async (): Promise<void> => {
    if (date === undefined || reason.trim() === '') return
    if ((await end.run({ id: contract.id, date, reason, evidenceIds: files.ids })) !== undefined) onClose()
  }
  return (
    <FormDialog
      title={t('end.title')}
      submitLabel={t('end.save')}
      busy={end.busy}
      error={end.error}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="soft">{t('end.text')}</p>
      <Field label={t('end.date')}>{(id) => <DateInput id={id} value={date} onChange={setDate} />}</Field>
      <Field label={t('end.reason')}>
        {(id) => <Input id={id} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <EvidenceField label={t('end.files')} kind="contract" {...files.field} />
    </FormDialog>
  )
}
