import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorData } from '../../shared/errors.ts'
import type { TrainingRecord } from '../../shared/training/records.ts'
import { call, fileUrl, intake } from '../client.ts'
import { errorData, useApp } from '../shell/app-store.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { useQuery } from '../ui/use-query.ts'

interface TrainingEvidenceProps {
  caseId: string
  /** The exhibits that the case has, in order; what comes in stands after them. */
  exhibitIds: readonly string[]
}

/** From a case: trainings of the log as evidence, by their proof files or as a training record made for it. */
export function TrainingEvidenceButton(props: TrainingEvidenceProps) {
  const { t } = useTranslation('training')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('evidence.button')}
      </Button>
      {isOpen ? <TrainingEvidenceDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function TrainingEvidenceDialog({ caseId, exhibitIds, onClose }: TrainingEvidenceProps & { onClose: () => void }) {
  const { t } = useTranslation('training')
  const { data, error } = useQuery('training.listRecords', { everyone: true })
  const [chosenIds, setChosenIds] = useState<string[]>([])
  const [withSheet, setWithSheet] = useState(true)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ErrorData>()
  const chosen = (data?.records ?? []).filter((record) => chosenIds.includes(record.id))
  const proofIds = chosen.flatMap((record) => record.evidenceIds).filter((id) => !exhibitIds.includes(id))
  const hasNothing = chosen.length > 0 && !withSheet && proofIds.length === 0
  const add = async (): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      const sheets = withSheet ? await keepSheets(chosen, wordsOf) : []
      const evidenceIds = [...new Set([...exhibitIds, ...proofIds, ...sheets])]
      await call('disputes.setExhibits', { caseId, evidenceIds })
      useApp.getState().changed()
      onClose()
    } catch (problem) {
      setFailure(errorData(problem))
    } finally {
      setBusy(false)
    }
  }
  const wordsOf = ({ from, to }: Period): SheetWords => ({
    title: t('evidence.sheetTitle', { from, to }),
    source: t('evidence.sheetSource'),
    originalPlace: t('evidence.sheetPlace'),
    purpose: t('evidence.sheetPurpose'),
  })
  return (
    <Modal
      open
      title={t('evidence.title')}
      onCancel={onClose}
      width={640}
      closable={{ 'aria-label': t('app:action.close') }}
      footer={
        <>
          <Button onClick={onClose}>{t('app:action.cancel')}</Button>
          <Button type="primary" loading={busy} disabled={chosen.length === 0 || hasNothing} onClick={() => void add()}>
            {t('evidence.add')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="soft">{t('evidence.text')}</p>
        {error === undefined ? null : <ErrorNote error={error} />}
        {data === undefined ? (
          <Loading />
        ) : (
          <Choices records={data.records} chosen={chosenIds} onChange={setChosenIds} />
        )}
        <Checkbox checked={withSheet} onChange={(event) => setWithSheet(event.target.checked)}>
          {t('evidence.sheet')}
        </Checkbox>
        {hasNothing ? <p className="field-problem">{t('evidence.nothing')}</p> : null}
        {failure === undefined ? null : <ErrorNote error={failure} />}
      </div>
    </Modal>
  )
}

interface ChoicesProps {
  records: readonly TrainingRecord[]
  chosen: readonly string[]
  onChange: (ids: string[]) => void
}

function Choices({ records, chosen, onChange }: ChoicesProps) {
  const { t } = useTranslation('training')
  if (records.length === 0) return <p>{t('evidence.none')}</p>
  const toggle = (id: string): void =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  return (
    <ul className="lines training-choices">
      {records.map((record) => (
        <li key={record.id}>
          <Checkbox checked={chosen.includes(record.id)} onChange={() => toggle(record.id)}>
            {record.date} · {record.topic}
          </Checkbox>
          <span className="soft">{t('evidence.files', { count: record.evidenceIds.length })}</span>
        </li>
      ))}
    </ul>
  )
}

interface Period {
  from: string
  to: string
}

interface SheetWords {
  title: string
  source: string
  originalPlace: string
  purpose: string
}

/** One training record per person among the chosen, kept byte for byte as evidence like any other file. */
async function keepSheets(
  chosen: readonly TrainingRecord[],
  wordsOf: (period: Period) => SheetWords,
): Promise<string[]> {
  const ids: string[] = []
  for (const [partyId, records] of Map.groupBy(chosen, (record) => record.partyId)) {
    const days = records.map((record) => record.date).toSorted()
    const period = { from: days[0] ?? '', to: days.at(-1) ?? '' }
    const recordIds = records.map((record) => record.id)
    const { file } = await call('training.exportRecord', { partyId, ...period, recordIds, format: 'pdf' })
    const bytes = await (await fetch(fileUrl(file))).blob()
    const { token } = await intake(new File([bytes], file.name, { type: file.mime }))
    const words = Object.fromEntries(
      // The thin spaces that only screens set do not go into what is kept.
      Object.entries(wordsOf(period)).map(([key, text]) => [key, text.replaceAll('\u2009', ' ')]),
    )
    ids.push((await call('disputes.addEvidence', { token, kind: 'other', ...words })).id)
  }
  return ids
}
