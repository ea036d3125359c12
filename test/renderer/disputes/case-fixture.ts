import { pageRanges } from '../../../shared/disputes/exhibits.ts'
import { evidenceMarks, platformKeepsUntil } from '../../../shared/disputes/evidence-marks.ts'
import { findMissing } from '../../../shared/disputes/missing.ts'
import { limitHints } from '../../../shared/disputes/time-limit.ts'
import type { CaseView, Exhibit } from '../../../shared/disputes/views.ts'
import { sampleCase } from '../../shared/disputes/papers/case-fixture.ts'

export const caseId = '01980000-0000-7000-8000-00000000c001'
const agreementId = '01980000-0000-7000-8000-00000000a001'

/** A case as the core would answer it, made from the case file that the papers are tested with. */
export function someCaseView(changes: Partial<CaseView> = {}): CaseView {
  const file = sampleCase()
  const ranges = pageRanges(file.evidence)
  const exhibits = file.evidence.map((evidence, index): Exhibit => ({
    number: index + 1,
    evidence: {
      id: `01980000-0000-7000-8000-00000000e00${index + 1}`,
      title: evidence.title,
      kind: evidence.kind,
      source: evidence.source,
      takenBy: evidence.takenBy,
      takenAt: evidence.takenAt,
      purpose: evidence.purpose,
      originalPlace: evidence.originalPlace,
      originalHolder: evidence.originalHolder,
      pages: evidence.pages,
      sha256: evidence.sha256,
      fileName: `${evidence.title}.bin`,
      mime: evidence.mime,
      sizeBytes: evidence.sizeBytes,
      redactedOf: null,
      redaction: '',
      createdAt: evidence.importedAt,
      voidedAt: null,
      voidReason: null,
      marks: evidenceMarks(evidence),
      platformKeepsUntil: platformKeepsUntil(evidence, file.asOf),
      cases: [file.caseNumber],
    },
    pageRange: ranges[index] ?? null,
    redactedCopy: null,
    hasBuyersData: evidence.kind === 'statement',
    choices: {},
  }))
  const parties = file.parties.map((party, index) => ({
    id: `01980000-0000-7000-8000-00000000f00${index}`,
    side: party.side,
    kind: party.kind,
    name: party.name,
    lacks: party.side === 'respondent' ? ['phone', 'legalRepresentative'] : ['address'],
  }))
  const cycles = file.claims.flatMap((claim) => claim.cycles)
  return {
    id: caseId,
    number: file.caseNumber,
    title: file.title,
    relation: file.relation,
    procedure: file.procedure,
    addressee: file.addressee,
    statement: file.statement,
    asOf: file.asOf,
    openedAt: '2026-05-01T01:02:03.000Z',
    updatedAt: '2026-05-02T01:02:03.000Z',
    voidedAt: null,
    agreements: [
      {
        id: agreementId,
        title: file.computations[0]?.title ?? '',
        payerName: '杭州播悦文化传媒有限公司',
        payeeName: '李雨桐',
        cycles: [...new Map(cycles.map((cycle) => [cycle.cycle, cycle])).values()].map((cycle) => ({
          cycle: cycle.cycle,
          claimed: true,
          status: 'overdue',
          overdueDays: cycle.overdueDays,
          dueDate: cycle.dueDate,
          outstandingFen: cycle.outstandingFen,
        })),
      },
    ],
    parties,
    facts: file.facts,
    claims: file.claims,
    totals: file.totals,
    labourWay: null,
    exhibits,
    limits: limitHints({
      relation: file.relation,
      asOf: file.asOf,
      relationEnd: null,
      dueDates: cycles.flatMap((cycle) => cycle.dueDate ?? []),
      interruptions: [],
      hindrances: [],
    }),
    missing: findMissing({
      relation: file.relation,
      addressee: '',
      statement: '',
      parties,
      facts: file.facts,
      claims: file.claims,
      cycles: [],
      evidence: file.evidence,
      changedRecords: 2,
      exported: 'never',
    }),
    exports: [],
    ...changes,
  }
}
