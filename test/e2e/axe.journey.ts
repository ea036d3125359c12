import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { test as emptyTest } from './host.ts'
import { expect, test } from './sample-host.ts'

type Scheme = 'light' | 'dark'
const patient = { timeout: 30_000 }

emptyTest(
  'the first run and the empty screens have no findings of axe, by day and by night',
  async ({ page, host }) => {
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
    for (const place of ['home', 'ledger', 'import', 'contracts', 'cases', 'training', 'received', 'settings']) {
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
  for (const place of ['请求和金额', '时间线', /^证据/, '文书和文件', '意见和方案', '我来答复', '双方对照']) {
    await page.getByRole('navigation', { name: '案件的各部分' }).getByRole('link', { name: place }).click()
    await settled(page)
    await expectNoFindings(page, `mediator, ${String(place)}`)
  }
})

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
  cases: '#/cases',
  training: '#/training',
  'training, plan': '#/training/plan',
  'training, certificates': '#/training/certificates',
  'training, standard': '#/training/standard',
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

async function followSystemTheme(page: Page): Promise<void> {
  await show(page, '#/settings')
  await page.getByText('跟随系统', { exact: true }).click()
  await expect(page.getByRole('radio', { name: '跟随系统' })).toBeChecked()
}

async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate(
    (to) =>
      new Promise<void>((resolve) => {
        if (location.hash === to) resolve()
        window.addEventListener('hashchange', () => resolve(), { once: true })
        location.hash = to
      }),
    hash,
  )
  await settled(page)
}

async function follow(page: Page, link: string): Promise<void> {
  await page.locator(link).first().click()
  await settled(page)
}

/** A screen stands once it has its heading and nothing of it is still loading. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible(patient)
  await expect(page.locator('.loading')).toHaveCount(0, patient)
}

/** Each finding is said by rule and element, as one looks for it. */
async function expectNoFindings(page: Page, screen: string, schemes: Scheme[] = ['light', 'dark']): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    const { violations } = await new AxeBuilder({ page }).analyze()
    const findings = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} — ${failureSummary ?? ''}`),
    )
    expect.soft(findings, `${screen}, ${colorScheme}`).toEqual([])
  }
}
