import type { Output } from '../../../shared/contract.ts'
import type { PayableRow, SettlementRow, SettlementRun } from '../../../shared/earnings/settlement-shapes.ts'

export const ids = {
  run: '01900000-0000-7000-8000-000000000001',
  statement: '01900000-0000-7000-8000-000000000002',
  other: '01900000-0000-7000-8000-000000000003',
  agreement: '01900000-0000-7000-8000-000000000004',
  payee: '01900000-0000-7000-8000-000000000005',
  second: '01900000-0000-7000-8000-000000000006',
}

const cycle = { cycle: '2026-08', from: '2026-08-01', to: '2026-08-31', dueDate: '2026-09-15' }

const figures = {
  expectedFen: 1_100_000,
  withheldFen: 0,
  deductedFen: 15_000,
  allowedFen: 15_000,
  paidFen: 0,
  outstandingFen: 1_085_000,
  payableFen: 1_085_000,
}

export const row: SettlementRow = {
  ...cycle,
  ...figures,
  agreementId: ids.agreement,
  title: '林小满直播合作',
  payee: { id: ids.payee, name: '林小满' },
  status: 'not-due',
  warnings: ['unconfirmed'],
  run: null,
}

/** Two cycles that can be settled and one that cannot. */
export const preview: Output<'earnings.previewSettlement'> = {
  rows: [
    row,
    { ...row, agreementId: ids.second, title: '王一诺直播合作', payee: { id: ids.second, name: '王一诺' } },
    { ...row, cycle: 'open', agreementId: ids.other, title: '口头约定', warnings: ['no-terms', 'not-over'] },
  ],
  totals: figures,
  earlierFen: 5000,
  faulty: [],
  stateSha256: 'a'.repeat(64),
}

export const run: SettlementRun = {
  id: ids.run,
  number: 'JS-2026-08-001',
  month: '2026-08',
  asOf: '2026-09-02',
  createdAt: '2026-09-02T04:00:00.000Z',
  note: '',
  sha256: 'b'.repeat(64),
  voidedAt: null,
  voidReason: null,
  toPay: 2,
  paid: 1,
  payableFen: 2_170_000,
  paidFen: 1_085_000,
  statements: [
    {
      id: ids.statement,
      number: 'JS-2026-08-001-01',
      payee: { id: ids.payee, name: '林小满' },
      payBy: '2026-09-15',
      totals: figures,
      paidFen: 0,
      state: 'unpaid',
      payments: [],
      lacks: ['bankCard'],
      items: [{ ...cycle, ...figures, agreementId: ids.agreement, title: '林小满直播合作', changedFen: 160_000 }],
    },
    {
      id: ids.other,
      number: 'JS-2026-08-001-02',
      payee: { id: ids.second, name: '王一诺' },
      payBy: '2026-09-15',
      totals: figures,
      paidFen: 1_085_000,
      state: 'paid',
      payments: [
        {
          id: ids.second,
          date: '2026-09-10',
          amountFen: 1_085_000,
          channel: '银行转账',
          reference: 'JS-2026-08-001-02',
        },
      ],
      lacks: [],
      items: [{ ...cycle, ...figures, agreementId: ids.second, title: '王一诺直播合作', changedFen: 0 }],
    },
  ],
  excluded: [],
}

const owed: PayableRow = {
  ...cycle,
  agreementId: ids.agreement,
  title: '林小满直播合作',
  payee: { id: ids.payee, name: '林小满' },
  status: 'not-due',
  overdueDays: 0,
  expectedFen: 1_100_000,
  paidFen: 0,
  outstandingFen: 1_085_000,
  run: null,
}

export const payables: Output<'earnings.payables'> = {
  agreements: 2,
  dueFen: 1_085_000,
  notDueFen: 300_000,
  openFen: 0,
  overpaidFen: 0,
  more: 0,
  rows: [
    { ...owed, status: 'overdue', overdueDays: 10, dueDate: '2020-01-15' },
    { ...owed, cycle: '2026-09', status: 'not-due', outstandingFen: 300_000, dueDate: '2099-01-15' },
  ],
}
