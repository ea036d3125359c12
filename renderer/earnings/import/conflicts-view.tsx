import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { platformName } from '../../../shared/i18n/index.ts'
import type { Output } from '../../../shared/contract.ts'
import { hrefTo } from '../../shell/route.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { Loading } from '../../ui/loading.tsx'
import { Money } from '../../ui/money.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { ChangesTable, type LedgerChange } from './changes-table.tsx'

type Conflict = Output<'earnings.listConflicts'>['conflicts'][number]

const amounts = ['saleFen', 'refundFen', 'settledBaseFen', 'estimatedCommissionFen', 'commissionFen', 'feeFen'] as const

/** Order lines of which two files, equally new, say different amounts: the person says which one counts. */
export function ConflictsView() {
  const { t } = useTranslation('import-screen')
  const { data, error, reload } = useQuery('earnings.listConflicts', {})
  const [choices, setChoices] = useState<ReadonlyMap<string, number>>(new Map())
  const [moved, setMoved] = useState<readonly LedgerChange[]>()
  const deciding = useCommand('earnings.decideConflicts')
  const conflicts = data?.conflicts ?? []
  const chosen = conflicts.flatMap(({ lineId }) => {
    const version = choices.get(lineId)
    return version === undefined ? [] : [{ lineId, version }]
  })
  const decide = async (): Promise<void> => {
    const outcome = await deciding.run({ choices: chosen })
    if (outcome === undefined) return
    setMoved(outcome.changes)
    setChoices(new Map())
  }
  return (
    <div className="stack import-screen">
      <BackLink href={hrefTo('import')} text={t('back')} />
      <div>
        <h1>{t('conflicts.title')}</h1>
        <p className="soft">{t('conflicts.help')}</p>
      </div>
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {data === undefined && error === undefined ? <Loading rows={6} /> : null}
      {moved === undefined ? null : (
        <output className="card">
          <h2>{t('changes.title')}</h2>
          <ChangesTable changes={moved} />
        </output>
      )}
      {data?.total === 0 ? <p className="card">{t('conflicts.none')}</p> : null}
      {conflicts.map((conflict) => (
        <ConflictCard
          key={conflict.lineId}
          conflict={conflict}
          chosen={choices.get(conflict.lineId)}
          onChoose={(version) => setChoices(new Map(choices).set(conflict.lineId, version))}
          onChooseFile={(file) => setChoices(chooseFile(conflicts, choices, file))}
        />
      ))}
      {deciding.error === undefined ? null : <ErrorNote error={deciding.error} />}
      {conflicts.length === 0 ? null : (
        <div className="import-bar">
          <span className="soft">{t('conflicts.decided', { count: chosen.length, total: data?.total ?? 0 })}</span>
          <Button
            type="primary"
            className="end"
            loading={deciding.busy}
            disabled={chosen.length === 0}
            onClick={() => void decide()}
          >
            {t('conflicts.decide')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The same file for every line that it is a part of. */
function chooseFile(
  conflicts: readonly Conflict[],
  choices: ReadonlyMap<string, number>,
  file: string,
): ReadonlyMap<string, number> {
  const next = new Map(choices)
  for (const { lineId, versions } of conflicts) {
    const version = versions.find((candidate) => candidate.file === file)
    if (version !== undefined) next.set(lineId, version.version)
  }
  return next
}

interface ConflictCardProps {
  conflict: Conflict
  chosen: number | undefined
  onChoose: (version: number) => void
  onChooseFile: (file: string) => void
}

function ConflictCard({ conflict, chosen, onChoose, onChooseFile }: ConflictCardProps) {
  const { t } = useTranslation('import-screen')
  const shown = amounts.filter((amount) => conflict.versions.some((version) => version[amount] !== null))
  const picked = conflict.versions.find(({ version }) => version === chosen)
  return (
    <section className="card stack" aria-label={conflict.orderId}>
      <p>
        <b>{platformName(t, conflict.platform)}</b> {conflict.account} ·{' '}
        <span className="long-id">{conflict.orderId}</span> <span className="soft">{conflict.productId}</span>
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('conflicts.version')}</th>
            {shown.map((amount) => (
              <th key={amount} scope="col" className="number">
                {t(`import:fields.${amount}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {conflict.versions.map((version) => (
            <tr key={version.version}>
              <td>
                <Radio checked={version.version === chosen} onChange={() => onChoose(version.version)}>
                  {version.file} · {t('app:place.row', { row: version.row })}
                  <span className="soft">
                    {' '}
                    {t(`earnings:lineStatuses.${version.status}`)} ·{' '}
                    {t('conflicts.exported', { at: shanghaiClock(version.exportedAt) })}
                    {version.counts ? ` · ${t('conflicts.counts')}` : ''}
                  </span>
                </Radio>
              </td>
              {shown.map((amount) => {
                const fen = version[amount]
                return (
                  <td key={amount} className="number">
                    {fen === null ? '—' : <Money fen={fen} />}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {picked === undefined ? null : (
        <div>
          <Button size="small" onClick={() => onChooseFile(picked.file)}>
            {t('conflicts.sameFile', { file: picked.file })}
          </Button>
        </div>
      )}
    </section>
  )
}
