import { Button, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { caseEvidenceSchema } from '../../../shared/disputes/case-file.ts'
import type { EvidenceItem, Exhibit } from '../../../shared/disputes/views.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { EvidencePreview } from '../../ui/evidence-preview.tsx'
import { Field } from '../../ui/field.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { RedactedCopy } from './redacted-copy.tsx'

const kinds = caseEvidenceSchema.shape.kind.options
const holders = caseEvidenceSchema.shape.originalHolder.options

type Words = Pick<
  EvidenceItem,
  'title' | 'kind' | 'source' | 'takenBy' | 'takenAt' | 'purpose' | 'originalPlace' | 'originalHolder' | 'pages'
>

/** A piece of evidence whole: what it looks like on the left, what is said about it on the right. Its bytes never change. */
export function ExhibitDialog({ caseId, exhibit, onClose }: { caseId: string; exhibit: Exhibit; onClose: () => void }) {
  const { t } = useTranslation('disputes')
  const { evidence } = exhibit
  const [words, setWords] = useState<Words>(() => wordsOf(evidence))
  const save = useCommand('disputes.updateEvidence')
  const change = (part: Partial<Words>): void => setWords((known) => ({ ...known, ...part }))
  const submit = async (): Promise<void> => {
    if (words.title.trim() === '') return
    if ((await save.run({ id: evidence.id, ...words })) !== undefined) onClose()
  }
  return (
    <Modal
      open
      title={t('exhibit-dialog.heading', { number: exhibit.number, title: evidence.title })}
      onCancel={onClose}
      footer={null}
      width={980}
      closable={{ 'aria-label': t('app:action.close') }}
    >
      <div className="exhibit-dialog">
        <div className="stack">
          <EvidencePreview evidence={evidence} />
          <p className="soft hash">{t('app:evidence.hash', { sha256: evidence.sha256 })}</p>
          <RedactedCopy caseId={caseId} exhibit={exhibit} />
        </div>
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
        >
          <WordsFields words={words} change={change} isCounted={evidence.pages !== null} />
          {save.error === undefined ? null : <ErrorNote error={save.error} />}
          <div className="form-foot">
            <Button onClick={onClose}>{t('app:action.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={save.busy}>
              {t('app:action.save')}
            </Button>
          </div>
        </form>
      </div>
    </Modal>
  )
}

function wordsOf(evidence: EvidenceItem): Words {
  const { title, kind, source, takenBy, takenAt, purpose, originalPlace, originalHolder, pages } = evidence
  return { title, kind, source, takenBy, takenAt, purpose, originalPlace, originalHolder, pages }
}

interface WordsFieldsProps {
  words: Words
  change: (part: Partial<Words>) => void
  isCounted: boolean
}

function WordsFields({ words, change, isCounted }: WordsFieldsProps) {
  const { t } = useTranslation('disputes')
  const text = (key: 'title' | 'source' | 'takenBy' | 'originalPlace', help?: string) => (
    <Field
      label={t(`exhibit-dialog.${key}`)}
      help={help}
      problem={key === 'title' && words.title.trim() === '' ? t('exhibit-dialog.titleMissing') : undefined}
    >
      {(id) => (
        <Input id={id} maxLength={200} value={words[key]} onChange={(event) => change({ [key]: event.target.value })} />
      )}
    </Field>
  )
  return (
    <>
      {text('title')}
      <div className="form-pair">
        <Field label={t('exhibit-dialog.kind')}>
          {(id) => (
            <Select
              id={id}
              value={words.kind}
              onChange={(kind) => change({ kind })}
              options={kinds.map((value) => ({ value, label: t(`evidenceKinds.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t('exhibit-dialog.takenAt')}>
          {(id) => (
            <DateInput
              id={id}
              clearable
              value={words.takenAt ?? undefined}
              onChange={(date) => change({ takenAt: date ?? null })}
            />
          )}
        </Field>
      </div>
      <Field label={t('exhibit-dialog.purpose')} help={t('exhibit-dialog.purposeHelp')}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={4000}
            value={words.purpose}
            onChange={(event) => change({ purpose: event.target.value })}
          />
        )}
      </Field>
      <div className="form-pair">
        {text('source', t('exhibit-dialog.sourceHelp'))}
        {text('takenBy')}
      </div>
      <div className="form-pair">
        <Field label={t('exhibit-dialog.originalHolder')}>
          {(id) => (
            <Select
              id={id}
              value={words.originalHolder}
              onChange={(originalHolder) => change({ originalHolder })}
              options={holders.map((value) => ({ value, label: t(`holders.${value}`) }))}
            />
          )}
        </Field>
        {text('originalPlace')}
      </div>
      <Field label={t('exhibit-dialog.pages')} help={isCounted ? undefined : t('exhibit-dialog.pagesHelp')}>
        {(id) => (
          <InputNumber id={id} min={1} precision={0} value={words.pages} onChange={(pages) => change({ pages })} />
        )}
      </Field>
    </>
  )
}
