import { useState } from 'react'
import type { Question } from '../../../shared/training/lesson.ts'

export interface Answers {
  chosen: Record<string, string[]>
  checked: ReadonlySet<string>
  /** Questions whose answer was not looked at yet. */
  left: number
  choose: (id: string, options: string[]) => void
  check: (id: string) => void
  restart: () => void
}

/** What was chosen and what was checked of some questions. */
export function useAnswers(questions: readonly Question[]): Answers {
  const [chosen, setChosen] = useState<Record<string, string[]>>({})
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  return {
    chosen,
    checked,
    left: questions.filter(({ id }) => !checked.has(id)).length,
    choose: (id, options) => setChosen((before) => ({ ...before, [id]: options })),
    check: (id) => setChecked((before) => new Set(before).add(id)),
    restart: () => {
      setChosen({})
      setChecked(new Set())
    },
  }
}
