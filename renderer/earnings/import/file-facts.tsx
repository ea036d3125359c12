import { Button, Input, Select } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementPreview } from '../../../shared/earnings/import-shapes.ts'
import { formatCount } from '../../../shared/i18n/index.ts'
import { Field } from '../../ui/field.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { type FileChoice, type OpenFile, useImport } from './import-store.ts'
import { MomentInput } from './moment-input.tsx'
import { usePresetName } from './words.ts'

/** What BoAn takes the file for, and why; everything it could be wrong about can be changed here. */
export function FileFacts({ file, preview, onMap }: { file: OpenFile; preview: StatementPreview; onMap: () => void }) {
  const { t } = useTranslation('import-screen')
  const choose = (part: Partial<FileChoice>): void => useImport.getState().choose(file.key, { ...file.choice, ...part })
  return (
    <div className="file-facts">
      <Field label={t('fact.preset')} help={t(`presetFrom.${preview.presetFrom}`, presetReason(preview))}>
        {(id) => (
          <PresetSelect id={id} value={preview.preset} onChange={(preset) => choose({ preset })} onMap={onMap} />
        )}
      </Field>
      <Field label={t('fact.exportedAt')} help={t(`exportedFrom.${preview.exportedFrom}`)}>
        {(id) => <MomentInput id={id} value={preview.exportedAt} onChange={(exportedAt) => choose({ exportedAt })} />}
      </Field>
      {preview.sheets.length > 1 ? (
        <Field label={t('fact.sheet')} help={t('fact.sheetHelp')}>
          {(id) => (
            <Select
              id={id}
              value={preview.sheet}
              options={preview.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
              onChange={(sheet) => {
                if (sheet !== null) choose({ sheet })
              }}
            />
          )}
        </Field>
      ) : null}
      {preview.asksAccount ? (
        <AccountField value={file.choice.account ?? ''} onChange={(account) => choose({ account })} />
      ) : null}
      <dl className="file-places">
        {preview.kind === 'payments' ? null : (
          <>
            <dt>{t('fact.account')}</dt>
            <dd>{accountsText(t, preview)}</dd>
          </>
        )}
        <dt>{t('fact.place')}</dt>
        <dd>
          {[
            preview.encoding === null ? t('fact.workbook') : t(`encoding.${preview.encoding}`),
            ...(preview.inner === null ? [] : [t('fact.inner', { name: preview.inner })]),
            ...(preview.sheet === null ? [] : [t('app:place.sheet', { sheet: preview.sheet })]),
            t('fact.headerRow', { row: preview.headerRow }),
          ].join(' · ')}
        </dd>
        {preview.periodFrom === null || preview.periodTo === null ? null : (
          <>
            <dt>{t('fact.period')}</dt>
            <dd>{t('fact.fromTo', { from: preview.periodFrom, to: preview.periodTo })}</dd>
          </>
        )}
      </dl>
      <ColumnUses preview={preview} />
    </div>
  )
}

function presetReason(preview: StatementPreview): Record<string, string | number> {
  return { row: preview.headerRow, known: preview.columns.length, all: preview.headers.length }
}

function accountsText(t: TFunction<'import-screen'>, preview: StatementPreview): string {
  const shown = preview.accounts
    .slice(0, 3)
    .map(({ account, name }) => (name === '' || name === account ? account : t('named', { name, more: account })))
  if (shown.length === 0) return t('fact.noAccount')
  const rest = preview.accountCount - shown.length
  return shown.join(t('list.comma')) + (rest > 0 ? ` … +${formatCount(rest)}` : '')
}

const mapByHand = 'map-by-hand'

interface PresetSelectProps {
  id: string
  value: string
  onChange: (preset: string) => void
  onMap: () => void
}

/** Every list BoAn knows, the person's own mappings, and the way to say it oneself. */
export function PresetSelect({ id, value, onChange, onMap }: PresetSelectProps) {
  const { t } = useTranslation('import-screen')
  const presetName = usePresetName(t)
  const { data } = useQuery('earnings.listPresets', {})
  const known = [
    ...(data?.presets ?? []).map((preset) => preset.id),
    ...(data?.mappings ?? []).map(({ preset }) => preset.id),
  ]
  const options = [...new Set([...known, value])].filter((preset) => preset !== '')
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      value={value === '' ? null : value}
      placeholder={t('fact.presetNone')}
      options={[
        ...options.map((preset) => ({ value: preset, label: presetName(preset) })),
        { value: mapByHand, label: t('fact.mapByHand') },
      ]}
      onChange={(chosen) => {
        if (chosen === mapByHand) onMap()
        else if (chosen !== null && chosen !== value) onChange(chosen)
      }}
    />
  )
}

function AccountField({ value, onChange }: { value: string; onChange: (account: string) => void }) {
  const { t } = useTranslation('import-screen')
  const [text, setText] = useState(value)
  const take = (): void => {
    if (text.trim() !== '' && text.trim() !== value) onChange(text.trim())
  }
  return (
    <Field label={t('fact.whose')} help={t('fact.whoseHelp')}>
      {(id) => (
        <Input
          id={id}
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
          onBlur={take}
          onPressEnter={take}
        />
      )}
    </Field>
  )
}

/** Which column is read as what, folded away; columns about buyers are named because they are left out. */
function ColumnUses({ preview }: { preview: StatementPreview }) {
  const { t } = useTranslation('import-screen')
  const [open, setOpen] = useState(false)
  const buyers = preview.buyerColumns
  return (
    <div className="column-uses">
      {buyers.length === 0 ? null : (
        <p className="soft">
          {t('buyers', { columns: buyers.slice(0, 4).join(t('list.comma')), count: buyers.length })}
        </p>
      )}
      <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'columns.hide' : 'columns.show', { known: preview.columns.length, all: preview.headers.length })}
      </Button>
      {open ? (
        <ul className="column-list">
          {preview.columns.map(({ field, header }) => (
            <li key={`${field}-${header}`}>
              <span>{header}</span>
              <span className="soft">{t(`import:fields.${field}`)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
