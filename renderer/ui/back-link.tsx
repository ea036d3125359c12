import { Icon } from './icons.tsx'

/** The way back to the list or place that a screen was opened from; `text` names it. */
export function BackLink({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} className="row back-link">
      <Icon name="back" size={16} />
      {text}
    </a>
  )
}
