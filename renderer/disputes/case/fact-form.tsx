import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseFact } from '../../../shared/disputes/case-file.ts'
import { type OwnFactCode, ownFactCodes } from '../../../shared/disputes/timeline.ts'
import type { CaseView } from '../../../shared/disputes/views.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { asKept, useFactText } from './use-words.ts'

/** A fact with its day, words and sources. A fact that a record tells becomes the person's own when it is saved here. */
export function FactForm({ view, fact, onClose }: { view: CaseView; fact: CaseFact | 'new'; onClose: () => void }) {
  const { t } = useTranslation('disputes')
  const factText = useFactText()
  const known = fact === 'new' ? undefined : fact
  const [date, setDate] = useState<string | undefined>(known?.date ?? today())
  const [text, setText] = useState(known === undefined ? '' : asKept(factText(known)))
  const [code, setCode] = useState<OwnFactCode>(ownFactCodes.find((own) => own === known?.code) ?? 'event')
  const [sourceIds, setSourceIds] = useState<string[]>(known?.sourceIds ?? [])
  const [tried, setTried] = useState(false)
  const save = useCommand('disputes.saveFact')
  const submit = async (): Promise<void> => {
    setTried(true)
    if (date === undefined || text.trim() === '') return
    const id = known === undefined ? {} : { id: known.id }
    if ((await save.run({ caseId: view.id, ...id, date, text, code, sourceIds })) !== undefined) onClose()
  }
  const evidenceIds = new Set(view.exhibits.map((exhibit) => exhibit.evidence.id))
  const others = sourceIds.filter((source) => !evidenceIds.has(source))
  return (
    <FormDialog
      title={t(known === undefined ? 'fact-form.new' : 'fact-form.edit')}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={save.busy}
      error={save.error}
    >
      {known?.origin === 'record' ? <p className="note note-plain">{t('fact-form.fromRecord')}</p> : null}
      <div className="form-pair">
        <Field
          label={t('fact-form.date')}
          problem={tried && date === undefined ? t('fact-form.dateMissing') : undefined}
        >
          {(id) => <DateInput id={id} value={date} onChange={setDate} />}
        </Field>
        <Field label={t('fact-form.kind')} help={code === 'event' ? undefined : t(`fact-form.counts.${code}`)}>
          {(id) => (
            <Select<OwnFactCode>
              id={id}
              value={code}
              onChange={setCode}
              options={ownFactCodes.map((value) => ({ value, label: t(`factKinds.${value}`) }))}
            />
          )}
        </Field>
      </div>
      <Field label={t('fact-form.text')} problem={tried && text.trim() === '' ? t('fact-form.textMissing') : undefined}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={4000}
            value={text}
            placeholder={t('fact-form.example')}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="fact-sources">
        <legend>{t('fact-form.sources')}</legend>
        {view.exhibits.length === 0 ? <p className="soft">{t('fact-form.noEvidence')}</p> : null}
        <Checkbox.Group
          value={sourceIds}
          onChange={(chosen) => setSourceIds([...others, ...chosen])}
          options={view.exhibits.map(({ number, evidence }) => ({
            value: evidence.id,
            label: t('fact-form.source', { number, title: evidence.title }),
          }))}
        />
      </fieldset>
    </FormDialog>
  )
}
