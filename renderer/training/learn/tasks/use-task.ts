import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskWords } from '../../../../shared/training/learning-calls.ts'
import type { ErrorData } from '../../../../shared/errors.ts'
import { useCommand } from '../../../ui/use-command.ts'

export interface Task {
  note: string
  setNote: (note: string) => void
  /** Whether the person tried to go on: only then is said what is missing. */
  tried: boolean
  setTried: (tried: boolean) => void
  /** Keeps the practice as done and empties the note; undefined says that something is missing yet. */
  save: (words: TaskWords | undefined) => Promise<void>
  busy: boolean
  error: ErrorData | undefined
}

/** The note of a practice task and keeping the task as done. */
export function useTask(lessonId: string): Task {
  const { t } = useTranslation('lessons')
  const { message } = App.useApp()
  const command = useCommand('training.saveLessonTask')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const save = async (words: TaskWords | undefined): Promise<void> => {
    setTried(true)
    if (words === undefined || (await command.run({ lessonId, task: words })) === undefined) return
    void message.success(t('task.saved'))
    setNote('')
    setTried(false)
  }
  return { note, setNote, tried, setTried, save, busy: command.busy, error: command.error }
}
