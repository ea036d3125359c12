import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseFact } from '../../../shared/disputes/case-file.ts'
import type { CaseView } from '../../../shared/disputes/views.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { UndoBar } from './undo-bar.tsx'
import { useUndo } from './use-undo.ts'
import { asKept, useFactText } from './use-words.ts'

/** The facts by day; those of one day can be put in another order. */
export function Timeline({ view, onEdit }: { view: CaseView; onEdit: (fact: CaseFact) => void }) {
  const { t } = useTranslation('disputes')
  const voiding = useCommand('disputes.voidFact')
  const restoring = useCommand('disputes.restoreFact')
  const undo = useUndo()
  const remove = async (fact: CaseFact): Promise<void> => {
    const done = await voiding.run({ caseId: view.id, id: fact.id, reason: asKept(t('facts-place.removedReason')) })
    if (done !== undefined) undo.offer(() => restoring.run({ caseId: view.id, id: fact.id }))
  }
  if (view.facts.length === 0) return <p className="soft">{t('facts-place.none')}</p>
  return (
    <>
      <ol className="timeline">
        {view.facts.map((fact, index) => (
          <FactLine
            key={fact.id}
            view={view}
            fact={fact}
            before={view.facts[index - 1]}
            after={view.facts[index + 1]}
            onEdit={onEdit}
            onRemove={(removed) => void remove(removed)}
          />
        ))}
      </ol>
      {voiding.error === undefined ? null : <ErrorNote error={voiding.error} />}
      <UndoBar undo={undo} text={t('facts-place.removed')} />
    </>
  )
}

interface FactLineProps {
  view: CaseView
  fact: CaseFact
  before: CaseFact | undefined
  after: CaseFact | undefined
  onEdit: (fact: CaseFact) => void
  onRemove: (fact: CaseFact) => void
}

function FactLine({ view, fact, before, after, onEdit, onRemove }: FactLineProps) {
  const { t } = useTranslation('disputes')
  const factText = useFactText()
  const moving = useCommand('disputes.moveFact')
  const text = factText(fact)
  const numbers = exhibitNumbers(view, fact)
  const place = { caseId: view.id }
  return (
    <li>
      <time dateTime={fact.date}>{fact.date}</time>
      <div className="timeline-words">
        <p>{text}</p>
        <p className="row">
          {fact.code !== undefined && ['demand', 'promise', 'application'].includes(fact.code) ? (
            <Status tone="warn" icon="clock">
              {t(`factKinds.${fact.code}`)}
            </Status>
          ) : null}
          <span className="soft">{t(`facts-place.origin.${fact.origin}`)}</span>
          {numbers.map((number) => (
            <span key={number} className="exhibit-tag">
              {t('exhibit', { number })}
            </span>
          ))}
        </p>
      </div>
      <div className="timeline-actions">
        {before?.date === fact.date ? (
          <Button
            type="text"
            size="small"
            aria-label={t('facts-place.up', { text })}
            icon={<Icon name="up" size={15} />}
            onClick={() => void moving.run({ ...place, id: fact.id, beforeId: before.id })}
          />
        ) : null}
        {after?.date === fact.date ? (
          <Button
            type="text"
            size="small"
            aria-label={t('facts-place.down', { text })}
            icon={<Icon name="down" size={15} />}
            onClick={() => void moving.run({ ...place, id: after.id, beforeId: fact.id })}
          />
        ) : null}
        <Button type="text" size="small" aria-label={t('facts-place.editFact', { text })} onClick={() => onEdit(fact)}>
          {t('facts-place.edit')}
        </Button>
        <Button
          type="text"
          size="small"
          aria-label={t('facts-place.removeFact', { text })}
          icon={<Icon name="close" size={15} />}
          onClick={() => onRemove(fact)}
        />
      </div>
    </li>
  )
}

/** 证据1…n that a fact names as its source. */
function exhibitNumbers(view: CaseView, fact: CaseFact): number[] {
  const sources = new Set(fact.sourceIds)
  return view.exhibits.filter((exhibit) => sources.has(exhibit.evidence.id)).map((exhibit) => exhibit.number)
}
