import { Button } from 'antd'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: string
  /** What this place is for. */
  purpose: string
  /** A small picture of the place when it is filled. */
  picture: ReactNode
  action?: { label: string; onClick: () => void }
  /** A quieter way beside the one button. */
  aside?: ReactNode
}

/** A place with nothing in it yet: what it is for, how it looks filled, and the one button that fills it. */
export function EmptyState({ title, purpose, picture, action, aside }: EmptyStateProps) {
  return (
    <section className="empty-state card">
      <div className="empty-picture" aria-hidden="true">
        {picture}
      </div>
      <h2>{title}</h2>
      <p className="soft">{purpose}</p>
      {action === undefined ? null : (
        <Button type="primary" size="large" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
      {aside}
    </section>
  )
}
