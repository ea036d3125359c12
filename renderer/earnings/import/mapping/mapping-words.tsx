import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { orderStatuses } from '../../../../shared/earnings/statements/rows.ts'
import { Field } from '../../../ui/field.tsx'
import type { MappingDraft } from './mapping-draft.ts'

interface WordsProps {
  draft: MappingDraft
  words: string[]
  onChange: (draft: MappingDraft) => void
}

/** What each of the file's status words means; or, without a status column, what all its rows are. */
export function StatusWords({ draft, words, onChange }: WordsProps) {
  const { t } = useTranslation('import-screen')
  const options = orderStatuses.map((status) => ({ value: status, label: t(`earnings:lineStatuses.${status}`) }))
  if (draft.columns.status === undefined) {
    return (
      <Field label={t('mapping.statusWhenAbsent')} help={t('mapping.statusWhenAbsentHelp')}>
        {(id) => (
          <Select
            id={id}
            allowClear
            options={options}
            value={draft.statusWhenAbsent ?? null}
            onChange={(status) => onChange({ ...draft, statusWhenAbsent: status ?? undefined })}
          />
        )}
      </Field>
    )
  }
  return (
    <fieldset className="mapping-words">
      <legend>{t('mapping.statusWords')}</legend>
      {words.map((word) => (
        <Field key={word} label={t('mapping.word', { word })}>
          {(id) => (
            <Select
              id={id}
              placeholder={t('mapping.wordUnknown')}
              options={options}
              value={draft.statusWords[word] ?? null}
              onChange={(status) => {
                if (status !== null) onChange({ ...draft, statusWords: { ...draft.statusWords, [word]: status } })
              }}
            />
          )}
        </Field>
      ))}
    </fieldset>
  )
}

/** Which words mean money in and money out; without any, what a sign means. */
export function DirectionWords({ draft, words, onChange }: WordsProps) {
  const { t } = useTranslation('import-screen')
  if (draft.columns.direction === undefined) {
    if (draft.columns.amountFen === undefined) return null
    return (
      <Field label={t('mapping.signRule')}>
        {(id) => (
          <Select
            id={id}
            value={draft.signRule}
            options={(['income-positive', 'spending-positive'] as const).map((value) => ({
              value,
              label: t(`mapping.sign.${value}`),
            }))}
            onChange={(signRule) => onChange({ ...draft, signRule })}
          />
        )}
      </Field>
    )
  }
  return (
    <fieldset className="mapping-words">
      <legend>{t('mapping.directionWords')}</legend>
      {words.map((word) => (
        <Field key={word} label={t('mapping.word', { word })}>
          {(id) => (
            <Select
              id={id}
              placeholder={t('mapping.wordUnknown')}
              options={(['income', 'expense'] as const).map((value) => ({ value, label: t(`class.${value}`) }))}
              value={draft.directionWords[word] ?? null}
              onChange={(way) => {
                if (way !== null) onChange({ ...draft, directionWords: { ...draft.directionWords, [word]: way } })
              }}
            />
          )}
        </Field>
      ))}
    </fieldset>
  )
}
