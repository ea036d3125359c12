import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../shared/contract.ts'
import type { ErrorData } from '../../shared/errors.ts'
import { call, intake } from '../client.ts'
import { errorData } from '../shell/app-store.ts'
import { ErrorNote } from './error-note.tsx'
import { Icon } from './icons.tsx'
import { useFileDrop } from './use-file-drop.ts'
import { useQuery } from './use-query.ts'

export interface ChosenEvidence {
  id: string
  title: string
}

type EvidenceKind = NonNullable<Input<'disputes.addEvidence'>['kind']>

interface EvidenceFieldProps {
  label: string
  kind: EvidenceKind
  chosen: ChosenEvidence[]
  onChange: (chosen: ChosenEvidence[]) => void
}

/**
 * The evidence of an entry that is being typed: `field` for `EvidenceField`, `ids` for the call that saves it. It begins with what
 * the entry already has; what was voided since is left out.
 */
export function useChosenEvidence(known: readonly string[] = []): {
  ids: string[]
  field: Pick<EvidenceFieldProps, 'chosen' | 'onChange'>
} {
  const { data } = useQuery('disputes.listEvidence', known.length === 0 ? undefined : { ids: [...known] })
  const [changed, setChanged] = useState<ChosenEvidence[]>()
  const before = data?.evidence ?? known.map((id) => ({ id, title: '' }))
  const chosen = changed ?? before.map(({ id, title }) => ({ id, title }))
  return { ids: chosen.map(({ id }) => id), field: { chosen, onChange: setChanged } }
}

/** Files that prove an entry: dropped, pasted or chosen; each is kept byte for byte and hashed as it comes in. */
export function EvidenceField({ label, kind, chosen, onChange }: EvidenceFieldProps) {
  const { t } = useTranslation('app')
  const picker = useRef<HTMLInputElement>(null)
  const place = useRef<HTMLElement>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ErrorData>()
  const take = async (files: File[]): Promise<void> => {
    if (files.length === 0) return
    setBusy(true)
    setError(undefined)
    try {
      const added: ChosenEvidence[] = []
      for (const file of files) added.push(await keep(file, kind))
      onChange([...chosen, ...added])
    } catch (failure) {
      setError(errorData(failure))
    } finally {
      setBusy(false)
    }
  }
  const over = useFileDrop(place, (files) => void take(files))
  return (
    <section ref={place} className={over ? 'evidence-field over' : 'evidence-field'} aria-label={label}>
      <div className="row">
        <span>{label}</span>
        <span className="soft">{t('evidence.hint')}</span>
        <Button size="small" className="end" loading={busy} onClick={() => picker.current?.click()}>
          {t('action.chooseFiles')}
        </Button>
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          void take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <ul>
        {chosen.map((item) => (
          <li key={item.id} className="row">
            <Icon name="file" size={16} />
            <span>{item.title}</span>
            <Button
              size="small"
              type="text"
              className="end"
              aria-label={t('evidence.remove', { title: item.title })}
              icon={<Icon name="close" size={14} />}
              onClick={() => onChange(chosen.filter((other) => other.id !== item.id))}
            />
          </li>
        ))}
      </ul>
      {error === undefined ? null : <ErrorNote error={error} />}
    </section>
  )
}

async function keep(file: File, kind: EvidenceKind): Promise<ChosenEvidence> {
  const { token, name } = await intake(file)
  const { id, title } = await call('disputes.addEvidence', { token, title: name, kind })
  return { id, title }
}
