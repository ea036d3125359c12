import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

export type Tone = 'bad' | 'warn' | 'good' | 'plain'

const toneIcons: Record<Tone, IconName> = { bad: 'dot', warn: 'warn', good: 'check', plain: 'ring' }

/** What state something is in: an icon, a word and a colour, never the colour alone. */
export function Status({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`status status-${tone}`}>
      <Icon name={icon ?? toneIcons[tone]} size={13} />
      <span>{children}</span>
    </span>
  )
}
