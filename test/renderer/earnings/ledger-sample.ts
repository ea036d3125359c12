import type { Output } from '../../../shared/contract.ts'
import type { EvidenceItem } from '../../../shared/disputes/views.ts'
import type { CycleDetail, LedgerAgreement, LedgerRow } from '../../../shared/earnings/ledger-shapes.ts'

/** The worked example of spec/earnings.md as the ledger shows it, with a month before it that is settled. */
export const ids = {
  agreement: '01980001-0000-7000-8000-000000000001',
  payer: '01980001-0000-7000-8000-000000000002',
  self: '01980001-0000-7000-8000-000000000003',
  payment: '01980001-0000-7000-8000-000000000004',
  deduction: '01980001-0000-7000-8000-000000000005',
  version: '01980001-0000-7000-8000-000000000006',
  evidence: '01980001-0000-7000-8000-000000000007',
}

const settled: LedgerRow = {
  agreementId: ids.agreement,
  cycle: '2026-02',
  from: '2026-02-01',
  to: '2026-02-28',
  source: 'terms',
  dueDate: '2026-03-15',
  expectedFen: 800_000,
  withheldFen: 0,
  acknowledgedFen: null,
  deductedFen: 0,
  allowedFen: 0,
  paidFen: 800_000,
  outstandingFen: 0,
  underCountedFen: null,
  improperFen: null,
  acknowledgedUnpaidFen: null,
  status: 'settled',
  overdueDays: 0,
  ageingBucket: null,
  missing: 0,
  confirmed: true,
}

export const overdue: LedgerRow = {
  ...settled,
  cycle: '2026-03',
  from: '2026-03-01',
  to: '2026-03-31',
  dueDate: '2026-04-15',
  expectedFen: 1_582_346,
  acknowledgedFen: 1_200_000,
  deductedFen: 100_000,
  paidFen: 1_000_000,
  outstandingFen: 582_346,
  underCountedFen: 382_346,
  improperFen: 100_000,
  acknowledgedUnpaidFen: 100_000,
  status: 'overdue',
  overdueDays: 37,
  ageingBucket: '31-90',
  confirmed: false,
}

export const agreement: LedgerAgreement = {
  id: ids.agreement,
  title: '云播合作',
  payer: { id: ids.payer, name: '杭州云播文化传媒' },
  payee: { id: ids.self, name: '林小满' },
  self: 'payee',
  error: null,
  rows: [settled, overdue],
}

export const ledger: Output<'earnings.ledger'> = {
  agreements: [agreement],
  totals: {
    agreements: 1,
    rows: 2,
    expectedFen: 2_382_346,
    withheldFen: 0,
    deductedFen: 100_000,
    allowedFen: 0,
    paidFen: 1_800_000,
    outstandingFen: 582_346,
    dueFen: 582_346,
    overpaidFen: 0,
  },
  next: null,
}

const { rows: _rows, ...agreementAlone } = agreement

export const chatPicture: EvidenceItem = {
  id: ids.evidence,
  title: '转账截图',
  kind: 'screenshot',
  source: '本人手机微信',
  takenBy: '',
  takenAt: null,
  purpose: '',
  originalPlace: '',
  originalHolder: 'me',
  pages: null,
  sha256: 'ab'.repeat(32),
  fileName: '转账.png',
  mime: 'image/png',
  sizeBytes: 20_000,
  redactedOf: null,
  redaction: '',
  createdAt: '2026-04-20T08:00:00.000Z',
  voidedAt: null,
  voidReason: null,
  marks: [],
  platformKeepsUntil: null,
  cases: [],
}

export const detail: CycleDetail = {
  row: overdue,
  agreement: agreementAlone,
  version: { id: ids.version, from: '2025-06-01' },
  steps: [
    {
      kind: 'base',
      id: 'base',
      label: '',
      amountFen: 270_000,
      formula: {
        code: 'amount-whole-share',
        params: { amountFen: 300_000 },
        parts: [{ code: 'share-days', params: { counted: 18, minimum: 20 } }],
      },
      basis: null,
      sources: 0,
    },
    {
      kind: 'commission',
      id: 'c1',
      label: '带货',
      amountFen: 952_346,
      formula: {
        code: 'commission-marginal',
        params: {},
        parts: [
          { code: 'commission-slice', params: { sliceFen: 10_000_000, ratePpm: 50_000 } },
          { code: 'commission-slice', params: { sliceFen: 5_654_322, ratePpm: 80_000 } },
        ],
      },
      basis: {
        code: 'basis',
        params: { basisFen: 15_654_322 },
        parts: [{ code: 'basis-lines', params: { count: 1087, amountFen: 15_654_322 } }],
      },
      sources: 1087,
    },
  ],
  grossFen: 1_582_346,
  carried: [],
  guaranteeBalanceFen: 0,
  dueFormula: { code: 'due-day-of-month', params: { monthsAfter: 1, dayOfMonth: 15 } },
  deductions: [
    {
      id: ids.deduction,
      amountFen: 100_000,
      allowedFen: 0,
      statedReason: '形象管理费',
      deductionTermId: null,
      termLabel: null,
      reason: { code: 'not-agreed', params: {} },
      evidenceIds: [],
    },
  ],
  withholdings: [],
  acknowledgement: { id: ids.version, amountFen: 1_200_000, evidenceIds: [] },
  payments: [
    {
      id: ids.payment,
      date: '2026-04-20',
      kind: 'pay',
      amountFen: 1_000_000,
      partFen: 1_000_000,
      explicit: false,
      allocations: [],
      payer: agreement.payer,
      onBehalfOf: null,
      channel: 'wechat',
      reference: '',
      evidenceIds: [chatPicture.id],
      isImported: false,
    },
  ],
  cycleTotals: [],
  costs: [],
  events: [],
  adjustments: [],
  interest: {
    interestFen: 2_837,
    interestFirstFen: null,
    basis: 'statutory',
    kind: 'lpr-1y',
    multiplePpm: 1_300_000,
    periods: [{ from: '2026-04-16', to: '2026-05-22', days: 37, principalFen: 582_346, ratePpm: 30_000 }],
    assumedDays: 0,
    unknownDays: 0,
  },
  confirmedAt: null,
  statements: [{ id: '7', file: '抖音 3 月.csv', lines: 1087 }],
}

export const overview: Output<'earnings.overview'> = {
  dueFen: 582_346,
  notDueFen: 126_000,
  overpaidFen: 0,
  underCountedFen: 382_346,
  improperFen: 100_000,
  acknowledgedUnpaidFen: 100_000,
  unexplainedFen: 0,
  payers: [
    {
      payer: agreement.payer,
      dueFen: 582_346,
      notDueFen: 126_000,
      earliestDue: '2026-04-15',
      agreementId: ids.agreement,
      cycle: '2026-03',
    },
  ],
  dueSoon: [],
  improperDeductions: 1,
  withoutTerms: [],
  faulty: [],
  unassigned: [],
  largest: { agreementId: ids.agreement, cycle: '2026-03' },
}

/** As lists of agreements name it, and one under which the person pays. */
export const claim: Output<'contracts.listAgreements'>['agreements'][number] = {
  id: ids.agreement,
  title: agreement.title,
  payer: agreement.payer,
  payee: agreement.payee,
  self: 'payee',
  from: '2026-01-01',
  to: null,
  scope: {},
  note: '',
  createdAt: '2026-01-01T00:00:00.000Z',
  voidedAt: null,
  voidReason: null,
  versions: 1,
  terms: null,
}
export const debt: typeof claim = {
  ...claim,
  id: ids.version,
  title: '助播',
  payer: agreement.payee,
  payee: { id: ids.payment, name: '阿蓝' },
  self: 'payer',
}
