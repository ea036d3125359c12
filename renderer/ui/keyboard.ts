import { useEffect, useRef } from 'react'

interface Hotkey {
  matches: (event: KeyboardEvent) => boolean
  run: (event: KeyboardEvent) => void
  /** Works while a field is being typed into. */
  inFields: boolean
}

/** The keys of what is open; the last one mounted is asked first, so Esc closes the topmost thing only. */
const stack: Hotkey[] = []

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** What the command key is called here. */
export const commandKeyName = isMac ? '⌘' : 'Ctrl'

/** Dialogs and lists of choices that are open above the page: they take Esc for themselves, without saying so to the event. */
const overlays = ['.ant-modal-wrap', '.ant-select-dropdown', '.ant-picker-dropdown', '.ant-dropdown']

function isUnderOverlay(): boolean {
  const open = document.querySelectorAll<HTMLElement>(overlays.join(', '))
  return [...open].some(({ style, className }) => style.display !== 'none' && !/-hidden\b/.test(className))
}

window.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return
  if (event.key === 'Escape' && isUnderOverlay()) return
  for (const hotkey of stack.toReversed()) {
    if (!hotkey.matches(event)) continue
    if (isField(event.target) && !hotkey.inFields) continue
    event.preventDefault()
    hotkey.run(event)
    return
  }
})

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/** `key` is a KeyboardEvent.key, or `mod+k` with the command key of the system (⌘ or Ctrl). */
function matcher(key: string): (event: KeyboardEvent) => boolean {
  const command = key.startsWith('mod+')
  const name = command ? key.slice(4) : key
  return (event) => {
    const held = isMac ? event.metaKey : event.ctrlKey
    if (command !== held || event.altKey) return false
    return event.key.toLowerCase() === name.toLowerCase()
  }
}

/** Runs `action` on a key while the component is mounted. `Escape` and `mod+…` work in fields too, other keys do not. */
export function useHotkey(key: string, action: () => void, options: { enabled?: boolean } = {}): void {
  const enabled = options.enabled ?? true
  const latest = useRef(action)
  useEffect(() => {
    latest.current = action
  })
  useEffect(() => {
    if (!enabled) return undefined
    const hotkey: Hotkey = {
      matches: matcher(key),
      run: () => latest.current(),
      inFields: key === 'Escape' || key.startsWith('mod+'),
    }
    stack.push(hotkey)
    return () => {
      stack.splice(stack.indexOf(hotkey), 1)
    }
  }, [key, enabled])
}

/** `/` moves the focus to the filter of the page. */
export function useFilterKey(focus: () => void): void {
  useHotkey('/', focus)
}
