import { useCallback, useEffect, useState } from 'react'

export interface Undo {
  offered: boolean
  offer: (undo: () => Promise<unknown>) => void
  run: () => void
}

const offeredForMs = 12_000

/** The way back from the last thing taken away; it stays on screen for a while. */
export function useUndo(): Undo {
  const [undo, setUndo] = useState<() => Promise<unknown>>()
  useEffect(() => {
    if (undo === undefined) return undefined
    const timer = setTimeout(() => setUndo(undefined), offeredForMs)
    return () => clearTimeout(timer)
  }, [undo])
  const offer = useCallback((next: () => Promise<unknown>) => setUndo(() => next), [])
  const run = useCallback(() => {
    void undo?.()
    setUndo(undefined)
  }, [undo])
  return { offered: undo !== undefined, offer, run }
}
