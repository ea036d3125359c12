import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TaskWords } from '../../../../shared/training/learning-calls.ts'
import { useCommand } from '../../../ui/use-command.ts'

/** Notes a practice task as done; answers whether it was. */
export function useTask(lessonId: string) {
  const { t } = useTranslation('lessons')
  const { message } = App.useApp()
  const save = useCommand('training.saveLessonTask')
  const note = async (task: TaskWords): Promise<boolean> => {
    const done = (await save.run({ lessonId, task })) !== undefined
    if (done) void message.success(t('task.saved'))
    return done
  }
  return { note, busy: save.busy, error: save.error }
}
