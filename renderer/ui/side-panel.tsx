import { Button, Drawer } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icons.tsx'
import { useHotkey } from './keyboard.ts'
import { useReturnedFocus } from './use-returned-focus.ts'
import { useWide } from './use-wide.ts'

interface SidePanelProps {
  title: ReactNode
  /** For a screen reader, when the title is more than a text. */
  label: string
  onClose: () => void
  children: ReactNode
  /** Buttons that stay in sight. */
  footer?: ReactNode
  /** What gets the focus when the panel goes and what had it before has gone too. */
  returnTo?: () => HTMLElement | null
}

/** Beside the table on a wide window, over it on a narrow one. Esc closes; focus goes in and comes back. */
export function SidePanel({ title, label, onClose, children, footer, returnTo }: SidePanelProps) {
  const { t } = useTranslation()
  const wide = useWide()
  const panel = useRef<HTMLElement>(null)
  useReturnedFocus(returnTo)
  useEffect(() => {
    if (wide) panel.current?.focus({ preventScroll: true })
  }, [wide])
  useHotkey('Escape', onClose, { enabled: wide })
  const inside = (
    <>
      <div className="side-panel-head">
        <div className="side-panel-title">{title}</div>
        <Button type="text" onClick={onClose} aria-label={t('action.close')} icon={<Icon name="close" />} />
      </div>
      <div className="side-panel-body">{children}</div>
      {footer === undefined ? null : <div className="side-panel-foot">{footer}</div>}
    </>
  )
  if (!wide) {
    return (
      <Drawer open size={448} onClose={onClose} closable={false} aria-label={label} rootClassName="side-drawer">
        {inside}
      </Drawer>
    )
  }
  return (
    <aside className="side-panel card" aria-label={label} tabIndex={-1} ref={panel}>
      {inside}
    </aside>
  )
}
