import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CallProgress } from '../../../shared/call.ts'
import type { Output } from '../../../shared/contract.ts'
import type { RosterMapping, RosterTarget } from '../../../shared/contracts/roster/targets.ts'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { useLocalText } from '../drafting/local-text.ts'

interface ColumnMappingProps {
  targets: readonly RosterTarget[]
  table: Output<'contracts.readRoster'>
  mapping: RosterMapping
  onChange: (mapping: RosterMapping) => void
  onCheck: () => void
  busy: boolean
  progress: CallProgress | undefined
  disabled: boolean
}

const noColumn = -1

/** Which column of the roster fills what, guessed by the headers and changeable, with what stands in it. */
export function ColumnMapping({ onCheck, busy, progress, disabled, ...given }: ColumnMappingProps) {
  const { t } = useTranslation('roster')
  const { targets, mapping } = given
  // What a template asks beside the person, the pay and the orders rarely differs by row.
  const [first, others] = [true, false].map((isFirst) =>
    targets.filter(({ id, kind }) => (kind !== 'value' || mapping[id] !== undefined) === isFirst),
  )
  return (
    <section className="card stack" aria-label={t('columns.title')}>
      <div>
        <h2>{t('columns.title')}</h2>
        <p className="soft">{t('columns.help')}</p>
      </div>
      <MappingTable {...given} targets={first ?? []} />
      {others === undefined || others.length === 0 ? null : (
        <details className="batch-group">
          <summary>{t('columns.more', { count: others.length })}</summary>
          <MappingTable {...given} targets={others} />
        </details>
      )}
      <div className="row">
        <Button type="primary" loading={busy} disabled={disabled} onClick={onCheck}>
          {t('columns.check')}
        </Button>
      </div>
      {busy ? <TaskProgress progress={progress} /> : null}
    </section>
  )
}

type MappingTableProps = Pick<ColumnMappingProps, 'targets' | 'table' | 'mapping' | 'onChange'>

function MappingTable({ targets, table, mapping, onChange }: MappingTableProps) {
  const { t } = useTranslation('roster')
  const say = useLocalText()
  const words = ({ variable, wordKey, label }: RosterTarget): string => {
    const own = wordKey === null ? (variable === null ? '' : say(variable.label)) : t(wordKey)
    return label === '' ? own : `${label} ${own}`
  }
  const set = (target: string, column: number): void => {
    const { [target]: _before, ...others } = mapping
    onChange(column === noColumn ? others : { ...others, [target]: column })
  }
  return (
    <table className="plain-table mapping-table">
      <thead>
        <tr>
          <th scope="col">{t('columns.target')}</th>
          <th scope="col">{t('columns.column')}</th>
          <th scope="col">{t('columns.sample')}</th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => {
          const column = mapping[target.id]
          return (
            <tr key={target.id}>
              <td>
                {words(target)} {target.isRequired ? <span className="soft">{t('columns.required')}</span> : null}
              </td>
              <td>
                <Select
                  className="mapping-select"
                  aria-label={words(target)}
                  value={column ?? noColumn}
                  onChange={(chosen: number) => set(target.id, chosen)}
                  options={[
                    { value: noColumn, label: t('columns.none') },
                    ...table.headers.map((header, at) => ({ value: at, label: header })),
                  ]}
                />
              </td>
              <td className="soft">{column === undefined ? '' : table.sample[0]?.cells[column]}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
