import { type RefObject, useEffect, useEffectEvent, useState } from 'react'

/** Takes files that are dropped on an element or pasted anywhere on the page; answers whether files hang over the element. */
export function useFileDrop(target: RefObject<HTMLElement | null>, onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const take = useEffectEvent(onFiles)
  useEffect(() => {
    const element = target.current
    if (element === null) return undefined
    const stop = new AbortController()
    const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', isOver: boolean): void =>
      element.addEventListener(
        type,
        (event) => {
          if (event.dataTransfer?.types.includes('Files') !== true) return
          event.preventDefault()
          setOver(isOver)
          if (type === 'drop') take([...event.dataTransfer.files])
        },
        { signal: stop.signal },
      )
    on('dragenter', true)
    on('dragover', true)
    on('dragleave', false)
    on('drop', false)
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      take(files)
    }
    document.addEventListener('paste', paste, { signal: stop.signal })
    return () => stop.abort()
  }, [target])
  return over
}
