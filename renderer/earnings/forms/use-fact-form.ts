import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallName, Input, Output } from '../../../shared/contract.ts'
import { useCommand } from '../../ui/use-command.ts'

/** What the fields of such a form need to know of it. */
export interface FactForm {
  /** The person has tried to save: problems show. */
  tried: boolean
  /** The sentence of a problem, if there is one to show yet. */
  problem: (wrong: boolean, key: string) => string | undefined
}

/**
 * What the forms of facts share: problems show once the person has tried to save, a good entry is saved, confirmed in a
 * word and the dialog closed. `onSaved` hears what was saved before the dialog closes. `dialog` is for `FormDialog`.
 */
export function useFactForm<N extends CallName>(
  name: N,
  onClose: () => void,
  onSaved?: (output: Output<N>, input: Input<N>) => void,
) {
  const { t } = useTranslation('ledger')
  const { message } = App.useApp()
  const command = useCommand(name)
  const [tried, setTried] = useState(false)
  /** `input` undefined means that something is missing or wrong. */
  const save = async (input: Input<N> | undefined): Promise<void> => {
    setTried(true)
    if (input === undefined) return
    const output = await command.run(input)
    if (output === undefined) return
    onSaved?.(output, input)
    void message.success(t('form.saved'))
    onClose()
  }
  const problem = (wrong: boolean, key: string): string | undefined => (tried && wrong ? t(`form.${key}`) : undefined)
  return { save, tried, problem, dialog: { onClose, busy: command.busy, error: command.error } }
}
