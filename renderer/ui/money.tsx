import { formatFen } from '../../shared/money.ts'

export type MoneySize = 'text' | 'strong' | 'large' | 'headline'

/** An amount as people read it: ¥12,345.67, tabular figures, nothing rounded. `tone` only repeats what a word already says. */
export function Money({ fen, size = 'text', tone }: { fen: number; size?: MoneySize; tone?: 'bad' | 'soft' }) {
  return <span className={`money money-${size}${tone === undefined ? '' : ` money-${tone}`}`}>{formatFen(fen)}</span>
}
