import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import type { CaseFile, ClaimCycle } from '../../../../shared/disputes/case-file.ts'
import { type ComparedCases, compareLines } from '../../../../shared/disputes/mediation/compare-cases.ts'
import { balanceOf } from '../../../../shared/disputes/mediation/compare-sides.ts'
import { figureParts } from '../../../../shared/disputes/mediation/response-file.ts'
import { type OrderLine, validateInput } from '../../../../shared/earnings/index.ts'
import { readReceivedCase } from '../../bundles/index.ts'
import type { CallContext } from '../../context.ts'

const pageRows = 200

type Compared = Output<'disputes.compareFiles'>

interface Comparison {
  key: string
  heads: Pick<Compared, 'left' | 'right' | 'figures'>
  lines: ComparedCases
}

/** The two files that are being looked at: reading and comparing large ones again for every page would be felt. */
let last: Comparison | undefined

/** Two received case files of one dispute side by side. Throws `bundles.unknown-bundle`, `bundles.no-such-entry`. */
export async function compareFiles(
  context: CallContext,
  { leftId, rightId, state, offset }: ParsedInput<'disputes.compareFiles'>,
): Promise<Compared> {
  const key = `${leftId} ${rightId}`
  if (last?.key !== key) last = await compare(context, key, leftId, rightId)
  const { heads, lines } = last
  const wanted = state === undefined ? lines.lines : lines.lines.filter((line) => line.state === state)
  return {
    ...heads,
    same: lines.same,
    onlyLeft: lines.left,
    onlyRight: lines.right,
    differing: lines.differs,
    lines: wanted.slice(offset, offset + pageRows),
    total: wanted.length,
  }
}

async function compare(context: CallContext, key: string, leftId: string, rightId: string): Promise<Comparison> {
  const tell = (done: number): void => context.progress({ done, total: 3, label: 'mediation:progress.comparing' })
  tell(0)
  const left = await readReceivedCase(context.dataDir, leftId)
  tell(1)
  context.throwIfCancelled()
  const right = await readReceivedCase(context.dataDir, rightId)
  tell(2)
  context.throwIfCancelled()
  const mine = linesOf(left)
  const theirs = linesOf(right)
  const heads = { left: headOf(left, mine), right: headOf(right, theirs), figures: figuresOf(left, right) }
  return { key, heads, lines: compareLines(mine, theirs) }
}

/** Every order line of a case's computations, checked as who verifies checks them. */
function linesOf({ computations }: CaseFile): OrderLine[] {
  return computations.flatMap(({ input }) => validateInput(input).lines ?? [])
}

function headOf({ caseNumber, title, exportedAt, parties, totals }: CaseFile, lines: OrderLine[]): Compared['left'] {
  const applicants = parties.filter(({ side }) => side === 'applicant').map(({ name }) => name)
  return { caseNumber, title, exportedAt, applicants, totalFen: totals.totalFen, lines: lines.length }
}

/** Cycle × part of the two, by the cycle's name and begin: agreements are called differently on each computer. */
function figuresOf(left: CaseFile, right: CaseFile): Compared['figures'] {
  const mine = cyclesOf(left)
  const theirs = cyclesOf(right)
  const keys = [...new Set([...mine.keys(), ...theirs.keys()])].toSorted()
  return keys.flatMap((key) => {
    const [a, b] = [mine.get(key), theirs.get(key)]
    const [from = '', cycle = ''] = key.split(' ')
    const parts = figureParts.map((part) => ({ part, leftFen: a?.[part] ?? null, rightFen: b?.[part] ?? null }))
    const outstanding = {
      part: 'outstandingFen' as const,
      leftFen: a === undefined ? null : balanceOf(a),
      rightFen: b === undefined ? null : balanceOf(b),
    }
    return [...parts, outstanding].map((figure) => ({ cycle, from, ...figure }))
  })
}

/** Figures of each claimed cycle; where two agreements of a file have a cycle of one name, they add up. */
function cyclesOf({ claims }: CaseFile): Map<string, Pick<ClaimCycle, (typeof figureParts)[number]>> {
  const once = new Map<string, ClaimCycle>()
  for (const cycle of claims.flatMap((claim) => claim.cycles)) once.set(`${cycle.agreementId} ${cycle.cycle}`, cycle)
  const sums = new Map<string, Pick<ClaimCycle, (typeof figureParts)[number]>>()
  for (const cycle of once.values()) {
    const key = `${cycle.from} ${cycle.cycle}`
    const before = sums.get(key)
    const add = (part: (typeof figureParts)[number]): number => (before?.[part] ?? 0) + cycle[part]
    sums.set(key, {
      expectedFen: add('expectedFen'),
      withheldFen: add('withheldFen'),
      allowedFen: add('allowedFen'),
      paidFen: add('paidFen'),
    })
  }
  return sums
}
