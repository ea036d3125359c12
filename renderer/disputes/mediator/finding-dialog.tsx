import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Finding, type Verdict, verdictSchema } from '../../../shared/disputes/mediation/shapes.ts'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import { useCommand } from '../../ui/use-command.ts'

/** A claim or one cycle of it, and what has been found about it so far. */
export interface FindingPlace extends Pick<Finding, 'claimId' | 'agreementId' | 'cycle'> {
  name: string
  claimedFen: number
  finding: Finding | undefined
}

const readyReasons = ['undisputed', 'proven', 'noGround', 'notProven'] as const

/** 记意见: accepted, partly with the amount, rejected; always with the reason. */
export function FindingDialog({ id, place, onClose }: { id: string; place: FindingPlace; onClose: () => void }) {
  const { t } = useTranslation('mediation')
  const { claimId, agreementId, cycle, claimedFen, finding } = place
  const [verdict, setVerdict] = useState<Verdict>(finding?.verdict ?? 'accepted')
  const [amountFen, setAmountFen] = useState<number | undefined>(
    finding?.verdict === 'partly' ? finding.amountFen : undefined,
  )
  const [reason, setReason] = useState(finding?.reason ?? '')
  const [tried, setTried] = useState(false)
  const save = useCommand('disputes.saveFinding')
  const amountWrong = verdict === 'partly' && (amountFen === undefined || amountFen <= 0 || amountFen >= claimedFen)
  const write = async (next: { verdict: Verdict; amountFen?: number; reason: string } | null): Promise<void> => {
    if ((await save.run({ bundleId: id, claimId, agreementId, cycle, finding: next })) !== undefined) onClose()
  }
  const submit = (): void => {
    setTried(true)
    if (amountWrong || reason.trim() === '') return
    void write({ verdict, ...(verdict === 'partly' && amountFen !== undefined ? { amountFen } : {}), reason })
  }
  return (
    <FormDialog
      title={t('findings.writeAbout', { name: place.name })}
      onSubmit={submit}
      onClose={onClose}
      busy={save.busy}
      error={save.error}
    >
      <p className="soft">{t('findings.claimedIs', { claimedFen })}</p>
      <Radio.Group
        aria-label={t('findings.verdict')}
        optionType="button"
        value={verdict}
        onChange={(event) => setVerdict(event.target.value as Verdict)}
        options={verdictSchema.options.map((value) => ({ value, label: t(`verdicts.${value}`) }))}
      />
      {verdict === 'partly' ? (
        <Field
          label={t('findings.amount')}
          problem={tried && amountWrong ? t('findings.amountProblem', { claimedFen }) : undefined}
        >
          {(field) => <MoneyInput id={field} fen={amountFen} onChange={setAmountFen} />}
        </Field>
      ) : null}
      <Field
        label={t('findings.reason')}
        problem={tried && reason.trim() === '' ? t('findings.reasonMissing') : undefined}
        help={
          <span className="ready-words">
            {readyReasons.map((key) => (
              <Button key={key} size="small" onClick={() => setReason(t(`findings.ready.${key}`))}>
                {t(`findings.ready.${key}`)}
              </Button>
            ))}
          </span>
        }
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
      {finding === undefined ? null : (
        <div>
          <Button size="small" type="text" danger onClick={() => void write(null)}>
            {t('findings.takeAway')}
          </Button>
        </div>
      )}
    </FormDialog>
  )
}
