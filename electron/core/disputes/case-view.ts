import { shanghaiDate } from '../../../shared/calendar.ts'
import type { Output } from '../../../shared/contract.ts'
import { pageRanges } from '../../../shared/disputes/exhibits.ts'
import { findMissing } from '../../../shared/disputes/missing.ts'
import { interruptingCodes, type LimitHint, limitHints, pairHindrances } from '../../../shared/disputes/time-limit.ts'
import { type OwnFactCode, recordFacts } from '../../../shared/disputes/timeline.ts'
import { identifierFields } from '../../../shared/disputes/audience.ts'
import type { CaseView, Exhibit } from '../../../shared/disputes/views.ts'
import { BoanError } from '../../../shared/errors.ts'
import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'
import { getParty } from '../parties/index.ts'
import { claimedCycles, claimsOf, computeCase, type ComputedAgreement, recordsOf } from './case-computation.ts'
import { listExhibits, type SentExhibit, sentEvidence } from './sent-exhibits.ts'
import { type CaseRow, casePartiesOf, claimedCyclesOf, exportsOf, getCase, listCases } from './case-store.ts'
import { evidenceItem } from './evidence.ts'
import { caseFact, compareWithRecords, factsOf, type FactRow } from './fact-store.ts'

/** One case whole, as its screen shows it. Throws `disputes.case-not-found`, `disputes.cannot-compute`. */
export function viewCase(context: CallContext, id: string): CaseView {
  const { db } = context
  const row = getCase(db, id)
  const today = shanghaiDate(context.now())
  const agreements = computeCase(db, row)
  const exhibits = listExhibits(db, id)
  const claims = claimsOf(
    row,
    agreements,
    exhibits.map((exhibit) => exhibit.evidence),
  )
  const stored = factsOf(db, id)
  const facts = stored.filter((fact) => fact.voidedAt === null)
  const parties = viewParties(db, id)
  const exports = exportsOf(db, id)
  const changes = compareWithRecords(stored, recordFacts(recordsOf(db, agreements)))
  const changedRecords = changes.added.length + changes.changed.length + changes.gone.length
  const lastExport = exports[0]
  const outdated = lastExport !== undefined && (row.updatedAt > lastExport.madeAt || changedRecords > 0)
  const { voidReason: _reason, ...head } = row
  return {
    ...head,
    agreements: agreements.map(viewAgreement),
    parties,
    facts: facts.map(caseFact),
    claims: claims.claims,
    totals: claims.totals,
    labourWay: claims.labourWay,
    exhibits: viewExhibits(db, exhibits, today),
    limits: limitsOf(row, agreements, facts, today),
    missing: findMissing({
      ...row,
      parties,
      facts: facts.map(caseFact),
      claims: claims.claims,
      cycles: agreements.flatMap(claimedCycles),
      evidence: exhibits.map((exhibit) => sentEvidence(exhibit, 'court')),
      changedRecords,
      exported: lastExport === undefined ? 'never' : outdated ? 'outdated' : 'current',
    }),
    exports,
  }
}

/** Claimed cycles, and those of the agreement in which something is owed and could be added. */
function viewAgreement(one: ComputedAgreement): CaseView['agreements'][number] {
  const claimed = new Set(one.claimed)
  const { agreement, payerName, payeeName } = one
  const cycles = one.output.cycles
    .filter((cycle) => claimed.has(cycle.cycle) || cycle.outstandingFen > 0)
    .map(({ cycle, status, overdueDays, dueDate, outstandingFen }) => ({
      cycle,
      claimed: claimed.has(cycle),
      status,
      overdueDays,
      dueDate,
      outstandingFen,
    }))
  return { id: agreement.id, title: agreement.title, payerName, payeeName, cycles }
}

function viewParties(db: Db, caseId: string): CaseView['parties'] {
  return casePartiesOf(db, caseId).map(({ partyId, side }) => {
    const party = getParty(db, partyId)
    const lacks = identifierFields.filter((field) => party[field] === null || party[field] === '')
    return { id: party.id, side, kind: party.kind, name: party.name, lacks }
  })
}

function viewExhibits(db: Db, exhibits: readonly SentExhibit[], today: string): Exhibit[] {
  const ranges = pageRanges(exhibits.map((exhibit) => exhibit.evidence))
  return exhibits.map(({ number, evidence, redacted, hasBuyersData, choices }, index) => ({
    number,
    evidence: evidenceItem(db, evidence, today),
    pageRange: ranges[index] ?? null,
    redactedCopy: redacted === undefined ? null : evidenceItem(db, redacted, today),
    hasBuyersData,
    choices,
  }))
}

function limitsOf(
  row: CaseRow,
  agreements: readonly ComputedAgreement[],
  facts: readonly FactRow[],
  today: string,
): LimitHint[] {
  const ends = agreements.map(({ agreement }) => agreement.to)
  const lasts = ends.some((end) => end === null)
  const interrupting: readonly string[] = interruptingCodes
  return limitHints({
    relation: row.relation,
    asOf: today,
    relationEnd: lasts
      ? null
      : (ends
          .flatMap((end) => end ?? [])
          .toSorted()
          .at(-1) ?? null),
    dueDates: agreements
      .flatMap(claimedCycles)
      .flatMap(({ dueDate, status }) => (status === 'overdue' ? (dueDate ?? []) : [])),
    interruptions: facts.filter((fact) => interrupting.includes(fact.code)).map((fact) => fact.date),
    hindrances: pairHindrances(daysOf(facts, 'hindrance'), daysOf(facts, 'hindrance-over')),
  })
}

function daysOf(facts: readonly FactRow[], code: OwnFactCode): string[] {
  return facts.filter((fact) => fact.code === code).map((fact) => fact.date)
}

export interface CaseLimit {
  caseId: string
  number: string
  title: string
  claimed: { agreementId: string; cycles: string[] }[]
  limits: LimitHint[]
}

/** The limits of every case that is not voided, as its records stand; a case that cannot be computed has none. */
export function listCaseLimits(db: Db, today: string): CaseLimit[] {
  return listCases(db, false).map((row) => {
    const { id: caseId, number, title } = row
    return { caseId, number, title, claimed: claimedCyclesOf(db, caseId), limits: standingLimits(db, row, today) }
  })
}

function standingLimits(db: Db, row: CaseRow, today: string): LimitHint[] {
  try {
    const facts = factsOf(db, row.id).filter((fact) => fact.voidedAt === null)
    return limitsOf(row, computeCase(db, row), facts, today)
  } catch (error) {
    if (error instanceof BoanError && error.code === 'disputes.cannot-compute') return []
    throw error
  }
}

/** Cases, newest first, each with what it claims as the records stand. */
export function listCaseRows(context: CallContext, withVoided: boolean): Output<'disputes.listCases'> {
  return { cases: listCases(context.db, withVoided).map((row) => caseRow(context, row)) }
}

function caseRow(context: CallContext, row: CaseRow): Output<'disputes.listCases'>['cases'][number] {
  const { db } = context
  const respondents = casePartiesOf(db, row.id).filter(({ side }) => side === 'respondent')
  const figures = figuresOf(context, row)
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    respondents: respondents.map(({ partyId }) => getParty(db, partyId).name),
    cycles: claimedCyclesOf(db, row.id).reduce((count, { cycles }) => count + cycles.length, 0),
    ...figures,
    openedAt: row.openedAt,
    exportedAt: exportsOf(db, row.id)[0]?.madeAt ?? null,
    voidedAt: row.voidedAt,
  }
}

/** One case that cannot be computed must not hide the others: its figures are unknown, its own page says why. */
function figuresOf(context: CallContext, row: CaseRow): { totalFen: number | null; nearestLimit: string | null } {
  try {
    const agreements = computeCase(context.db, row)
    const facts = factsOf(context.db, row.id).filter((fact) => fact.voidedAt === null)
    const limits = limitsOf(row, agreements, facts, shanghaiDate(context.now()))
    const nearest = limits.flatMap((limit) => limit.extendedEndsOn ?? limit.endsOn ?? []).toSorted()[0]
    return { totalFen: claimsOf(row, agreements, []).totals.totalFen, nearestLimit: nearest ?? null }
  } catch (error) {
    if (error instanceof BoanError && error.code === 'disputes.cannot-compute')
      return { totalFen: null, nearestLimit: null }
    throw error
  }
}
