import { Button, Segmented, Select } from 'antd'
import type { TFunction } from 'i18next'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
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

/** Payer, agreement, period, status and the chosen day. `/` comes here. */
export function FilterBar({ address, change }: FilterBarProps) {
  const { t } = useTranslation('ledger')
  const first = useRef<HTMLDivElement>(null)
  useFilterKey(() => first.current?.querySelector('input')?.focus())
  const { data } = useQuery('contracts.listAgreements', { onDay: address.asOf })
  const agreements = data?.agreements ?? []
  const payers = new Map(agreements.map((agreement) => [agreement.payer.id, agreement.payer.name]))
  const set = (changes: Record<string, string | undefined>): void => change(changes, { replace: true })
  const filtered =
    address.payer !== undefined ||
    address.agreement !== undefined ||
    address.statuses.length > 0 ||
    address.asOf !== today()
  return (
    <search className="ledger-filters" aria-label={t('filter.label')}>
      <div ref={first}>
        <Select
          className="filter-select"
          aria-label={t('filter.payer')}
          showSearch={{ optionFilterProp: 'label' }}
          value={address.payer ?? ''}
          onChange={(payer) => set({ payer: payer === '' ? undefined : payer, agreement: undefined })}
          options={[
            { value: '', label: t('filter.allPayers') },
            ...[...payers].map(([value, label]) => ({ value, label })),
          ]}
        />
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
            .filter((agreement) => address.payer === undefined || agreement.payer.id === address.payer)
            .map((agreement) => ({ value: agreement.id, label: agreement.title })),
        ]}
      />
      <Select
        className="filter-period"
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
          onClick={() => set({ payer: undefined, agreement: undefined, status: undefined, asOf: undefined })}
        >
          {t('filter.clear')}
        </Button>
      ) : null}
    </search>
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
