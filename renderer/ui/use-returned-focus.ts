import { useEffect, useEffectEvent, useRef } from 'react'

/**
 * Remembers what had the focus when a panel or dialog opened and gives it back when that goes, or else to what `returnTo` finds.
 * What has taken the focus meanwhile keeps it.
 */
export function useReturnedFocus(returnTo?: () => HTMLElement | null): void {
  const before = useRef<Element | null>(document.activeElement)
  const findPlace = useEffectEvent(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return undefined
    const origin = before.current
    const isThere = origin instanceof HTMLElement && origin !== document.body && origin.isConnected
    return isThere ? origin : returnTo?.()
  })
  useEffect(() => () => findPlace()?.focus({ preventScroll: true }), [])
}
