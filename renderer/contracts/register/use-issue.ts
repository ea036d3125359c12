import { useState } from 'react'
import type { CallProgress } from '../../../shared/call.ts'
import type { Output } from '../../../shared/contract.ts'
import type { ErrorData } from '../../../shared/errors.ts'
import { useCommand } from '../../ui/use-command.ts'

export interface Issuing {
  /** Numbers and freezes the drafts, makes the papers, issues; answers how many are issued. */
  run: (drafts: readonly string[], begun?: readonly string[]) => Promise<number>
  /** Makes the Word files that are not there yet; the contracts are issued without them. */
  makeWords: (ids: readonly string[]) => Promise<void>
  busy: boolean
  progress: CallProgress | undefined
  error: ErrorData | undefined
  /** Stops after the paper being made; what is made is issued, the rest waits. */
  cancel: () => void
  wasStopped: boolean
  substituted: Output<'contracts.makePapers'>['substituted']
}

/** Issuing one contract or hundreds step by step: numbers, PDFs (long, can be stopped and gone on with), register, then Word. */
export function useIssue(): Issuing {
  const number = useCommand('contracts.issue')
  const papers = useCommand('contracts.makePapers')
  const finish = useCommand('contracts.finishIssue')
  const [wasStopped, setStopped] = useState(false)
  const [substituted, setSubstituted] = useState<Issuing['substituted']>([])
  const makeWords: Issuing['makeWords'] = async (ids) => {
    await papers.run({ ids: [...ids], formats: ['docx'] })
    await finish.run({ ids: [...ids] })
  }
  const run: Issuing['run'] = async (drafts, begun = []) => {
    setStopped(false)
    if (drafts.length > 0 && (await number.run({ ids: [...drafts] })) === undefined) return 0
    const ids = [...begun, ...drafts]
    const made = await papers.run({ ids, formats: ['pdf'] })
    if (made !== undefined) setSubstituted(made.substituted)
    const done = await finish.run({ ids })
    const isStopped = (done?.waiting.length ?? 0) > 0
    setStopped(isStopped)
    if (!isStopped) await makeWords(ids)
    return done?.issued.length ?? 0
  }
  return {
    run,
    makeWords,
    busy: number.busy || papers.busy || finish.busy,
    progress: papers.progress,
    error: number.error ?? papers.error ?? finish.error,
    cancel: papers.cancel,
    wasStopped,
    substituted,
  }
}
