import { useMemo } from 'react'
import type { LedgerFilter } from '../../../shared/earnings/ledger-shapes.ts'
import { cycleStatusSchema } from '../../../shared/earnings/ledger-shapes.ts'
import { goTo, useRoute } from '../../shell/route.ts'
import { today } from '../../ui/due-date.tsx'
import { monthsEndingWith } from './cycle-words.ts'

export const ledgerViews = ['matrix', 'list', 'payments', 'sessions'] as const
export type LedgerView = (typeof ledgerViews)[number]

/** What the address says of the ledger: a place one can come back to. */
export interface LedgerAddress {
  view: LedgerView
  asOf: string
  payer: string | undefined
  payee: string | undefined
  agreement: string | undefined
  /** `all`, `last12` or a year. */
  period: string
  statuses: NonNullable<LedgerFilter['statuses']>
  /** The latest month to show across, when the person came from one. */
  show: string | undefined
  /** The opened cell: one cycle, or all of a month. */
  open: { agreementId: string; cycle: string | undefined; month: string | undefined } | undefined
}

const defaultPeriod = 'last12'

/** The ledger's place, and a way to change parts of it. Filters leave no steps in the history, opened cells do. */
export function useLedgerAddress() {
  const { params } = useRoute()
  return useMemo(() => {
    const address = readAddress(params)
    const change = (changes: Record<string, string | undefined>, options?: { replace?: boolean }): void => {
      const all = { ...Object.fromEntries(params), ...changes }
      goTo('ledger', all, options)
    }
    return { address, filter: filterOf(address), change }
  }, [params])
}

function readAddress(params: URLSearchParams): LedgerAddress {
  const view = ledgerViews.find((one) => one === params.get('view')) ?? 'matrix'
  const opened = params.get('open')
  return {
    view,
    asOf: params.get('asOf') ?? today(),
    payer: params.get('payer') ?? undefined,
    payee: params.get('payee') ?? undefined,
    agreement: params.get('agreement') ?? undefined,
    period: params.get('period') ?? defaultPeriod,
    statuses: cycleStatusSchema.options.filter((status) => params.get('status')?.split(',').includes(status)),
    show: params.get('show') ?? undefined,
    open:
      opened === null
        ? undefined
        : { agreementId: opened, cycle: params.get('cycle') ?? undefined, month: params.get('month') ?? undefined },
  }
}

function filterOf(address: LedgerAddress): LedgerFilter {
  return {
    ...(address.payer === undefined ? {} : { payerIds: [address.payer] }),
    ...(address.payee === undefined ? {} : { payeeIds: [address.payee] }),
    ...(address.agreement === undefined ? {} : { agreementIds: [address.agreement] }),
    ...(address.statuses.length === 0 ? {} : { statuses: address.statuses }),
    ...periodOf(address),
  }
}

function periodOf({ period, asOf }: LedgerAddress): { from?: string; to?: string } {
  if (period === 'all') return {}
  if (/^\d{4}$/.test(period)) return { from: `${period}-01-01`, to: `${period}-12-31` }
  return { from: `${monthsEndingWith(asOf.slice(0, 7), 12)[0] ?? ''}-01` }
}
