import { compute } from '../earnings/index.ts'
import { type CaseFile, caseFileSchema, caseFileVersion } from '../disputes/case-file.ts'
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

/** The figures that a claim repeats from the computation of its cycle. */
const claimFigures = [
  'from',
  'to',
  'dueDate',
  'expectedFen',
  'withheldFen',
  'allowedFen',
  'paidFen',
  'outstandingFen',
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
  const difference = computationDifference(parsed) ?? claimDifference(parsed) ?? totalDifference(parsed)
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

function computationDifference(file: CaseFile): Difference | undefined {
  for (const { title, input, output } of file.computations) {
    const again = fieldsOf(compute(input))
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
  for (const figure of ['cycle', ...cycleFigures]) {
    if (stated[figure] !== computed[figure]) return shown(figure, stated[figure], computed[figure])
  }
  return (
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

/** Claims repeat what the computation says, and the claims of a cycle ask for no more than is outstanding there. */
function claimDifference(file: CaseFile): Difference | undefined {
  const computed = new Map<string, Fields>()
  for (const { agreementId, output } of file.computations) {
    for (const cycle of listOf(output.cycles))
      computed.set(`${agreementId} ${String(fieldsOf(cycle).cycle)}`, fieldsOf(cycle))
  }
  const asked = new Map<string, { amountFen: number; interestFen: number }>()
  for (const claim of file.claims) {
    for (const part of claim.cycles) {
      const key = `${part.agreementId} ${part.cycle}`
      const figures = computed.get(key) ?? {}
      const place = { agreement: claim.kind, cycle: part.cycle }
      for (const figure of claimFigures) {
        if (part[figure] !== figures[figure]) return { ...place, ...shown(figure, part[figure], figures[figure]) }
      }
      const sum = asked.get(key) ?? { amountFen: 0, interestFen: 0 }
      asked.set(key, { amountFen: sum.amountFen + part.amountFen, interestFen: sum.interestFen + part.interestFen })
    }
  }
  for (const [key, sum] of asked) {
    const place = { agreement: '', cycle: key.slice(key.indexOf(' ') + 1) }
    const { outstandingFen, interestFen } = computed.get(key) ?? {}
    if (sum.amountFen > Number(outstandingFen))
      return { ...place, ...shown('outstandingFen', sum.amountFen, outstandingFen) }
    if (sum.interestFen > Number(interestFen))
      return { ...place, ...shown('interestFen', sum.interestFen, interestFen) }
  }
  return undefined
}

function totalDifference(file: CaseFile): Difference | undefined {
  const sums: [string, string, number, number][] = []
  for (const claim of file.claims) {
    sums.push([claim.kind, 'amountFen', claim.amountFen, sumOf(claim.cycles.map((part) => part.amountFen))])
    sums.push([claim.kind, 'interestFen', claim.interestFen, sumOf(claim.cycles.map((part) => part.interestFen))])
    sums.push([claim.kind, 'totalFen', claim.totalFen, claim.amountFen + claim.interestFen])
  }
  const { outstandingFen, interestFen, totalFen } = file.totals
  sums.push(['', 'outstandingFen', outstandingFen, sumOf(file.claims.map((claim) => claim.amountFen))])
  sums.push(['', 'interestFen', interestFen, sumOf(file.claims.map((claim) => claim.interestFen))])
  sums.push(['', 'totalFen', totalFen, outstandingFen + interestFen])
  const wrong = sums.find(([, , stated, computed]) => stated !== computed)
  return wrong === undefined ? undefined : { agreement: wrong[0], cycle: '', ...shown(wrong[1], wrong[2], wrong[3]) }
}

function sumOf(amounts: number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}

function shown(figure: string, stated: unknown, computed: unknown): FigureDifference {
  return { figure, stated: shortText(stated), computed: shortText(computed) }
}

function shortText(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value).slice(0, 120)
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
