import type { CaseClaim } from '../case-file.ts'
import { type AnsweredCycle, type FigurePart, figureParts, type SideFigures } from './response-file.ts'

/** One figure of one cycle as the two sides have it. Money in fen. */
export interface ComparedFigure {
  agreementId: string
  cycle: string
  from: string
  part: FigurePart | 'outstandingFen'
  applicantFen: number
  /** Null where the other side gives none: its silence is no agreement. */
  respondentFen: number | null
  /** Applicant less respondent. */
  differenceFen: number | null
  state: 'agreed' | 'disputed' | 'unsaid'
}

/** The two sides' figures line by line: cycle × part, the outstanding amount last where the other side's figures make one. */
export function compareSides(cycles: readonly AnsweredCycle[]): ComparedFigure[] {
  return cycles.flatMap((one) => {
    const own = outstandingOf(one)
    return [
      ...figureParts.map((part) => figure(one, part, one.applicant[part], one.respondent[part])),
      figure(one, 'outstandingFen', balanceOf(one.applicant), own),
    ]
  })
}

/** What the other side's figures leave owed, its unsaid parts as the applicant has them; null where it says nothing at all. */
function outstandingOf({ applicant, respondent }: AnsweredCycle): number | null {
  if (figureParts.every((part) => respondent[part] === null)) return null
  const known = (part: FigurePart): number => respondent[part] ?? applicant[part]
  return known('expectedFen') - known('withheldFen') - known('allowedFen') - known('paidFen')
}

/** expected − withheld − allowed − paid. */
export function balanceOf({ expectedFen, withheldFen, allowedFen, paidFen }: SideFigures): number {
  return expectedFen - withheldFen - allowedFen - paidFen
}

function figure(
  { agreementId, cycle, from }: AnsweredCycle,
  part: ComparedFigure['part'],
  applicantFen: number,
  respondentFen: number | null,
): ComparedFigure {
  const differenceFen = respondentFen === null ? null : applicantFen - respondentFen
  const state = differenceFen === null ? 'unsaid' : differenceFen === 0 ? 'agreed' : 'disputed'
  return { agreementId, cycle, from, part, applicantFen, respondentFen, differenceFen, state }
}

/** Every cycle that a case claims, once, in order of time, with the applicant's figures and nothing said by the other side yet. */
export function cyclesToAnswer(claims: readonly CaseClaim[]): AnsweredCycle[] {
  const known = new Map<string, AnsweredCycle>()
  for (const { agreementId, cycle, from, ...figures } of claims.flatMap((claim) => claim.cycles)) {
    const { expectedFen, withheldFen, allowedFen, paidFen } = figures
    known.set(`${agreementId} ${cycle}`, {
      agreementId,
      cycle,
      from,
      applicant: { expectedFen, withheldFen, allowedFen, paidFen },
      respondent: { expectedFen: null, withheldFen: null, allowedFen: null, paidFen: null },
      source: 'typed',
      reason: '',
    })
  }
  return [...known.values()].toSorted((a, b) => compare(a.from, b.from) || compare(a.agreementId, b.agreementId))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
