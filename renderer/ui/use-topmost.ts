import { useEffect, useId, useSyncExternalStore } from 'react'

/** Dialogs that are open, the topmost last. */
let open: readonly string[] = []
const listeners = new Set<() => void>()

function change(next: readonly string[]): void {
  open = next
  for (const tell of listeners) tell()
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Whether no dialog was opened above the one that asks: only the topmost may hold the focus. */
export function useTopmost(): boolean {
  const id = useId()
  useEffect(() => {
    change([...open, id])
    return () => change(open.filter((other) => other !== id))
  }, [id])
  const top = useSyncExternalStore(subscribe, () => open.at(-1))
  return top === undefined || top === id
}
