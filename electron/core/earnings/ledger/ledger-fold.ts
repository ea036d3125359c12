import {
  changeView,
  checkVersions,
  ComputeFault,
  foldAdjustment,
  foldIncomeItem,
  foldLine,
  foldSession,
  type FoldableLine,
  type IncomeItem,
  type LineRole,
  type Plan,
  type Session,
  type Sums,
} from '../../../../shared/earnings/index.ts'
import type { Db } from '../../database/open.ts'
import { newUuid } from '../../ids.ts'
import { findLedgerAgreement, listLedgerAgreements, type LedgerAgreement } from './agreements.ts'
import { readLedgerContext, type LedgerContext } from './figure-context.ts'
import { dropState, loadState, saveState } from './figures-store.ts'
import { findSession } from './line-source.ts'
import { foldEverything, planFor } from './rebuild.ts'
import { refoldFigures, type ExpectedChange } from './refold.ts'
import { dropSums, loadSums, saveSums } from './sums-store.ts'
import {
  adjustmentsOfLine,
  dropHeldLine,
  findHeldLine,
  insertAdjustment,
  listConfirmations,
  sumDeltas,
  voidAdjustments,
  writeHeldLine,
} from './views.ts'

/** Facts change one by one in here; sums and figures are written once, by `finish`, in the transaction of the caller. */
export interface LedgerFold {
  /** False when no agreement's scope can take lines of this account: they need not be handed over. */
  wants(platform: string, account: string, role: LineRole): boolean
  /**
   * A line version that becomes or stops being current. The objects may be reused afterwards. `exportedOn` is the civil date
   * of the statement's export, which dates adjustments of confirmed cycles.
   */
  line(before: FoldableLine | undefined, after: FoldableLine | undefined, exportedOn: string): void
  session(before: Session | undefined, after: Session | undefined): void
  incomeItem(before: IncomeItem | undefined, after: IncomeItem | undefined): void
  /** Facts typed about cycles of an agreement changed: only its figures move. */
  facts(agreementId: string, cycles: readonly string[]): void
  /** Writes everything and answers the cycles whose expected figure moved. */
  finish(): ExpectedChange[]
}

/** An agreement while facts change. */
interface Entry {
  record: LedgerAgreement
  plan: Plan
  confirmed: ReadonlyMap<string, string>
  /** Loaded when first touched. */
  sums: Sums | undefined
  texts: Map<string, string>
  /** Cycles whose facts changed. */
  factCycles: Set<string>
  /** Sessions changed under session cycles: folding everything anew is simpler than moving cycles about. */
  mustRebuild: boolean
}

/** The entry of an agreement, or its fault when it cannot be computed at all. */
function makeEntry(db: Db, record: LedgerAgreement): Entry | ComputeFault {
  try {
    checkVersions(record.agreement)
    return {
      record,
      plan: planFor(db, record),
      confirmed: listConfirmations(db, record.id),
      sums: undefined,
      texts: new Map(),
      factCycles: new Set(),
      mustRebuild: false,
    }
  } catch (error) {
    if (error instanceof ComputeFault) return error
    throw error
  }
}

/** A copy with plain fields: what is handed in may be one object that is filled again for every row. */
function copyLine(line: FoldableLine | undefined): FoldableLine | undefined {
  if (line === undefined) return undefined
  const { id, platform, account, role, orderId, productId, occurrence, shopId, kind, sessionId, paidDay, settledDay } =
    line
  const { refundedDay, status, saleFen, refundFen, settledBaseFen, estimatedCommissionFen, commissionFen, feeFen } =
    line
  const places = { id, platform, account, role, orderId, productId, occurrence, shopId, kind, sessionId }
  const amounts = { saleFen, refundFen, settledBaseFen, estimatedCommissionFen, commissionFen, feeFen }
  return { ...places, paidDay, settledDay, refundedDay, status, ...amounts }
}

/** Whether any terms of an agreement are on income items. */
function isOnIncome({ agreement }: LedgerAgreement): boolean {
  return agreement.versions.some(({ terms }) =>
    terms.commissions?.some(({ basis }) => basis === 'income' || basis === 'net-income'),
  )
}

class Fold implements LedgerFold {
  readonly #db: Db
  readonly #entries: Entry[]
  readonly #byAccount = new Map<string, Entry[]>()
  readonly #context: LedgerContext

  constructor(db: Db, records: readonly LedgerAgreement[]) {
    this.#db = db
    this.#context = readLedgerContext(db)
    this.#entries = records
      .map((record) => makeEntry(db, record))
      .filter((entry): entry is Entry => !(entry instanceof ComputeFault))
  }

  #entriesOf(platform: string, account: string, role: LineRole): Entry[] {
    const key = `${platform}\n${role}\n${account}`
    let entries = this.#byAccount.get(key)
    if (entries === undefined) {
      entries = this.#entries.filter(({ record: { agreement } }) => {
        const { scope } = agreement
        return (
          (scope?.platforms?.includes(platform) ?? true) &&
          (scope?.accounts?.includes(account) ?? true) &&
          (scope?.roles?.includes(role) ?? true)
        )
      })
      this.#byAccount.set(key, entries)
    }
    return entries
  }

  #sumsOf(entry: Entry): Sums {
    if (entry.sums === undefined) {
      const loaded = loadSums(this.#db, entry.record.id)
      entry.sums = loaded.sums
      entry.texts = loaded.texts
    }
    return entry.sums
  }

  wants(platform: string, account: string, role: LineRole): boolean {
    return this.#entriesOf(platform, account, role).length > 0
  }

  line(before: FoldableLine | undefined, after: FoldableLine | undefined, exportedOn: string): void {
    const any = before ?? after
    if (any === undefined) return
    for (const entry of this.#entriesOf(any.platform, any.account, any.role)) {
      if (entry.confirmed.size > 0) this.#heldLine(entry, copyLine(before), copyLine(after), exportedOn)
      else {
        const sums = this.#sumsOf(entry)
        if (before !== undefined) foldLine(entry.plan, sums, before, -1)
        if (after !== undefined) foldLine(entry.plan, sums, after, 1)
      }
    }
  }

  /** A line of an agreement with confirmed cycles: what they hold stays, the difference becomes an adjustment. */
  #heldLine(entry: Entry, before: FoldableLine | undefined, after: FoldableLine | undefined, exportedOn: string): void {
    const { plan, confirmed, record } = entry
    const lineId = (before ?? after)?.id ?? ''
    const held = findHeldLine(this.#db, record.id, lineId)
    const current = before ?? after
    const seen = held !== undefined && current !== undefined ? { ...current, ...held } : before
    const adjustments = adjustmentsOfLine(this.#db, record.id, lineId)
    const view = seen === undefined ? undefined : { line: seen, adjusted: sumDeltas(adjustments) }
    const change = changeView(plan, (cycleId) => confirmed.has(cycleId), view, after, exportedOn)
    const sums = this.#sumsOf(entry)
    if (seen !== undefined) {
      foldLine(plan, sums, seen, -1)
      for (const adjustment of adjustments) foldAdjustment(plan, sums, adjustment, seen, -1)
    }
    const moment = new Date().toISOString()
    if (change.adjustment !== undefined) {
      const adjustment = { ...change.adjustment, id: newUuid(Date.now()), lineId }
      insertAdjustment(this.#db, record.id, adjustment, moment)
      adjustments.push(adjustment)
    }
    if (change.line !== undefined) {
      foldLine(plan, sums, change.line, 1)
      if (change.held) for (const adjustment of adjustments) foldAdjustment(plan, sums, adjustment, change.line, 1)
    }
    if (change.held && change.line !== undefined) writeHeldLine(this.#db, record.id, change.line)
    else if (held !== undefined) {
      dropHeldLine(this.#db, record.id, lineId)
      voidAdjustments(this.#db, record.id, lineId, moment, 'superseded')
    }
  }

  session(before: Session | undefined, after: Session | undefined): void {
    for (const entry of this.#entries) {
      const { plan } = entry
      const touches = [before, after].some((session) => session !== undefined && plan.matchesSession(session))
      if (!touches) continue
      if (plan.calendar === undefined) entry.mustRebuild = true
      else {
        const sums = this.#sumsOf(entry)
        if (before !== undefined) foldSession(plan, sums, before, -1)
        if (after !== undefined) foldSession(plan, sums, after, 1)
      }
    }
  }

  incomeItem(before: IncomeItem | undefined, after: IncomeItem | undefined): void {
    for (const entry of this.#entries.filter(({ record }) => isOnIncome(record))) {
      const sums = this.#sumsOf(entry)
      for (const [item, sign] of [
        [before, -1],
        [after, 1],
      ] as const) {
        if (item === undefined) continue
        const session = item.sessionId === null || item.sessionId === undefined ? undefined : item.sessionId
        const platform = session === undefined ? undefined : findSession(this.#db, session)?.platform
        foldIncomeItem(entry.plan, sums, item, platform, sign)
      }
    }
  }

  facts(agreementId: string, cycles: readonly string[]): void {
    const entry = this.#entries.find(({ record }) => record.id === agreementId)
    if (entry === undefined) return
    this.#sumsOf(entry)
    for (const cycle of cycles) entry.factCycles.add(cycle)
  }

  finish(): ExpectedChange[] {
    return this.#entries.flatMap((entry) => {
      if (entry.mustRebuild) return rebuildAgreement(this.#db, entry.record.id, this.#context)
      if (entry.sums === undefined) return []
      const { record, plan, sums, texts, factCycles } = entry
      const changed = new Set([...saveSums(this.#db, record.id, sums, texts), ...factCycles])
      return changed.size === 0 ? [] : refoldFigures(this.#db, { record, plan, sums }, changed, this.#context)
    })
  }
}

/** Opens the fold over all agreements that count, or over one. Close it with `finish` in the same transaction. */
export function openLedgerFold(db: Db, agreementId?: string): LedgerFold {
  if (agreementId === undefined) return new Fold(db, listLedgerAgreements(db))
  const record = findLedgerAgreement(db, agreementId)
  return new Fold(db, record === undefined ? [] : [record])
}

/**
 * Folds an agreement anew from all its lines and facts: when it is new, or its dates, scope or terms changed. One that was
 * voided loses what was kept of it. Answers the cycles whose expected figure moved.
 */
export function rebuildAgreement(
  db: Db,
  agreementId: string,
  context: LedgerContext = readLedgerContext(db),
): ExpectedChange[] {
  const record = findLedgerAgreement(db, agreementId)
  dropSums(db, agreementId)
  if (record === undefined) {
    dropState(db, agreementId)
    return []
  }
  const entry = makeEntry(db, record)
  if (entry instanceof ComputeFault) {
    dropState(db, agreementId)
    const fault = { code: entry.code, path: entry.path }
    saveState(db, agreementId, { horizonDay: 0, context: context.key, agreementKey: record.key, fault })
    return []
  }
  const sums = foldEverything(db, record, entry.plan)
  saveSums(db, agreementId, sums, new Map())
  return refoldFigures(db, { record, plan: entry.plan, sums }, 'all', context)
}

/** Rebuilds an agreement unless nothing that its figures rest on has changed (a new title, a note). */
export function refreshAgreement(db: Db, agreementId: string): ExpectedChange[] {
  const record = findLedgerAgreement(db, agreementId)
  const state = loadState(db, agreementId)
  if (record !== undefined && state?.agreementKey === record.key) return []
  return rebuildAgreement(db, agreementId)
}

/** Figures of all agreements anew from their kept sums: when the minimum wage or the place of work changed. */
export function refigureAll(db: Db): void {
  const context = readLedgerContext(db)
  for (const record of listLedgerAgreements(db)) {
    const entry = makeEntry(db, record)
    if (entry instanceof ComputeFault) continue
    refoldFigures(db, { record, plan: entry.plan, sums: loadSums(db, record.id).sums }, 'all', context)
  }
}
