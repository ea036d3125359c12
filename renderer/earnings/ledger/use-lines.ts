import { useEffect, useState } from 'react'
import type { Input, Output } from '../../../shared/contract.ts'
import type { LedgerLine } from '../../../shared/earnings/ledger-shapes.ts'
import type { ErrorData } from '../../../shared/errors.ts'
import { call } from '../../client.ts'
import { errorData } from '../../shell/app-store.ts'

type LinesInput = Omit<Input<'earnings.lines'>, 'after'>

interface Lines {
  question: string
  lines: LedgerLine[]
  total: number
  months: Output<'earnings.lines'>['months']
  next: string | null
}

/** Order lines gathered page by page of 200, as far as someone has scrolled; a new question begins anew. */
export function useLines(input: LinesInput) {
  const question = JSON.stringify(input)
  const [held, setHeld] = useState<Lines>()
  const [error, setError] = useState<ErrorData>()
  const [wanted, setWanted] = useState<{ question: string; after: string | null }>({ question, after: null })
  const after = wanted.question === question ? wanted.after : null
  useEffect(() => {
    let current = true
    const ask = async (): Promise<void> => {
      try {
        const page = await call('earnings.lines', { ...(JSON.parse(question) as LinesInput), after })
        if (!current) return
        setError(undefined)
        setHeld((before) => join(question, after !== null && before?.question === question ? before : undefined, page))
      } catch (failure) {
        if (current) setError(errorData(failure))
      }
    }
    void ask()
    return () => {
      current = false
    }
  }, [question, after])
  const answer = held?.question === question ? held : undefined
  const more = (): void => {
    if (answer !== undefined && answer.next !== null) setWanted({ question, after: answer.next })
  }
  return { answer, error, more }
}

function join(question: string, earlier: Lines | undefined, page: Output<'earnings.lines'>): Lines {
  const { lines, total, months, next } = page
  return { question, lines: [...(earlier?.lines ?? []), ...lines], total, months, next }
}
