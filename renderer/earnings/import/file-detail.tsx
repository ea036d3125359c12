import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision, StatementPreview } from '../../../shared/earnings/import-shapes.ts'
import { formatCount } from '../../../shared/i18n/index.ts'
import { hrefTo } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { formatBytes } from '../../ui/format.ts'
import { Loading } from '../../ui/loading.tsx'
import { DecisionCounts } from './decision-counts.tsx'
import { FailedFile } from './failed-file.tsx'
import { FileFacts } from './file-facts.tsx'
import { FileState } from './file-list.tsx'
import { type OpenFile, useImport } from './import-store.ts'
import { MappingStep } from './mapping/mapping-step.tsx'
import { PaymentRows } from './payment-rows.tsx'
import { PreviewRows } from './preview-rows.tsx'
import { StatementSums } from './statement-sums.tsx'
import { usePresetName } from './words.ts'

interface FileDetailProps {
  file: OpenFile
  /** What is asked once one knows what the file is, before its rows. */
  question: ReactNode
}

/** One file opened: what it is and why, what happens to its rows, and the rows themselves. */
export function FileDetail({ file, question }: FileDetailProps) {
  const { t } = useTranslation('import-screen')
  const work = useImport((state) => state.work)
  if (file.failure !== undefined) return <ErrorNote error={file.failure} />
  if (file.answer === undefined) {
    if (work !== undefined) return <Loading rows={6} />
    return (
      <div className="card row">
        <span>{t('unread')}</span>
        <Button type="primary" onClick={() => void useImport.getState().read()}>
          {t('read')}
        </Button>
      </div>
    )
  }
  if (!file.answer.ok) return <FailedFile key={file.key} file={file} failure={file.answer.failure} />
  return <ReadyFile key={file.key} file={file} preview={file.answer.preview} question={question} />
}

function ReadyFile({ file, preview, question }: FileDetailProps & { preview: StatementPreview }) {
  const { t } = useTranslation('import-screen')
  const presetName = usePresetName(t)
  const work = useImport((state) => state.work)
  const choose = useImport((state) => state.choose)
  const [shown, setShown] = useState<Decision>()
  const [mapping, setMapping] = useState(false)
  if (mapping) {
    return (
      <MappingStep
        fileName={file.name}
        layout={{ headers: preview.headers, headerRow: preview.headerRow, sample: [] }}
        preview={preview}
        onClose={() => setMapping(false)}
        onSaved={(preset) => {
          setMapping(false)
          choose(file.key, { ...file.choice, preset })
        }}
      />
    )
  }
  return (
    <div className="stack">
      <section className="card stack">
        <div className="row file-head">
          <h2 className="file-title">{presetName(preview.preset, preview.role)}</h2>
          <FileState file={file} work={work} />
          <span className="soft file-name">{file.name}</span>
          <span className="soft end">
            {t('rows', { count: preview.rows, shown: formatCount(preview.rows) })} · {formatBytes(preview.sizeBytes)}
          </span>
        </div>
        {preview.alreadyImported === null ? null : (
          <p className="note note-plain">
            {t('already')} <a href={hrefTo('import', { statement: preview.alreadyImported })}>{t('alreadyOpen')}</a>
          </p>
        )}
        <FileFacts key={preview.planId} file={file} preview={preview} onMap={() => setMapping(true)} />
      </section>
      {question}
      <section className="card stack">
        <DecisionCounts preview={preview} shown={shown} onShow={setShown} />
        <LackingNotes lacking={preview.lacking} />
        {preview.kind === 'payments' && (shown === undefined || shown === 'new') ? (
          <PaymentRows file={file} preview={preview} />
        ) : (
          <PreviewRows preview={preview} shown={shown} />
        )}
        <StatementSums sums={preview.sums} />
      </section>
    </div>
  )
}

/** What rows that will be imported do not say, so that nobody takes a commission that is too low for the whole of it. */
function LackingNotes({ lacking }: { lacking: StatementPreview['lacking'] }) {
  const { t } = useTranslation('import-screen')
  if (lacking === null) return null
  return (['sale', 'settledAt'] as const)
    .filter((name) => lacking[name] > 0)
    .map((name) => (
      <p key={name} className="note">
        {t(`lacking.${name}`, { count: lacking[name], shown: formatCount(lacking[name]) })}
      </p>
    ))
}
