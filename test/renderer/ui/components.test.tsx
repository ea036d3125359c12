import { render as renderBare, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { DueDate } from '../../../renderer/ui/due-date.tsx'
import { ErrorNote } from '../../../renderer/ui/error-note.tsx'
import { Figure } from '../../../renderer/ui/figure.tsx'
import { Loading } from '../../../renderer/ui/loading.tsx'
import { Money } from '../../../renderer/ui/money.tsx'
import { TaskProgress } from '../../../renderer/ui/task-progress.tsx'
import { Term } from '../../../renderer/ui/term.tsx'
import { Surroundings } from '../../../renderer/shell/surroundings.tsx'
import { resetApp, someStatus } from '../fake-host.ts'

const render = (ui: ReactElement) => renderBare(ui, { wrapper: Surroundings })

test('money shows every fen, with commas and a real minus sign', () => {
  render(<Money fen={-1_234_567} />)
  expect(screen.getByText('−¥12,345.67')).toBeVisible()
})

test('a figure is a button that names itself and its amount, and opens its working', async () => {
  const onOpen = vi.fn<() => void>()
  render(<Figure label="还差" fen={582_346} onOpen={onOpen} />)
  await userEvent.click(screen.getByRole('button', { name: '还差 ¥5,823.46，打开计算过程' }))
  expect(onOpen).toHaveBeenCalledOnce()
})

test('a due date says in words how far away it is', () => {
  const { rerender } = render(<DueDate date="2026-04-15" asOf="2026-05-22" />)
  expect(screen.getByText('逾期 37 天')).toBeVisible()
  rerender(<DueDate date="2026-04-15" asOf="2026-04-15" />)
  expect(screen.getByText('今天到期')).toBeVisible()
  rerender(<DueDate date="2026-04-15" asOf="2026-04-09" />)
  expect(screen.getByText('6 天后到期')).toBeVisible()
})

test('an error shows what happened and what to do, and the place apart from it', () => {
  const where = { file: '3月.csv', row: 12, column: '订单号', value: '6.92E+18' }
  render(<ErrorNote error={{ code: 'app.file-vanished', params: {}, where }} />)
  expect(screen.getByRole('alert')).toHaveTextContent('文件读到一半不见了')
  expect(screen.getByText(/3月\.csv · 第 12 行 · “订单号”列 · 内容 6\.92E\+18/)).toBeVisible()
})

test('an error without a sentence names its code rather than staying silent', () => {
  render(<ErrorNote error={{ code: 'nowhere.nothing', params: {} }} />)
  expect(screen.getByRole('alert')).toHaveTextContent('nowhere.nothing')
})

test('progress shows a number and can be cancelled', async () => {
  const onCancel = vi.fn<() => void>()
  render(<TaskProgress progress={{ done: 12_345, total: 1_000_000, label: 'progress.sample' }} onCancel={onCancel} />)
  expect(screen.getByText('12,345 / 1,000,000')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '取消' }))
  expect(onCancel).toHaveBeenCalledOnce()
})

test('a word of the field explains itself when it has the focus', async () => {
  resetApp(someStatus)
  render(<Term id="expected" />)
  await userEvent.tab()
  expect(screen.getByRole('button', { name: '应得' })).toHaveFocus()
  expect(await screen.findByRole('tooltip')).toHaveTextContent('按双方约定的报酬条件')
})

test('an agency reads 应付 where a streamer reads 应得', () => {
  resetApp({ ...someStatus, settings: { ...someStatus.settings, roles: ['agency'] } })
  render(<Term id="expected" />)
  expect(screen.getByRole('button', { name: '应付' })).toBeVisible()
})

/** Shows a wait for that long on the fake clock and answers after how much it would have appeared. */
function delayOfAWait(lastsMs: number): string {
  const { unmount } = render(<Loading />)
  const { animationDelay } = screen.getByRole('status').style
  vi.advanceTimersByTime(lastsMs)
  unmount()
  return animationDelay
}

test('waits that follow one another at once share their patience, a later one has its own', () => {
  vi.useFakeTimers()
  expect(delayOfAWait(200)).toBe('300ms')
  expect(delayOfAWait(200)).toBe('100ms')
  expect(delayOfAWait(0)).toBe('0ms')
  vi.advanceTimersByTime(5000)
  expect(delayOfAWait(0)).toBe('300ms')
  vi.useRealTimers()
})
