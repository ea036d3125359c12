import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { MendRows } from '../../../renderer/earnings/import/mend-rows.tsx'
import { useImport } from '../../../renderer/earnings/import/import-store.ts'
import { Surroundings } from '../../../renderer/shell/surroundings.tsx'
import type { StatementRecord } from '../../../shared/earnings/import-shapes.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'

const statement = {
  id: '01900000-0000-7000-8000-000000000001',
  file: '三月.csv',
  preset: 'douyin-creator',
  exportedAt: '2026-04-02T00:00:00.000Z',
} as StatementRecord

const refused = {
  headers: ['订单id', '支付金额'],
  rows: [
    {
      row: 3,
      column: '支付金额',
      value: '200.005',
      code: 'amount-decimals',
      cells: ['6958943977812624660', '200.005'],
    },
    { row: 9, column: '支付金额', value: 'x', code: 'bad-amount', cells: ['6958943977812624661', 'x'] },
  ],
  account: '',
  next: null,
}

beforeEach(() => {
  location.hash = ''
  resetApp(someStatus)
})

test('the wrong cell is mended where it stands; only changed rows become a file that goes on to the preview', async () => {
  fakeHost({ 'earnings.rejectedCells': () => refused })
  const add = vi.fn<(files: File[], choice?: object) => Promise<void>>(async () => undefined)
  useImport.setState({ add })
  render(<MendRows statement={statement} onClose={() => undefined} />, { wrapper: Surroundings })
  const [cell] = await screen.findAllByLabelText('支付金额')
  expect(screen.queryByLabelText('订单id')).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: /检查改好的 0 行/ })).toBeDisabled()
  if (cell === undefined) throw new Error('no cell')
  await userEvent.clear(cell)
  await userEvent.type(cell, '200.01')
  await userEvent.click(screen.getByRole('button', { name: /检查改好的 1 行/ }))
  const [files, choice] = add.mock.calls[0] ?? []
  expect(choice).toEqual({ preset: 'douyin-creator', exportedAt: '2026-04-02T00:00:00.000Z' })
  expect(files?.[0]?.name).toBe('三月-改正1行.csv')
  expect(await files?.[0]?.text()).toBe('订单id,支付金额\r\n6958943977812624660,200.01\r\n')
  expect(location.hash).toBe('#/import')
})

test('the whole row can be opened', async () => {
  fakeHost({ 'earnings.rejectedCells': () => refused })
  render(<MendRows statement={statement} onClose={() => undefined} />, { wrapper: Surroundings })
  const [whole] = await screen.findAllByRole('button', { name: '看整行' })
  if (whole === undefined) throw new Error('no button')
  await userEvent.click(whole)
  expect(screen.getByLabelText('订单id')).toHaveValue('6958943977812624660')
})
