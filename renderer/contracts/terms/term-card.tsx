import { Button, Input, Popover } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermSource } from '../../../shared/earnings/terms.ts'
import { EvidenceField } from '../../ui/evidence-field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useHotkey } from '../../ui/keyboard.ts'
import { useQuery } from '../../ui/use-query.ts'
import { ChoiceField } from './fields.tsx'

/** What an agreement says about one thing: a heading, its terms, and buttons that add more of the kind. */
export function TermPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="term-part" aria-label={title}>
      <h3>{title}</h3>
      <div className="term-part-body">{children}</div>
    </section>
  )
}

interface TermRowProps {
  /** For a screen reader: which term the buttons belong to. */
  name: string
  source: TermSource | null | undefined
  onSource: (source: TermSource | null) => void
  onRemove?: () => void
  children: ReactNode
}

/** One term: its sentences, where it comes from, and a button that takes it away. */
export function TermRow({ name, source, onSource, onRemove, children }: TermRowProps) {
  const { t } = useTranslation('contracts')
  return (
    <div className="term-row">
      <div className="term-row-body">{children}</div>
      <div className="term-row-side">
        <SourceButton name={name} source={source} onSource={onSource} />
        {onRemove === undefined ? null : (
          <Button
            type="text"
            size="small"
            aria-label={t('remove', { what: name })}
            title={t('remove', { what: name })}
            icon={<Icon name="close" size={16} />}
            onClick={onRemove}
          />
        )}
      </div>
    </div>
  )
}

const sourceKinds = ['contract', 'chat', 'practice', 'claimed'] as const

type SourceButtonProps = Pick<TermRowProps, 'name' | 'source' | 'onSource'>

function SourceButton({ name, source, onSource }: SourceButtonProps) {
  const { t } = useTranslation('contracts')
  const [open, setOpen] = useState(false)
  const kind = source?.kind
  const button = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  const said = kind === undefined ? t('source.none') : t('source.of', { kind: t(`source.${kind}`) })
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title={t('source.title')}
      getPopupContainer={(node) => node.closest<HTMLElement>('.terms-editor') ?? document.body}
      content={open ? <SourceForm source={source} onSource={onSource} onClose={close} /> : null}
      destroyOnHidden
    >
      <Button
        size="small"
        type="text"
        className={kind === undefined ? 'source-button soft' : 'source-button'}
        aria-label={t('source.label', { name, words: said })}
        aria-expanded={open}
        ref={button}
      >
        {said}
      </Button>
    </Popover>
  )
}

type SourceFormProps = Pick<TermRowProps, 'source' | 'onSource'> & { onClose: () => void }

function SourceForm({ source, onSource, onClose }: SourceFormProps) {
  const { t } = useTranslation('contracts')
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus({ preventScroll: true }), [])
  useHotkey('Escape', onClose)
  const evidenceIds = source?.evidenceIds ?? []
  const known = useQuery('disputes.listEvidence', evidenceIds.length === 0 ? undefined : { ids: [...evidenceIds] })
  const titles = new Map((known.data?.evidence ?? []).map((item) => [item.id, item.title]))
  const change = (part: Partial<TermSource>): void =>
    onSource({ kind: 'contract', evidenceIds: [], note: '', ...source, ...part })
  return (
    <div className="form source-form" ref={form}>
      <ChoiceField
        label={t('source.kind')}
        value={source?.kind ?? 'none'}
        options={['none', ...sourceKinds]}
        words="source"
        onChange={(kind) => (kind === 'none' ? onSource(null) : change({ kind }))}
      />
      {source === null || source === undefined ? null : (
        <>
          <Input.TextArea
            aria-label={t('source.note')}
            placeholder={t('source.note')}
            maxLength={2000}
            rows={2}
            value={source.note}
            onChange={(event) => change({ note: event.target.value })}
          />
          <EvidenceField
            label={t('source.evidence')}
            kind={source.kind === 'chat' ? 'chat' : 'contract'}
            chosen={evidenceIds.map((id) => ({ id, title: titles.get(id) ?? t('source.evidence') }))}
            onChange={(chosen) => change({ evidenceIds: chosen.map(({ id }) => id) })}
          />
        </>
      )}
    </div>
  )
}
