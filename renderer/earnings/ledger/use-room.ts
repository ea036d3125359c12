import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** How wide a place is, so that as many months are shown as fit and nothing scrolls sideways. */
export function useRoom<T extends HTMLElement>(): { place: RefObject<T | null>; widthPx: number } {
  const place = useRef<T>(null)
  const [widthPx, setWidthPx] = useState(0)
  useLayoutEffect(() => {
    const element = place.current
    if (element === null) return undefined
    setWidthPx(element.clientWidth)
    const watcher = new ResizeObserver(([entry]) => setWidthPx(entry?.contentRect.width ?? 0))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  return { place, widthPx }
}
