import { Button, Segmented, Select } from 'antd'
import type { TFunction } from 'i18next'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { cycleStatusSchema } from '../../../shared/earnings/ledger-shapes.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { useFilterKey } from '../../ui/keyboard.ts'
import { useSideForm } from '../../ui/term.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { ledgerViews, type LedgerAddress } from './ledger-address.ts'

interface FilterBarProps {
  address: LedgerAddress
  change: (changes: Record<string, string | undefined>, options?: { replace?: boolean }) => void
}

type Agreement = Output<'contracts.listAgreements'>['agreements'][number]

/** Payer, payee, agreement, period, status and the chosen day. `/` comes here. */
export function FilterBar({ address, change }: FilterBarProps) {
  const { t } = useTranslation('ledger')
  const first = useRef<HTMLDivElement>(null)
  useFilterKey(() => first.current?.querySelector('input')?.focus())
  const { data } = useQuery('contracts.listAgreements', { onDay: address.asOf })
  const agreements = data?.agreements ?? []
  const set = (changes: Record<string, string | undefined>): void => change(changes, { replace: true })
  const filtered =
    address.payer !== undefined ||
    address.payee !== undefined ||
    address.agreement !== undefined ||
    address.statuses.length > 0 ||
    address.asOf !== today()
  return (
    <search className="ledger-filters" aria-label={t('filter.label')}>
      <div ref={first} className="filter-first">
        {sidesToChoose(agreements, address).map((side) => (
          <PartySelect key={side} side={side} agreements={agreements} chosen={address[side]} set={set} />
        ))}
      </div>
      <Select
        className="filter-select"
        aria-label={t('filter.agreement')}
        showSearch={{ optionFilterProp: 'label' }}
        value={address.agreement ?? ''}
        onChange={(agreement) => set({ agreement: agreement === '' ? undefined : agreement })}
        options={[
          { value: '', label: t('filter.allAgreements') },
          ...agreements
            .filter(({ payer }) => address.payer === undefined || payer.id === address.payer)
            .filter(({ payee }) => address.payee === undefined || payee.id === address.payee)
            .map((agreement) => ({ value: agreement.id, label: agreement.title })),
        ]}
      />
      <Select
        className="filter-select"
        aria-label={t('filter.period')}
        value={address.period}
        onChange={(period) => set({ period })}
        options={periodOptions(t, address.asOf)}
      />
      <Select
        className="filter-select"
        mode="multiple"
        maxTagCount={1}
        allowClear
        aria-label={t('filter.status')}
        placeholder={t('filter.allStatuses')}
        value={address.statuses}
        onChange={(statuses) => set({ status: statuses.length === 0 ? undefined : statuses.join(',') })}
        options={cycleStatusSchema.options.map((value) => ({ value, label: t(`earnings:statuses.${value}`) }))}
      />
      <label className="row filter-day">
        <span className="soft">{t('filter.asOf')}</span>
        <DateInput
          label={t('filter.asOfHelp')}
          value={address.asOf}
          onChange={(asOf) => set({ asOf: asOf === today() ? undefined : asOf })}
        />
      </label>
      {filtered ? (
        <Button
          type="text"
          onClick={() =>
            set({ payer: undefined, payee: undefined, agreement: undefined, status: undefined, asOf: undefined })
          }
        >
          {t('filter.clear')}
        </Button>
      ) : null}
    </search>
  )
}

type PartySide = 'payer' | 'payee'

/** Who pays is asked unless it is always the same one; to whom, where there are several. */
function sidesToChoose(agreements: readonly Agreement[], address: LedgerAddress): PartySide[] {
  const isChosen = (side: PartySide): boolean =>
    address[side] !== undefined || new Set(agreements.map((agreement) => agreement[side].id)).size > 1
  const sides = (['payer', 'payee'] as const).filter(isChosen)
  return sides.length === 0 ? ['payer'] : sides
}

interface PartySelectProps {
  side: PartySide
  agreements: readonly Agreement[]
  chosen: string | undefined
  set: (changes: Record<string, string | undefined>) => void
}

function PartySelect({ side, agreements, chosen, set }: PartySelectProps): ReactNode {
  const { t } = useTranslation('ledger')
  const parties = new Map(agreements.map((agreement) => [agreement[side].id, agreement[side].name]))
  return (
    <Select
      className="filter-select"
      aria-label={t(`filter.${side}`)}
      showSearch={{ optionFilterProp: 'label' }}
      value={chosen ?? ''}
      onChange={(party) => set({ [side]: party === '' ? undefined : party, agreement: undefined })}
      options={[
        { value: '', label: t(side === 'payer' ? 'filter.allPayers' : 'filter.allPayees') },
        ...[...parties].map(([value, label]) => ({ value, label })),
      ]}
    />
  )
}

/** Where the books are of both sides, sums over both say little: said, with the way to either side. */
export function SidesNote({ address, change }: FilterBarProps) {
  const { t } = useTranslation('ledger')
  const { data } = useQuery('contracts.listAgreements', { onDay: address.asOf })
  const agreements = data?.agreements ?? []
  const own = agreements.find(({ self }) => self === 'payer')?.payer.id
  if (own === undefined || agreements.every(({ self }) => self === 'payer')) return null
  if (address.payer !== undefined || address.payee !== undefined || address.agreement !== undefined) return null
  return (
    <div className="note row">
      <span className="grow">{t('sides.text')}</span>
      <Button size="small" onClick={() => change({ payee: own }, { replace: true })}>
        {t('sides.payee')}
      </Button>
      <Button size="small" onClick={() => change({ payer: own }, { replace: true })}>
        {t('sides.payer')}
      </Button>
    </div>
  )
}

function periodOptions(t: TFunction<'ledger'>, asOf: string) {
  const year = Number(asOf.slice(0, 4))
  return [
    { value: 'last12', label: t('filter.last12') },
    ...[year, year - 1, year - 2].map((one) => ({ value: String(one), label: t('filter.year', { year: one }) })),
    { value: 'all', label: t('filter.all') },
  ]
}

/** Months across, a list of cycles, or the payments. */
export function ViewSwitch({ address, change }: FilterBarProps) {
  const { t } = useTranslation('ledger')
  const form = useSideForm()
  return (
    <Segmented
      aria-label={t('view.label')}
      value={address.view}
      onChange={(view) => change({ view: view === 'matrix' ? undefined : view, open: undefined, cycle: undefined })}
      options={ledgerViews.map((value) => ({ value, label: t(`view.${value}`, form) }))}
    />
  )
}
