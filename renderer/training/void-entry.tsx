import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReasonDialog } from '../contracts/index.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { useCommand } from '../ui/use-command.ts'

export type EntryKind = 'Record' | 'Certificate' | 'Assessment'

const words: Record<EntryKind, 'record' | 'certificates' | 'assessments'> = {
  Record: 'record',
  Certificate: 'certificates',
  Assessment: 'assessments',
}

interface VoidEntryProps {
  kind: EntryKind
  id: string
  isVoided: boolean
}

/** Takes an entry out of the lists, with a reason, or brings it back. */
export function VoidEntry({ kind, id, isVoided }: VoidEntryProps) {
  const { t } = useTranslation('training')
  const [asking, setAsking] = useState(false)
  const voiding = useCommand(`training.void${kind}`)
  const restoring = useCommand(`training.restore${kind}`)
  const confirm = async (reason: string): Promise<void> => {
    if ((await voiding.run({ id, reason })) === undefined) return
    setAsking(false)
  }
  if (isVoided) {
    return (
      <>
        <Button size="small" loading={restoring.busy} onClick={() => void restoring.run({ id })}>
          {t('app:action.restore')}
        </Button>
        {restoring.error === undefined ? null : <ErrorNote error={restoring.error} />}
      </>
    )
  }
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('app:action.void')}
      </Button>
      {asking ? (
        <ReasonDialog
          title={t(`${words[kind]}.voidTitle`)}
          text={t(`${words[kind]}.voidText`)}
          action={t('app:action.void')}
          busy={voiding.busy}
          error={voiding.error}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => void confirm(reason)}
        />
      ) : null}
    </>
  )
}
