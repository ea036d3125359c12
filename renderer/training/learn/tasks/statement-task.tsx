import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementRecord } from '../../../../shared/earnings/import-shapes.ts'
import { hrefTo } from '../../../shell/route.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Money } from '../../../ui/money.tsx'
import { useQuery } from '../../../ui/use-query.ts'
import type { TaskFormProps } from './task-card.tsx'
import { NoRecord, NoteField, RecordPicker, TaskFoot } from './task-frame.tsx'
import { useTask } from './use-task.ts'

const shortestNote = 10

/** B1: explain one of one's own statements. */
export function StatementTask({ lessonId, noteExample }: TaskFormProps) {
  const { t } = useTranslation('lessons')
  const { data, error } = useQuery('earnings.listStatements', { withVoided: false })
  const task = useTask(lessonId)
  const [chosen, setChosen] = useState<string>()
  if (error !== undefined) return <ErrorNote error={error} />
  if (data === undefined) return <Loading rows={2} />
  const statements = data.statements.filter((statement) => statement.kind === 'orders')
  if (statements.length === 0) {
    return <NoRecord text={t('task.statement.none')} go={t('task.statement.go')} href={hrefTo('import')} />
  }
  const statement = statements.find(({ id }) => id === chosen)
  const isShort = task.note.trim().length < shortestNote
  const words =
    statement === undefined || isShort
      ? undefined
      : { kind: 'statement' as const, subjectId: statement.id, note: task.note }
  return (
    <div className="form">
      <RecordPicker
        label={t('task.statement.label')}
        options={statements.map(({ id, file }) => ({ value: id, label: file }))}
        value={chosen}
        onChange={setChosen}
        problem={task.tried && statement === undefined ? t('task.chooseRecord') : undefined}
      />
      {statement === undefined ? null : <StatementFigures statement={statement} />}
      <NoteField
        value={task.note}
        onChange={task.setNote}
        example={noteExample}
        problem={task.tried && isShort ? t('task.noteShort') : undefined}
      />
      <TaskFoot task={task} onSave={() => void task.save(words)} />
    </div>
  )
}

const amounts = ['saleFen', 'settledBaseFen', 'commissionFen', 'feeFen'] as const

/** The file's own totals: the figures that the note explains. */
function StatementFigures({ statement }: { statement: StatementRecord }) {
  const { t } = useTranslation('lessons')
  const parts: Record<string, number>[] = Object.values(statement.sums)
  const sumOf = (amount: string): number => parts.reduce((sum, part) => sum + (part[amount] ?? 0), 0)
  return (
    <dl className="task-figures">
      <div>
        <dt>{t('task.statement.rowsLabel')}</dt>
        <dd>{t('task.statement.rows', { count: sumOf('rows') })}</dd>
      </div>
      {amounts
        .filter((amount) => sumOf(amount) !== 0)
        .map((amount) => (
          <div key={amount}>
            <dt>{t(`import:fields.${amount}`)}</dt>
            <dd>
              <Money fen={sumOf(amount)} />
            </dd>
          </div>
        ))}
    </dl>
  )
}
