import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, Exhibit } from '../../../shared/disputes/views.ts'
import { TrainingEvidenceButton } from '../../training/index.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { EvidenceDrop } from './evidence-drop.tsx'
import { ExhibitDialog } from './exhibit-dialog.tsx'
import { ExhibitLine } from './exhibit-line.tsx'
import { UndoBar } from './undo-bar.tsx'
import { useUndo } from './use-undo.ts'

/** 证据: files come in by drop and paste, stand as 证据1…n in an order one can change, each with source and purpose. */
export function EvidencePlace({ view }: { view: CaseView }) {
  const { t } = useTranslation('disputes')
  const [openId, setOpenId] = useState<string>()
  const arrange = useCommand('disputes.setExhibits')
  const undo = useUndo()
  const ids = view.exhibits.map((exhibit) => exhibit.evidence.id)
  const setIds = (evidenceIds: string[]): Promise<unknown> => arrange.run({ caseId: view.id, evidenceIds })
  const move = (from: number, to: number): void => {
    const moved = ids[from]
    if (moved !== undefined && to >= 0 && to < ids.length) void setIds(ids.toSpliced(from, 1).toSpliced(to, 0, moved))
  }
  const remove = async (exhibit: Exhibit): Promise<void> => {
    if ((await setIds(ids.filter((id) => id !== exhibit.evidence.id))) !== undefined) undo.offer(() => setIds(ids))
  }
  const open = view.exhibits.find((exhibit) => exhibit.evidence.id === openId)
  const pages = view.exhibits.reduce((sum, { evidence }) => sum + (evidence.pages ?? 0), 0)
  return (
    <>
      <EvidenceDrop caseId={view.id} onAdded={setOpenId} />
      <section className="card">
        <div className="row">
          <h2>{t('evidence-place.list')}</h2>
          <span className="soft">{t('evidence-place.count', { count: view.exhibits.length, pages })}</span>
          <span className="end" />
          <TrainingEvidenceButton caseId={view.id} exhibitIds={ids} />
        </div>
        <UndoBar undo={undo} text={t('evidence-place.removed')} />
        {arrange.error === undefined ? null : <ErrorNote error={arrange.error} />}
        {view.exhibits.length === 0 ? <p className="soft">{t('evidence-place.none')}</p> : null}
        <ol className="exhibits">
          {view.exhibits.map((exhibit, index) => (
            <ExhibitLine
              key={exhibit.evidence.id}
              exhibit={exhibit}
              isFirst={index === 0}
              isLast={index === ids.length - 1}
              onOpen={() => setOpenId(exhibit.evidence.id)}
              onMove={(step) => move(index, index + step)}
              onRemove={() => void remove(exhibit)}
            />
          ))}
        </ol>
      </section>
      {open === undefined ? null : (
        <ExhibitDialog key={open.evidence.id} caseId={view.id} exhibit={open} onClose={() => setOpenId(undefined)} />
      )}
    </>
  )
}
