import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ComparedItem, StatementContent } from '../../../shared/earnings/settlement-shapes.ts'
import { formatAmount } from '../../../shared/i18n/index.ts'
import { Status } from '../../ui/status.tsx'
import { cycleName } from '../ledger/cycle-words.ts'

interface ComparedTableProps {
  content: StatementContent
  items: readonly ComparedItem[]
  /** The person says which agreement an item is about. */
  onChoose: (index: number, agreementId: string) => void
}

/** Their figure and mine, cycle by cycle. */
export function ComparedTable({ content, items, onChoose }: ComparedTableProps) {
  const { t } = useTranslation('settlement')
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('received.columns.about')}</th>
          <th scope="col">{t('received.columns.agreement')}</th>
          <th scope="col" className="number">
            {t('received.columns.theirs')}
          </th>
          <th scope="col" className="number">
            {t('received.columns.mine')}
          </th>
          <th scope="col">{t('received.columns.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const theirs = content.items[item.index]
          if (theirs === undefined) return null
          const name = cycleName(t, theirs.cycle, theirs.from)
          return (
            <tr key={item.index}>
              <td>
                {name}
                <div className="soft">{theirs.title}</div>
              </td>
              <td>
                <OwnAgreement item={item} cycle={name} onChoose={(id) => onChoose(item.index, id)} />
              </td>
              <td className="number">{formatAmount(theirs.expectedFen)}</td>
              <td className="number">{item.mine === null ? '' : formatAmount(item.mine.expectedFen)}</td>
              <td>
                <Difference item={item} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface OwnAgreementProps {
  item: ComparedItem
  cycle: string
  onChoose: (agreementId: string) => void
}

/** The agreement that an item is about; to be chosen where there are several with this payer. */
function OwnAgreement({ item, cycle, onChoose }: OwnAgreementProps) {
  const { t } = useTranslation('settlement')
  if (item.agreements.length < 2) return item.agreements[0]?.title
  return (
    <Select
      size="small"
      className="settlement-agreement"
      aria-label={t('received.choose', { cycle })}
      value={item.agreementId}
      onChange={onChoose}
      options={item.agreements.map(({ id, title }) => ({ value: id, label: title }))}
    />
  )
}

function Difference({ item }: { item: ComparedItem }) {
  const { t } = useTranslation('settlement')
  const { shortFen, mine } = item
  if (shortFen === null || mine === null) return <Status tone="warn">{t('received.noCycle')}</Status>
  return (
    <div className="settlement-marks">
      {shortFen > 0 ? (
        <Status tone="bad">{t('received.short', { fen: shortFen })}</Status>
      ) : shortFen < 0 ? (
        <Status tone="plain">{t('received.more', { fen: -shortFen })}</Status>
      ) : (
        <Status tone="good">{t('received.equal')}</Status>
      )}
      {mine.source === 'platform' ? <span className="soft">{t('received.platform')}</span> : null}
      {item.taken ? <Status tone="good">{t('received.taken')}</Status> : null}
    </div>
  )
}
