import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hrefTo, useRoute } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ImportPicture } from '../../ui/pictures.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { ConflictsView } from './conflicts-view.tsx'
import { DropZone } from './drop-zone.tsx'
import { FileDetail } from './file-detail.tsx'
import { FileList } from './file-list.tsx'
import { ImportBar } from './import-bar.tsx'
import { ImportDone } from './import-result.tsx'
import { type OpenFile, readyPreview, useImport } from './import-store.ts'
import { SavedMappings } from './mapping/saved-mappings.tsx'
import { PayerCard, usePayerQuestion } from './payer-question.tsx'
import { StatementHistory } from './statement-history.tsx'
import { StatementPage } from './statement-page.tsx'
import './import.css'
import './mapping.css'

/** 导入: files on the table and the history; `?statement=<id>` one import, `?view=conflicts` what needs a decision. */
export function ImportScreen() {
  const { params } = useRoute()
  const statement = params.get('statement')
  if (statement !== null) return <StatementPage key={statement} id={statement} />
  if (params.get('view') === 'conflicts') return <ConflictsView />
  return <ImportTable />
}

function ImportTable() {
  const { t } = useTranslation('import-screen')
  const files = useImport((state) => state.files)
  const result = useImport((state) => state.result)
  const { data: conflicts } = useQuery('earnings.listConflicts', {})
  const add = useImport((state) => state.add)
  return (
    <div className="stack import-screen">
      <div className="row">
        <h1>{t('title')}</h1>
        <span className="soft">{t('purpose')}</span>
      </div>
      <DropZone onFiles={(chosen) => void add(chosen)} small={files.length > 0 || result !== undefined} />
      {conflicts === undefined || conflicts.total === 0 ? null : (
        <p className="note row">
          {t('conflicts.some', { count: conflicts.total })}{' '}
          <a href={hrefTo('import', { view: 'conflicts' })}>{t('conflicts.open')}</a>
        </p>
      )}
      {result === undefined ? null : <ImportDone result={result} />}
      {files.length === 0 ? (
        <>
          <Nothing />
          <SavedMappings />
        </>
      ) : (
        <OpenFiles files={files} />
      )}
    </div>
  )
}

/** No file on the table: the history, or what this place looks like once there is one. */
function Nothing() {
  const { t } = useTranslation('import-screen')
  const { data, error, reload } = useQuery('earnings.listStatements', {})
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (data !== undefined && data.statements.length > 0) return <StatementHistory statements={data.statements} />
  if (data === undefined) return <Loading />
  return (
    <section className="card import-steps">
      <div className="empty-picture" aria-hidden="true">
        <ImportPicture />
      </div>
      <ol>
        {(['files', 'preview', 'ledger'] as const).map((step) => (
          <li key={step}>
            <b>{t(`empty.${step}`)}</b>
            <p className="soft">{t(`empty.${step}Text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function OpenFiles({ files }: { files: OpenFile[] }) {
  const selected = useImport((state) => state.selected)
  const error = useImport((state) => state.error)
  const [tried, setTried] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const question = usePayerQuestion(files.flatMap((file) => readyPreview(file) ?? []))
  const open = files.find((file) => file.key === selected) ?? files[0]
  const start = (): void => {
    setTried(true)
    if (question.isAnswered) void useImport.getState().importReady(question.assignments)
    else place.current?.querySelector<HTMLElement>('.payer-row input, .payer-row button')?.focus()
  }
  const card = <PayerCard question={question} isMissing={tried && !question.isAnswered} />
  return (
    <>
      {error === undefined ? null : (
        <ErrorNote error={error}>
          <ReadAgain />
        </ErrorNote>
      )}
      <div ref={place} className={files.length > 1 ? 'import-open many' : 'import-open'}>
        <FileList files={files} selected={open?.key} />
        {open === undefined ? null : (
          <div className="import-detail stack">
            <FileDetail key={open.key} file={open} question={card} />
            {open.answer?.ok === true ? null : card}
          </div>
        )}
      </div>
      <ImportBar files={files} isWaiting={question.isLoading} onImport={start} />
    </>
  )
}

function ReadAgain() {
  const { t } = useTranslation('import-screen')
  return (
    <p>
      <Button size="small" onClick={() => void useImport.getState().read()}>
        {t('readAgain')}
      </Button>
    </p>
  )
}
