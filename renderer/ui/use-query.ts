import { useCallback, useEffect, useState } from 'react'
import type { CallName, Input, Output } from '../../shared/contract.ts'
import type { ErrorData } from '../../shared/errors.ts'
import { call } from '../client.ts'
import { errorData, useApp } from '../shell/app-store.ts'

export interface Query<T> {
  /** The last answer; it stays while a newer one is on its way. */
  data: T | undefined
  error: ErrorData | undefined
  loading: boolean
  reload: () => void
}

interface Answer<T> {
  /** What was asked for this answer. */
  question: string | undefined
  data: T | undefined
  error: ErrorData | undefined
}

/**
 * Asks a query and keeps its answer on screen; asks again when the input or anything in the data changes.
 * `input` undefined asks nothing. An answer to an older question is dropped.
 */
export function useQuery<N extends CallName>(name: N, input: Input<N> | undefined): Query<Output<N>> {
  const revision = useApp((state) => state.revision)
  const [asked, setAsked] = useState(0)
  const [answer, setAnswer] = useState<Answer<Output<N>>>({ question: undefined, data: undefined, error: undefined })
  const question = input === undefined ? undefined : JSON.stringify([input, revision, asked])
  useEffect(() => {
    if (question === undefined) return undefined
    let current = true
    const [given] = JSON.parse(question) as [Input<N>]
    call(name, given).then(
      (data) => current && setAnswer({ question, data, error: undefined }),
      (error: unknown) => current && setAnswer({ question, data: undefined, error: errorData(error) }),
    )
    return () => {
      current = false
    }
  }, [name, question])
  const reload = useCallback(() => setAsked((times) => times + 1), [])
  const loading = question !== undefined && answer.question !== question
  return { data: answer.data, error: answer.error, loading, reload }
}
