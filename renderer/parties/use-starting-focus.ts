import type { InputRef } from 'antd'
import { useEffect, useRef, type RefObject } from 'react'

/** Puts the focus into the first field of a dialog as it opens. */
export function useStartingFocus(): RefObject<InputRef | null> {
  const field = useRef<InputRef>(null)
  useEffect(() => field.current?.focus(), [])
  return field
}
