import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Party } from '../../shared/parties/calls.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icons.tsx'
import { ListBar } from '../ui/list-bar.tsx'
import { Loading } from '../ui/loading.tsx'
import { Status } from '../ui/status.tsx'
import { TableHead } from '../ui/table-head.tsx'
import { useQuery } from '../ui/use-query.ts'
import { PartyDialog } from './party-dialog.tsx'
import './parties.css'

interface PartyListProps {
  /** Opened from a search. */
  openId: string | undefined
  onOpen: (id: string | undefined) => void
}

/** Everyone who pays, is paid or stands in a case, numbers masked. */
export function PartyList({ openId, onOpen }: PartyListProps) {
  const { t } = useTranslation('parties')
  const [withVoided, setWithVoided] = useState(false)
  const [adding, setAdding] = useState(false)
  const [text, setText] = useState('')
  const { data, error } = useQuery('parties.list', { withVoided: true })
  if (error !== undefined) return <ErrorNote error={error} />
  if (data === undefined) return <Loading />
  const opened = data.parties.find(({ id }) => id === openId)
  const hasVoided = data.parties.some(({ voidedAt }) => voidedAt !== null)
  const shown = data.parties.filter((party) => (withVoided || party.voidedAt === null) && isNamed(party, text))
  const close = (): void => {
    setAdding(false)
    onOpen(undefined)
  }
  return (
    <div className="stack">
      <ListBar
        label={t('list.filter')}
        text={text}
        onText={setText}
        voided={hasVoided ? { label: t('list.showVoided'), isShown: withVoided, onChange: setWithVoided } : undefined}
      >
        <Button className="end" icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
          {t('list.add')}
        </Button>
      </ListBar>
      <section className="card">
        <p className="soft">{t('list.text')}</p>
        {shown.length === 0 ? (
          <p className="party-none">{t('list.empty')}</p>
        ) : (
          <PartyTable parties={shown} onOpen={onOpen} />
        )}
      </section>
      {adding ? <PartyDialog onClose={close} onSaved={close} /> : null}
      {opened === undefined ? null : <PartyDialog key={opened.id} party={opened} onClose={close} onSaved={close} />}
    </div>
  )
}

function isNamed(party: Party, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return [party.name, ...party.alsoKnownAs].some((name) => name.toLowerCase().includes(wanted))
}

function PartyTable({ parties, onOpen }: { parties: readonly Party[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation('parties')
  return (
    <table className="plain-table">
      <TableHead
        columns={[
          t('list.name'),
          t('list.identifier'),
          t('list.phone'),
          { title: t('list.agreements'), isNumber: true },
        ]}
      />
      <tbody>
        {parties.map((party) => (
          <tr key={party.id}>
            <td>
              <button type="button" className="bare-button list-link" onClick={() => onOpen(party.id)}>
                {party.name}
              </button>{' '}
              {party.isSelf ? (
                <Status tone="good" icon="person">
                  {t('list.self')}
                </Status>
              ) : null}
              {party.voidedAt === null ? null : <Status tone="plain">{t('list.voided')}</Status>}
              <div className="soft">{[t(`kind.${party.kind}`), ...party.alsoKnownAs].join(' · ')}</div>
            </td>
            <td className="party-number">{party.idCard ?? party.creditCode ?? t('dialog.empty')}</td>
            <td className="party-number">{party.phone ?? t('dialog.empty')}</td>
            <td className="number">{t('list.agreementCount', { count: party.agreements })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
