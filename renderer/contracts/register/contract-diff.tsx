import { useTranslation } from 'react-i18next'
import { type ClauseDiff, diffClauses } from '../../../shared/contracts/life-diff.ts'
import type { BuiltContract } from '../../../shared/contracts/templates/built.ts'
import { Status } from '../../ui/status.tsx'
import { useQuery } from '../../ui/use-query.ts'

/** What an amendment changes, clause by clause: what went is struck through, what came is underlined. */
export function ContractDiff({ amendsId, built }: { amendsId: string; built: BuiltContract }) {
  const { t } = useTranslation('register')
  const before = useQuery('contracts.get', { id: amendsId }).data?.content?.built
  if (before === undefined) return null
  const diffs = diffClauses(before, built)
  const same = diffs.filter(({ kind }) => kind === 'same').length
  return (
    <section className="card" aria-label={t('diff.title')}>
      <h2>{t('diff.title')}</h2>
      {diffs.map((diff) => (diff.kind === 'same' ? null : <OneClause key={diff.id} diff={diff} />))}
      <p className="soft">{t('diff.same', { count: same })}</p>
    </section>
  )
}

const tones = { added: 'good', removed: 'bad', changed: 'warn', same: 'plain' } as const

function OneClause({ diff }: { diff: ClauseDiff }) {
  const { t } = useTranslation('register')
  const keys = new Map<string, number>()
  return (
    <div className="clause-diff">
      <h3>
        {diff.heading} <Status tone={tones[diff.kind]}>{t(`diff.${diff.kind}`)}</Status>
      </h3>
      <p className="diff-text">
        {diff.runs.map(({ kind, text }) => {
          const count = (keys.get(text) ?? 0) + 1
          keys.set(text, count)
          const key = `${text}-${count}`
          if (kind === 'same') return <span key={key}>{text}</span>
          return kind === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>
        })}
      </p>
    </div>
  )
}
