import { useEffect, useEffectEvent, useState, type RefObject } from 'react'

/** Files dropped on or pasted into a place; answers whether some are held over it right now. */
export function useFileDrop(place: RefObject<HTMLElement | null>, onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const take = useEffectEvent(onFiles)
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const drag = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(event.type !== 'dragleave')
    }
    const drop = (event: DragEvent): void => {
      event.preventDefault()
      setOver(false)
      take([...(event.dataTransfer?.files ?? [])])
    }
    const paste = (event: ClipboardEvent): void => take([...(event.clipboardData?.files ?? [])])
    element.addEventListener('dragover', drag)
    element.addEventListener('dragleave', drag)
    element.addEventListener('drop', drop)
    element.addEventListener('paste', paste)
    return () => {
      element.removeEventListener('dragover', drag)
      element.removeEventListener('dragleave', drag)
      element.removeEventListener('drop', drop)
      element.removeEventListener('paste', paste)
    }
  }, [place])
  return over
}
