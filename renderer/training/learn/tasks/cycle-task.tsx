import { CycleForm } from './cycle-form.tsx'
import type { TaskFormProps } from './task-card.tsx'

/** B4: a month that was reconciled and confirmed. */
export function CycleTask(props: TaskFormProps) {
  return (
    <CycleForm
      {...props}
      kind="cycle"
      fits={(row) => row.confirmed}
      wordsOf={({ agreement, row }, note) => ({ kind: 'cycle', subjectId: agreement.id, cycle: row.cycle, note })}
    />
  )
}
