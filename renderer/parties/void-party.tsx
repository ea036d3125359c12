import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Party } from '../../shared/parties/calls.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { useCommand } from '../ui/use-command.ts'

/** Takes a party out of the lists with a reason, or brings it back; inside its dialog. */
export function VoidParty({ party, onDone }: { party: Party; onDone: (party: Party) => void }) {
  const { t } = useTranslation('parties')
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const take = useCommand('parties.void')
  const restore = useCommand('parties.restore')
  const error = take.error ?? restore.error
  const act = async (): Promise<void> => {
    const answer =
      party.voidedAt === null ? await take.run({ id: party.id, reason }) : await restore.run({ id: party.id })
    if (answer !== undefined) onDone(answer)
  }
  const isReady = party.voidedAt !== null || reason.trim() !== ''
  return (
    <div className="party-void">
      {asking && party.voidedAt === null ? (
        <>
          <p className="soft">{t('dialog.voidText')}</p>
          <div className="row">
            <Input
              aria-label={t('dialog.reason')}
              placeholder={t('dialog.reason')}
              className="party-input"
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
            <Button danger disabled={!isReady} loading={take.busy} onClick={() => void act()}>
              {t('dialog.void')}
            </Button>
          </div>
        </>
      ) : (
        <Button
          type="text"
          size="small"
          loading={restore.busy}
          onClick={() => (party.voidedAt === null ? setAsking(true) : void act())}
        >
          {t(party.voidedAt === null ? 'dialog.void' : 'dialog.restore')}
        </Button>
      )}
      {error === undefined ? null : <ErrorNote error={error} />}
    </div>
  )
}
