import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { ReceivedStatement } from '../../../renderer/earnings/settlement/received-statement.tsx'
import { Surroundings } from '../../../renderer/shell/surroundings.tsx'
import type { OpenedBundle } from '../../../shared/bundles/calls.ts'
import type { ComparedItem } from '../../../shared/earnings/settlement-shapes.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'
import { ids, row, run } from './samples.ts'

const bundleId = 'c'.repeat(64)

const figures = {
  expectedFen: 1_100_000,
  withheldFen: 0,
  deductedFen: 0,
  allowedFen: 0,
  paidFen: 0,
  outstandingFen: 1_100_000,
  payableFen: 1_100_000,
}

function openedBundle(ok = true): OpenedBundle {
  return {
    id: bundleId,
    verification: {
      ok,
      answers: [],
      name: 'boan-statement',
      kind: 'statement',
      sender: '杭州云播文化传媒有限公司',
      externalId: 'JS-2026-08-001-01',
      baggingDate: '2026-09-03',
      fingerprint: 'd'.repeat(64),
      payloadFiles: 1,
      payloadBytes: 1,
    },
    entries: [],
    content: {
      kind: 'statement',
      data: {
        format: 'boan-statement',
        version: 1,
        appVersion: '0.1.0',
        title: '结算单',
        exportedAt: '2026-09-03T00:00:00.000Z',
        run: { number: run.number, sha256: run.sha256 },
        contentSha256: 'e'.repeat(64),
        documents: [],
        linesFile: null,
        content: {
          number: 'JS-2026-08-001-01',
          month: '2026-08',
          asOf: '2026-09-02',
          payer: { name: '杭州云播文化传媒有限公司', creditCode: null },
          payee: { name: '林小满' },
          payBy: '2026-09-15',
          totals: figures,
          items: [
            {
              agreementId: ids.agreement,
              title: '林小满直播合作',
              cycle: '2026-08',
              from: row.from,
              to: row.to,
              dueDate: row.dueDate,
              ...figures,
              steps: [
                {
                  kind: 'base',
                  id: 'base',
                  label: '',
                  amountFen: 1_100_000,
                  formula: { code: 'base-month', params: { amountFen: 1_100_000 } },
                  basis: null,
                },
              ],
              withholdings: [],
              deductions: [],
              payments: [],
              lines: { count: 0, saleFen: 0, refundFen: 0 },
              missing: 0,
            },
          ],
        },
      },
    },
  }
}

const compared: ComparedItem = {
  index: 0,
  agreements: [{ id: ids.second, title: '我和云播' }],
  agreementId: ids.second,
  cycle: '2026-08',
  mine: { expectedFen: 1_260_000, paidFen: 0, outstandingFen: 1_260_000, acknowledgedFen: null, source: 'terms' },
  shortFen: 160_000,
  taken: false,
}

function show(opened: OpenedBundle, answers: Parameters<typeof fakeHost>[0] = {}) {
  const host = fakeHost({
    'earnings.compareStatement': () => ({ problem: null, items: [compared] }),
    ...answers,
  })
  render(<ReceivedStatement opened={opened} place={undefined} />, { wrapper: Surroundings })
  return host
}

beforeEach(() => resetApp(someStatus))

test('their figure stands beside mine, what is short is said, and the statement is taken as acknowledged', async () => {
  const { asked } = show(openedBundle(), {
    'earnings.takeStatement': () => ({ acknowledgements: 1, evidenceId: ids.run }),
  })
  expect(await screen.findByText('少算 ¥1,600.00')).toBeVisible()
  expect(screen.getByRole('heading', { name: '对方少算了 ¥1,600.00' })).toBeVisible()
  expect(screen.getByRole('link', { name: '发催款函' })).toHaveAttribute('href', expect.stringContaining(ids.second))
  await userEvent.click(screen.getByRole('button', { name: '收下，记为对方认账' }))
  expect(asked.find(({ name }) => name === 'earnings.takeStatement')?.input).toEqual({
    bundleId,
    items: [{ index: 0, agreementId: ids.second, cycle: '2026-08' }],
  })
})

test('a case is opened from a short cycle', async () => {
  const { asked } = show(openedBundle(), { 'disputes.openCase': () => ({ id: ids.run, number: '2026-0001' }) })
  await userEvent.click(await screen.findByRole('button', { name: '立案' }))
  expect(asked.find(({ name }) => name === 'disputes.openCase')?.input).toMatchObject({
    agreementId: ids.second,
    cycles: ['2026-08'],
  })
})

test('a statement for somebody else says why it cannot be taken', async () => {
  show(openedBundle(), { 'earnings.compareStatement': () => ({ problem: 'other-payee', items: [] }) })
  expect(await screen.findByText(/写的收款人是“林小满”，不是你，不能收下/)).toBeVisible()
  expect(screen.queryByRole('button', { name: '收下，记为对方认账' })).toBeNull()
})

test('a damaged statement is shown and cannot be taken', async () => {
  show(openedBundle(false))
  expect(await screen.findByText(/没有通过核对，不能收下/)).toBeVisible()
  expect(screen.queryByRole('button', { name: '收下，记为对方认账' })).toBeNull()
})
