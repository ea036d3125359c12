import { buildClaims, type CaseFile, caseFileSchema, caseFileVersion } from '../disputes/index.ts'
import { compute, type CycleOutput } from '../earnings/index.ts'
import type { BundleKind } from './bag.ts'
import { answer, type BundleAnswer } from './verification.ts'

/** The figures of a cycle that spec/compute.md names; what a version of BoAn adds to them is explanation, not claim. */
const cycleFigures = [
  'from',
  'to',
  'dueDate',
  'grossFen',
  'expectedFen',
  'guaranteeBalanceFen',
  'withheldFen',
  'acknowledgedFen',
  'underCountedFen',
  'improperFen',
  'acknowledgedUnpaidFen',
  'deductedFen',
  'allowedFen',
  'paidFen',
  'outstandingFen',
  'status',
  'overdueDays',
  'interestFen',
  'ageingBucket',
  'missing',
] as const

/** The figures of one cycle in a claim. */
const partFigures = [
  'agreementId',
  'cycle',
  'from',
  'to',
  'dueDate',
  'overdueDays',
  'expectedFen',
  'withheldFen',
  'allowedFen',
  'paidFen',
  'outstandingFen',
  'underCountedFen',
  'acknowledgedUnpaidFen',
  'improperFen',
  'amountFen',
  'interestFen',
] as const

interface Difference {
  /** Title of the agreement, or number of the claim. */
  agreement: string
  cycle: string
  figure: string
  stated: string
  computed: string
}

type Fields = Record<string, unknown>

/**
 * Do the figures in case.json recompute from its own rows and terms to the same fen: each agreement is computed again from the
 * input that lies in the file, and the claims and totals are held against that. `text` is case.json, undefined when unreadable.
 */
export function answerFigures(text: string | undefined, kind: BundleKind | null): BundleAnswer {
  const path = 'data/case.json'
  if (text === undefined) {
    if (kind !== 'case' && kind !== null) return answer('figures', true, 'figures-not-expected')
    return answer('figures', false, 'figures-missing', {}, [{ path, fault: 'missing' }])
  }
  const parsed = parseCase(text)
  if (typeof parsed === 'string') return answer('figures', false, parsed, {}, [{ path, fault: 'damaged' }])
  const difference = findDifference(parsed)
  if (difference !== undefined)
    return answer('figures', false, 'figures-differ', { ...difference }, [{ path, fault: 'changed' }])
  const cycles = parsed.computations.reduce((sum, { output }) => sum + listOf(output.cycles).length, 0)
  return answer('figures', true, 'figures-ok', { cycles, totalFen: parsed.totals.totalFen })
}

/** The case in case.json, or the code of the answer that says why there is none. */
export function parseCase(text: string): CaseFile | 'figures-unreadable' | 'figures-newer' {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'figures-unreadable' // A stranger's file; the answer says what is wrong with it.
  }
  const version = fieldsOf(value).version
  if (typeof version === 'number' && version > caseFileVersion) return 'figures-newer'
  const parsed = caseFileSchema.safeParse(value)
  return parsed.success ? parsed.data : 'figures-unreadable'
}

function findDifference(file: CaseFile): Difference | undefined {
  const outputs = file.computations.map(({ input }) => compute(input))
  const way = { relation: file.relation, claims: file.claims, totals: file.totals }
  const difference = computationDifference(file, outputs) ?? claimDifference(file, way, outputs)
  if (difference !== undefined || file.labourWay === null) return difference
  const asLabour = file.computations.map(({ input }) => compute(underLabour(input)))
  return claimDifference(file, { relation: 'labour', ...file.labourWay }, asLabour)
}

/** The same agreement with the relation that decides what an employer may deduct. */
function underLabour(input: Fields): Fields {
  const agreement = fieldsOf(input.agreement)
  const versions = listOf(agreement.versions).map((version) => {
    const fields = fieldsOf(version)
    return { ...fields, terms: { ...fieldsOf(fields.terms), relation: 'labour' } }
  })
  return { ...input, agreement: { ...agreement, versions } }
}

type Computed = ReturnType<typeof compute>

function computationDifference(file: CaseFile, outputs: Computed[]): Difference | undefined {
  for (const [index, { title, output }] of file.computations.entries()) {
    const again = fieldsOf(outputs[index])
    if (again.error !== undefined) return { agreement: title, cycle: '', ...shown('error', output.error, again.error) }
    const stated = listOf(output.cycles)
    const computed = listOf(again.cycles)
    if (stated.length !== computed.length) {
      return { agreement: title, cycle: '', ...shown('cycles', stated.length, computed.length) }
    }
    for (const [index, cycle] of computed.entries()) {
      const difference = cycleDifference(fieldsOf(stated[index]), fieldsOf(cycle))
      if (difference !== undefined) return { agreement: title, cycle: String(fieldsOf(cycle).cycle), ...difference }
    }
    if (output.unallocatedFen !== again.unallocatedFen) {
      return { agreement: title, cycle: '', ...shown('unallocatedFen', output.unallocatedFen, again.unallocatedFen) }
    }
  }
  return undefined
}

type FigureDifference = Pick<Difference, 'figure' | 'stated' | 'computed'>

function cycleDifference(stated: Fields, computed: Fields): FigureDifference | undefined {
  return (
    firstUnequal(['cycle', ...cycleFigures], stated, computed) ??
    listDifference('steps', ['kind', 'id', 'amountFen'], stated, computed) ??
    listDifference('carried', ['id', 'inFen', 'basisFen', 'outFen'], stated, computed)
  )
}

function listDifference(
  name: string,
  figures: string[],
  stated: Fields,
  computed: Fields,
): FigureDifference | undefined {
  const pick = (fields: Fields): string =>
    JSON.stringify(listOf(fields[name]).map((item) => figures.map((figure) => fieldsOf(item)[figure] ?? null)))
  return pick(stated) === pick(computed) ? undefined : shown(name, pick(stated), pick(computed))
}

interface StatedClaims {
  relation: CaseFile['relation']
  claims: CaseFile['claims']
  totals: CaseFile['totals']
}

/** Builds the claims again from what was computed for the cycles they are about, and compares every figure. */
function claimDifference(file: CaseFile, stated: StatedClaims, outputs: Computed[]): Difference | undefined {
  const wanted = new Set(
    stated.claims.flatMap(({ cycles }) => cycles.map((part) => `${part.agreementId} ${part.cycle}`)),
  )
  const agreements = file.computations.map(({ agreementId }, index) => {
    const output = outputs[index]
    const all = output === undefined || 'error' in output ? [] : output.cycles
    const cycles = all.filter(({ cycle }) => wanted.has(`${agreementId} ${cycle}`))
    return { agreementId, cycles, deductions: cycles.flatMap(judgedDeductions) }
  })
  const built = buildClaims({ relation: stated.relation, asOf: file.asOf, agreements, interest: 'none' })
  if (stated.claims.length !== built.claims.length) {
    return { agreement: '', cycle: '', ...shown('claims', stated.claims.length, built.claims.length) }
  }
  for (const [index, claim] of built.claims.entries()) {
    const difference = oneClaimDifference(fieldsOf(stated.claims[index]), claim)
    if (difference !== undefined) return difference
  }
  const total = firstUnequal(
    ['outstandingFen', 'interestFen', 'totalFen', 'undisputedFen'],
    stated.totals,
    built.totals,
  )
  return total === undefined ? undefined : { agreement: '', cycle: '', ...total }
}

function judgedDeductions({ cycle, deductions }: CycleOutput): CaseFile['claims'][number]['deductions'] {
  return deductions.map(({ id, amountFen, allowedFen }) => ({
    id,
    cycle,
    statedReason: '',
    deductedFen: amountFen,
    allowedFen,
    whyCode: '',
    whyParams: {},
  }))
}

function oneClaimDifference(stated: Fields, claim: CaseFile['claims'][number]): Difference | undefined {
  const parts = listOf(stated.cycles)
  for (const [index, part] of claim.cycles.entries()) {
    const difference = firstUnequal(partFigures, fieldsOf(parts[index]), part)
    if (difference !== undefined) return { agreement: claim.kind, cycle: part.cycle, ...difference }
  }
  const difference =
    firstUnequal(['kind', 'amountFen', 'interestFen', 'totalFen', 'interestTo'], stated, { ...claim }) ??
    listDifference('cycles', ['cycle'], stated, { ...claim }) ??
    listDifference('deductions', ['id', 'cycle', 'deductedFen', 'allowedFen'], stated, { ...claim })
  return difference === undefined ? undefined : { agreement: claim.kind, cycle: '', ...difference }
}

function firstUnequal(figures: readonly string[], stated: Fields, computed: Fields): FigureDifference | undefined {
  const figure = figures.find((name) => stated[name] !== computed[name])
  return figure === undefined ? undefined : shown(figure, stated[figure], computed[figure])
}

function shown(figure: string, stated: unknown, computed: unknown): FigureDifference {
  return { figure, stated: shortText(stated), computed: shortText(computed) }
}

function shortText(value: unknown): string {
  if (value === undefined) return ''
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 120)
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
