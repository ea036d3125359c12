import { fireEvent, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { useImport } from '../../../renderer/earnings/import/import-store.ts'
import { App } from '../../../renderer/shell/app.tsx'
import { useApp } from '../../../renderer/shell/app-store.ts'
import { ledger } from '../earnings/ledger-sample.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'

async function openApp(answers: Parameters<typeof fakeHost>[0]) {
  const host = fakeHost({ 'app.status': () => someStatus, ...answers })
  resetApp()
  render(<App />)
  await useApp.getState().loadStatus()
  return host
}

test('a first run asks who I am, then how to begin, and saves the answer', async () => {
  const fresh = { ...someStatus, settings: { ...someStatus.settings, roles: [] } }
  const { asked } = await openApp({
    'app.status': () => fresh,
    'app.saveSettings': (input) => ({ ...fresh.settings, roles: input.roles ?? [] }),
  })
  expect(await screen.findByRole('button', { name: '下一步' })).toBeDisabled()
  await userEvent.click(screen.getByRole('button', { name: /^商家/ }))
  await userEvent.click(screen.getByRole('button', { name: /^主播/ }))
  await userEvent.click(screen.getByRole('button', { name: '下一步' }))
  await userEvent.click(screen.getByRole('button', { name: /^用我自己的文件/ }))
  expect(asked).toContainEqual({ name: 'app.saveSettings', input: { roles: ['merchant', 'streamer'] } })
  expect(location.hash).toBe('#/import')
})

test('files dropped on the first run are on the table of the import at once', async () => {
  const fresh = { ...someStatus, settings: { ...someStatus.settings, roles: [] } }
  await openApp({
    'app.status': () => fresh,
    'app.saveSettings': (input) => ({ ...fresh.settings, roles: input.roles ?? [] }),
  })
  await userEvent.click(await screen.findByRole('button', { name: /^主播/ }))
  await userEvent.click(screen.getByRole('button', { name: '下一步' }))
  const file = new File(['订单id,支付金额'], '抖音 3 月.csv')
  fireEvent.drop(document.documentElement, { dataTransfer: { files: [file], types: ['Files'] } })
  await vi.waitFor(() => expect(location.hash).toBe('#/import'))
  expect(useImport.getState().files.map(({ name }) => name)).toEqual(['抖音 3 月.csv'])
})

test('a core that does not open says why and offers another try', async () => {
  await openApp({ 'app.status': () => ({ code: 'app.folder-in-use', params: { folder: '/data', pid: 7 } }) })
  expect(await screen.findByRole('alert')).toHaveTextContent('数据文件夹 /data 正被另一个播安使用')
  expect(screen.getByRole('button', { name: '再试一次' })).toBeVisible()
})

test('the way to the ledger says how many cycles are overdue, without another name', async () => {
  const totals = { ...ledger.totals, rows: 3 }
  await openApp({ 'earnings.ledger': () => ({ agreements: [], totals, next: null }) })
  const navigation = await screen.findByRole('navigation', { name: '主导航' })
  const link = within(navigation).getByRole('link', { name: '对账' })
  await vi.waitFor(() => expect(link).toHaveAccessibleDescription('3 期逾期'))
  expect(link).toHaveTextContent('3')
})

test('Ctrl K finds a person by a part of the name and goes there', async () => {
  const hit = { kind: 'party' as const, id: 'p1', title: '杭州云播文化传媒', detail: '' }
  await openApp({ 'app.search': () => ({ hits: [hit] }) })
  await screen.findByRole('navigation', { name: '主导航' })
  await userEvent.keyboard('{Control>}k{/Control}')
  const dialog = await screen.findByRole('dialog', { name: '搜索和命令' })
  await userEvent.type(within(dialog).getByRole('textbox'), '云播')
  await within(dialog).findByRole('button', { name: /杭州云播文化传媒/ })
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(location.hash).toBe('#/contracts?party=p1')
})

test('the ribbon removes the sample with one click', async () => {
  let sample = true
  await openApp({
    'app.status': () => ({ ...someStatus, sample }),
    'app.leaveSample': () => {
      sample = false
      return {}
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: '正在看示例 · 一键移除' }))
  expect(screen.queryByRole('button', { name: /正在看示例/ })).not.toBeInTheDocument()
})

test('choosing English changes every word of the window', async () => {
  let settings = someStatus.settings
  await openApp({
    'app.status': () => ({ ...someStatus, settings }),
    'app.saveSettings': (input) => (settings = { ...settings, language: input.language ?? 'zh' }),
  })
  location.hash = '#/settings'
  await userEvent.click(await screen.findByText('English'))
  expect(await screen.findByRole('heading', { name: 'Settings' })).toBeVisible()
  await userEvent.click(screen.getByText('中文'))
  expect(await screen.findByRole('heading', { name: '设置' })).toBeVisible()
})
