import { useEffect, useRef, useState, type RefObject } from 'react'

const headAndFootPx = 112

/** The height a table may take so that it fills the window and scrolls inside itself. */
export function useTableHeight(): { place: RefObject<HTMLDivElement | null>; heightPx: number } {
  const place = useRef<HTMLDivElement>(null)
  const [heightPx, setHeightPx] = useState(420)
  useEffect(() => {
    const measure = (): void => {
      const top = place.current?.getBoundingClientRect().top ?? 0
      setHeightPx(Math.max(240, Math.floor(window.innerHeight - top - headAndFootPx)))
    }
    measure()
    // What stands above can still arrive or wrap: then the place of the table changes, and its room with it.
    const watcher = new ResizeObserver(measure)
    if (place.current?.parentElement) watcher.observe(place.current.parentElement)
    window.addEventListener('resize', measure)
    return () => {
      watcher.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [])
  return { place, heightPx }
}
