import { createContext, useCallback, useContext, useEffect, useId, useState, type ReactNode } from 'react'

type SetFault = (id: string, isFaulty: boolean) => void

const CountContext = createContext(0)
const SetContext = createContext<SetFault>(() => undefined)

/**
 * Keeps account of the fields inside that hold something unreadable. Terms being written are always readable: a field
 * with a fault keeps its last good value, and the form cannot be saved while there is one.
 */
export function FaultRegistry({ children }: { children: ReactNode }) {
  const [faulty, setFaulty] = useState<ReadonlySet<string>>(new Set())
  const set = useCallback<SetFault>((id, isFaulty) => {
    setFaulty((before) => {
      if (before.has(id) === isFaulty) return before
      const after = new Set(before)
      if (isFaulty) after.add(id)
      else after.delete(id)
      return after
    })
  }, [])
  return (
    <SetContext value={set}>
      <CountContext value={faulty.size}>{children}</CountContext>
    </SetContext>
  )
}

/** How many fields of the form hold something that cannot be read. */
export function useFaultCount(): number {
  return useContext(CountContext)
}

/** Reports a field's fault for as long as it is there. */
export function useReportedFault(isFaulty: boolean): void {
  const id = useId()
  const set = useContext(SetContext)
  useEffect(() => {
    set(id, isFaulty)
    return () => set(id, false)
  }, [id, isFaulty, set])
}
