import { useSyncExternalStore } from 'react'

const query = '(min-width: 1180px)'

/** Whether the window has room for the navigation's words and a panel beside the table. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

function subscribe(onChange: () => void): () => void {
  const list = window.matchMedia(query)
  list.addEventListener('change', onChange)
  return () => list.removeEventListener('change', onChange)
}
