import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementDetail } from '../../shared/contracts/calls.ts'
import { goTo } from '../shell/route.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { useCommand } from '../ui/use-command.ts'
import { type Header, HeaderFields, headerProblems } from './header-fields.tsx'
import { SaveBar } from './new-agreement.tsx'

/** Changes who, when and which orders; the terms stay as they are. */
export function EditHeader({ agreement }: { agreement: AgreementDetail }) {
  const { t } = useTranslation('contracts')
  const [header, setHeader] = useState<Header>({
    title: agreement.title,
    payerId: agreement.payer.id,
    payeeId: agreement.payee.id,
    from: agreement.from,
    to: agreement.to ?? undefined,
    scope: agreement.scope,
    note: agreement.note,
  })
  const save = useCommand('contracts.saveAgreement')
  const problems = headerProblems(header)
  const back = (): void => goTo('contracts', { agreement: agreement.id })
  const submit = async (): Promise<void> => {
    const { title, payerId, payeeId, from, to, scope, note } = header
    if (problems.length > 0 || payerId === undefined || payeeId === undefined || from === undefined) return
    const named = title.trim() === '' ? {} : { title }
    const saved = await save.run({ id: agreement.id, ...named, payerId, payeeId, from, to: to ?? null, scope, note })
    if (saved !== undefined) back()
  }
  return (
    <div className="stack agreement-page">
      <h1>{t('edit.title')}</h1>
      <HeaderFields header={header} onChange={setHeader} problems={problems} selfPays={agreement.self === 'payer'} />
      {save.error === undefined ? null : <ErrorNote error={save.error} />}
      <SaveBar
        label={t('app:action.save')}
        busy={save.busy}
        faults={problems.length}
        onSave={() => void submit()}
        onCancel={back}
      />
    </div>
  )
}
