import { useState } from 'react'
import type { CallName, Input, Output } from '../../shared/contract.ts'
import { type Command, useCommand } from '../ui/use-command.ts'

/** A command without a form whose answer stays on screen. */
export function useCheck<N extends CallName>(
  name: N,
  input: Input<N>,
  onDone?: () => void,
): Pick<Command<N>, 'busy' | 'error'> & { output: Output<N> | undefined; run: () => Promise<void> } {
  const command = useCommand(name)
  const [output, setOutput] = useState<Output<N>>()
  const run = async (): Promise<void> => {
    const answer = await command.run(input)
    setOutput(answer)
    if (answer !== undefined) onDone?.()
  }
  return { busy: command.busy, error: command.error, output, run }
}
