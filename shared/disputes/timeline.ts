import type { CaseFact } from './case-file.ts'
import type { CycleFigures, JudgedDeduction } from './claims.ts'

/** Facts that the app tells from records, and kinds of a person's own; each has its sentence in the catalogue under `facts.`. */
export const recordFactCodes = [
  'agreement-begins',
  'terms-change',
  'agreement-ends',
  'cycle-due',
  'cycle-not-due',
  'payment',
  'repayment',
  'deduction',
  'acknowledgement',
  'statement-exported',
] as const
export type RecordFactCode = (typeof recordFactCodes)[number]

export const ownFactCodes = ['event', 'demand', 'promise', 'application', 'hindrance', 'hindrance-over'] as const
export type OwnFactCode = (typeof ownFactCodes)[number]

/** The records of one agreement that a timeline is made from. Money in fen, dates civil. */
export interface AgreementRecords {
  agreementId: string
  title: string
  payerName: string
  from: string
  to: string | null
  versions: readonly { id: string; from: string; evidenceIds: readonly string[] }[]
  /** The claimed cycles. */
  cycles: readonly CycleFigures[]
  deductions: readonly (JudgedDeduction & { date: string | null; evidenceIds: readonly string[] })[]
  acknowledgements: readonly { cycle: string; amountFen: number; date: string | null; evidenceIds: readonly string[] }[]
  payments: readonly {
    id: string
    date: string
    kind: 'pay' | 'advance' | 'repayment'
    /** What of it went to the claimed cycles. */
    amountFen: number
    cycles: readonly string[]
    evidenceIds: readonly string[]
  }[]
  statements: readonly { id: string; file: string; date: string; rows: number; evidenceIds: readonly string[] }[]
}

export interface RecordFact {
  /** What it is made from; the same record gives the same key. */
  recordKey: string
  date: string
  code: RecordFactCode
  params: NonNullable<CaseFact['params']>
  sourceIds: string[]
}

/** The timeline that records tell by themselves, by date: begin, terms, due days, deductions, payments, what the payer admitted. */
export function recordFacts(agreements: readonly AgreementRecords[]): RecordFact[] {
  return agreements
    .flatMap(factsOfAgreement)
    .toSorted((a, b) => compare(a.date, b.date) || compare(a.recordKey, b.recordKey))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function factsOfAgreement(records: AgreementRecords): RecordFact[] {
  const names = { agreement: records.title, payer: records.payerName }
  return [
    ...frameFacts(records, names),
    ...records.cycles.map((cycle) => cycleFact(records, cycle)),
    ...records.payments.map((payment): RecordFact => ({
      recordKey: `payment:${payment.id}`,
      date: payment.date,
      code: payment.kind === 'repayment' ? 'repayment' : 'payment',
      params: { ...names, amountFen: payment.amountFen, ...cycleParams(records, payment.cycles) },
      sourceIds: [payment.id, ...payment.evidenceIds],
    })),
    ...records.deductions.map((deduction): RecordFact => ({
      recordKey: `deduction:${deduction.id}`,
      date: deduction.date ?? lastDayOf(records, deduction.cycle),
      code: 'deduction',
      params: {
        ...names,
        ...cycleParams(records, [deduction.cycle]),
        amountFen: deduction.deductedFen,
        reason: deduction.statedReason,
      },
      sourceIds: [deduction.id, ...deduction.evidenceIds],
    })),
    ...records.acknowledgements.map((acknowledged): RecordFact => ({
      recordKey: `acknowledgement:${records.agreementId}:${acknowledged.cycle}`,
      date: acknowledged.date ?? lastDayOf(records, acknowledged.cycle),
      code: 'acknowledgement',
      params: { ...names, ...cycleParams(records, [acknowledged.cycle]), amountFen: acknowledged.amountFen },
      sourceIds: [...acknowledged.evidenceIds],
    })),
    ...records.statements.map((statement): RecordFact => ({
      recordKey: `statement:${statement.id}`,
      date: statement.date,
      code: 'statement-exported',
      params: { ...names, file: statement.file, rows: statement.rows },
      sourceIds: [statement.id, ...statement.evidenceIds],
    })),
  ]
}

function frameFacts(records: AgreementRecords, names: { agreement: string; payer: string }): RecordFact[] {
  const [first, ...later] = records.versions
  const facts: RecordFact[] = [
    {
      recordKey: `agreement:${records.agreementId}`,
      date: records.from,
      code: 'agreement-begins',
      params: names,
      sourceIds: [...(first?.evidenceIds ?? [])],
    },
    ...later.map((version): RecordFact => ({
      recordKey: `version:${version.id}`,
      date: version.from,
      code: 'terms-change',
      params: names,
      sourceIds: [...version.evidenceIds],
    })),
  ]
  if (records.to !== null) {
    const recordKey = `agreement-end:${records.agreementId}`
    facts.push({ recordKey, date: records.to, code: 'agreement-ends', params: names, sourceIds: [] })
  }
  return facts
}

function cycleFact(records: AgreementRecords, cycle: CycleFigures): RecordFact {
  return {
    recordKey: `cycle:${records.agreementId}:${cycle.cycle}`,
    date: cycle.dueDate ?? cycle.to,
    code: cycle.dueDate === null ? 'cycle-not-due' : 'cycle-due',
    params: {
      agreement: records.title,
      payer: records.payerName,
      ...cycleParams(records, [cycle.cycle]),
      amountFen: cycle.expectedFen,
    },
    sourceIds: records.statements.flatMap((statement) => [...statement.evidenceIds]),
  }
}

const listMark = '、'

/** Cycles as parameters of a sentence: their ids, and their first days, by which cycles that are sessions are named. */
function cycleParams(records: AgreementRecords, cycles: readonly string[]): { cycles: string; froms: string } {
  const froms = cycles.map((id) => records.cycles.find((cycle) => cycle.cycle === id)?.from ?? '')
  return { cycles: cycles.join(listMark), froms: froms.join(listMark) }
}

/** The parameters of a fact's sentence with its cycles named as people call them. */
export function readableParams(
  params: NonNullable<CaseFact['params']>,
  cycleName: (cycle: string, from: string) => string,
): NonNullable<CaseFact['params']> {
  const { cycles, froms = '' } = params
  if (cycles === undefined) return params
  const days = String(froms).split(listMark)
  const names = String(cycles).split(listMark)
  return { ...params, cycles: names.map((cycle, index) => cycleName(cycle, days[index] ?? '')).join(listMark) }
}

function lastDayOf(records: AgreementRecords, cycle: string): string {
  return records.cycles.find((item) => item.cycle === cycle)?.to ?? records.from
}
