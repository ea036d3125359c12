import type { Page } from '@playwright/test'
import { expectNoFindings, follow, followSystemTheme, settled, show } from './axe-checks.ts'
import { test as emptyTest } from './host.ts'
import { expect, test } from './sample-host.ts'

const patient = { timeout: 30_000 }

emptyTest(
  'the first run and the empty screens have no findings of axe, by day and by night',
  async ({ page, host }) => {
    emptyTest.setTimeout(240_000)
    await page.goto(host.address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible(patient)
    // Before there are settings the window is light, whatever the system says.
    await expectNoFindings(page, 'first run, who', ['light'])
    await page.getByRole('button', { name: /^主播/ }).click()
    await page.getByRole('button', { name: '下一步' }).click()
    await expectNoFindings(page, 'first run, how', ['light'])
    await page.getByRole('button', { name: /用我自己的文件/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: '导入' })).toBeVisible(patient)
    await followSystemTheme(page)
    for (const place of emptyPlaces) {
      await show(page, `#/${place}`)
      await expectNoFindings(page, `${place}, empty`)
    }
  },
)

test('no screen of the sample has findings of axe, by day and by night', async ({ page, host, sample }) => {
  test.setTimeout(600_000)
  await page.goto(host.address)
  await expect(page.getByRole('button', { name: /正在看示例/ })).toBeVisible(patient)
  await followSystemTheme(page)
  for (const [screen, hash] of Object.entries(fixedPlaces)) {
    await show(page, hash)
    await expectNoFindings(page, screen)
  }
  await expectNoFindingsBehindLinks(page)
  await show(page, '#/received')
  await page.locator('input[type="file"]').setInputFiles(sample.bundleFile)
  await expect(page.getByRole('heading', { name: /^这份案件文件完整/ })).toBeVisible(patient)
  for (const place of [
    '请求和金额',
    '时间线',
    /^证据/,
    '文书和文件',
    '意见和方案',
    '提问和记录',
    '协议书和交回',
    '我来答复',
    '双方对照',
  ]) {
    await page.getByRole('navigation', { name: '案件的各部分' }).getByRole('link', { name: place }).click()
    await settled(page)
    await expectNoFindings(page, `mediator, ${String(place)}`)
  }
})

const emptyPlaces = [
  'home',
  'ledger',
  'ledger/payables',
  'ledger/settlement',
  'import',
  'contracts',
  'contracts?tab=register',
  'contracts?batch=new',
  'contracts?kept=new',
  'cases',
  'training',
  'training/learn',
  'received',
  'dates',
  'settings',
]

const fixedPlaces = {
  home: '#/home',
  'ledger, matrix': '#/ledger?period=all',
  'ledger, list': '#/ledger?view=list&period=all',
  'ledger, payments': '#/ledger?view=payments',
  'ledger, sessions': '#/ledger?view=sessions',
  'order lines': '#/ledger/lines',
  import: '#/import',
  contracts: '#/contracts',
  'new agreement': '#/contracts?agreement=new',
  parties: '#/contracts?tab=parties',
  'contract templates': '#/contracts?draft=new',
  'a contract being written': '#/contracts?draft=new&template=mcn-cooperation',
  cases: '#/cases',
  training: '#/training',
  'training, plan': '#/training/plan',
  'training, certificates': '#/training/certificates',
  'training, standard': '#/training/standard',
  'training, lessons': '#/training/learn',
  'training, a lesson': '#/training/learn/b4',
  dates: '#/dates',
  received: '#/received',
  settings: '#/settings',
}

/** Screens that are about one thing: reached by the first link to one, as their addresses hold ids. */
async function expectNoFindingsBehindLinks(page: Page): Promise<void> {
  await show(page, '#/import')
  await follow(page, 'a[href^="#/import?statement="]')
  await expectNoFindings(page, 'a statement')

  await show(page, '#/contracts')
  await follow(page, 'a[href^="#/contracts?agreement="]')
  await expectNoFindings(page, 'an agreement')
  await follow(page, 'a[href*="edit=terms"]')
  await expectNoFindings(page, 'its terms')

  await show(page, '#/ledger')
  await page.locator('table.matrix td button').filter({ hasText: '差' }).first().click()
  await expect(page.getByRole('complementary')).toBeVisible()
  await settled(page)
  await expectNoFindings(page, 'an opened cycle')

  await show(page, '#/cases')
  await follow(page, 'a[href^="#/cases/"]')
  for (const place of ['事实', '请求', '证据', '文书', '提交']) {
    await page.getByRole('navigation', { name: '案件的各步' }).getByRole('link', { name: place }).click()
    await settled(page)
    await expectNoFindings(page, `case, ${place}`)
  }
}
