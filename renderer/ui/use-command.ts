import { useCallback, useRef, useState } from 'react'
import type { CallProgress } from '../../shared/call.ts'
import type { CallName, Input, Output } from '../../shared/contract.ts'
import type { ErrorData } from '../../shared/errors.ts'
import { call } from '../client.ts'
import { errorData, useApp } from '../shell/app-store.ts'

export interface Command<N extends CallName> {
  /** Runs the call; answers undefined when it failed or was cancelled (then `error` says why). */
  run: (input: Input<N>) => Promise<Output<N> | undefined>
  busy: boolean
  progress: CallProgress | undefined
  error: ErrorData | undefined
  cancel: () => void
  clear: () => void
}

/**
 * A command for a button or form: one at a time, with progress, cancel and its failure as data. After it, queries on
 * screen ask again. Leaving the screen does not cancel it: what a person started goes on.
 */
export function useCommand<N extends CallName>(name: N): Command<N> {
  const [busy, setBusy] = useState(false)
  const [progress, setProgress] = useState<CallProgress>()
  const [error, setError] = useState<ErrorData>()
  const abort = useRef<AbortController>(undefined)
  const run = useCallback(
    async (input: Input<N>): Promise<Output<N> | undefined> => {
      const controller = new AbortController()
      abort.current = controller
      setBusy(true)
      setError(undefined)
      setProgress(undefined)
      try {
        const output = await call(name, input, { onProgress: setProgress, signal: controller.signal })
        useApp.getState().changed()
        return output
      } catch (failure) {
        if (!controller.signal.aborted) setError(errorData(failure))
        return undefined
      } finally {
        setBusy(false)
        abort.current = undefined
      }
    },
    [name],
  )
  const cancel = useCallback(() => abort.current?.abort(), [])
  const clear = useCallback(() => setError(undefined), [])
  return { run, busy, progress, error, cancel, clear }
}
