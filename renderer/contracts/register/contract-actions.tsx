import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import type { ContractDetail } from '../../../shared/contracts/life-shapes.ts'
import type { ContractAction } from '../../../shared/contracts/life.ts'
import { unreachable } from '../../../shared/errors.ts'
import { goTo } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { ReasonDialog } from '../reason-dialog.tsx'
import { EndContractDialog, ForceDialog, SignDialog } from './contract-dialogs.tsx'
import { HandOverResult, useHandOver } from './hand-over-result.tsx'
import { useIssue } from './use-issue.ts'

/** The step that comes next is the one in the strong colour. */
const mainActions: readonly ContractAction[] = ['issue', 'finish-issue', 'hand-over', 'sign', 'put-in-force']

type Asking = Extract<ContractAction, 'sign' | 'put-in-force' | 'end' | 'void'>

/** What can be done with a contract now. */
export function ContractActions({ contract }: { contract: ContractDetail }) {
  const { t } = useTranslation('register')
  const [asking, setAsking] = useState<Asking>()
  const [handed, setHanded] = useState<Output<'contracts.exportHandOver'>>()
  const issuing = useIssue()
  const handOver = useHandOver()
  const takeBack = useCommand('contracts.takeBackIssue')
  const restore = useCommand('contracts.restore')
  const { id, actions } = contract
  const take = async (action: ContractAction): Promise<void> => {
    switch (action) {
      case 'edit':
        return goTo('contracts', contract.origin === 'template' ? { draft: id } : { kept: id })
      case 'issue':
        return void (await issuing.run([id]))
      case 'finish-issue':
        return void (await issuing.run([], [id]))
      case 'take-back-issue':
        return void (await takeBack.run({ ids: [id] }))
      case 'hand-over':
        return setHanded(await handOver.handOver([id]))
      case 'join-acceptance':
        return goTo('received')
      case 'amend':
        return goTo('contracts', { draft: 'new', template: contract.templateId ?? undefined, amends: id })
      case 'sign':
      case 'put-in-force':
      case 'end':
      case 'void':
        return setAsking(action)
      default:
        return unreachable(action)
    }
  }
  const main = actions.find((action) => mainActions.includes(action))
  const busy = issuing.busy || handOver.busy || takeBack.busy
  const error = issuing.error ?? handOver.error ?? takeBack.error ?? restore.error
  return (
    <div className="stack">
      <div className="row">
        {contract.voidedAt === null ? null : (
          <Button type="primary" loading={restore.busy} onClick={() => void restore.run({ id })}>
            {t('action.restore')}
          </Button>
        )}
        {actions.map((action) => (
          <Button
            key={action}
            type={action === main ? 'primary' : 'default'}
            disabled={busy}
            onClick={() => void take(action)}
          >
            {t(`action.${action}`)}
          </Button>
        ))}
      </div>
      {issuing.busy ? <TaskProgress progress={issuing.progress} /> : null}
      {handOver.busy ? <TaskProgress progress={handOver.progress} /> : null}
      {error === undefined ? null : <ErrorNote error={error} />}
      {handed === undefined ? null : <HandOverResult result={handed} />}
      <Asked asking={asking} contract={contract} onClose={() => setAsking(undefined)} />
    </div>
  )
}

interface AskedProps {
  asking: Asking | undefined
  contract: ContractDetail
  onClose: () => void
}

function Asked({ asking, contract, onClose }: AskedProps) {
  const { t } = useTranslation('register')
  const take = useCommand('contracts.void')
  if (asking === 'sign') return <SignDialog contract={contract} onClose={onClose} />
  if (asking === 'put-in-force') return <ForceDialog contract={contract} onClose={onClose} />
  if (asking === 'end') return <EndContractDialog contract={contract} onClose={onClose} />
  if (asking === undefined) return null
  return (
    <ReasonDialog
      title={t('void.title')}
      text={t('void.text')}
      action={t('action.void')}
      busy={take.busy}
      error={take.error}
      onClose={onClose}
      onConfirm={(reason) => {
        void take.run({ id: contract.id, reason }).then((saved) => saved !== undefined && onClose())
      }}
    />
  )
}
