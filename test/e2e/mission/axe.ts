import { expect, type Page } from '@playwright/test'
import { expectNoFindings, follow, followSystemTheme, settled, show } from '../axe-checks.ts'
import { patient } from './person.ts'

/** What the agency has in the end: its register, a batch, a contract, what it owes, its months. */
export async function checkAgencyScreens(page: Page): Promise<void> {
  await followSystemTheme(page)
  for (const place of ['home', 'contracts?tab=register', 'ledger/payables', 'ledger/settlement', 'dates']) {
    await show(page, `#/${place}`)
    await expectNoFindings(page, `agency, ${place}`)
  }
  await followFrom(page, '#/contracts?tab=register', 'a[href*="contract="]', 'agency, a contract')
  await followFrom(page, '#/contracts?tab=register', 'a[href*="batch=01"]', 'agency, a batch')
  await show(page, '#/ledger/settlement')
  await page.getByRole('button', { name: /^JS-/ }).click()
  await expect(page.getByRole('button', { name: '全部结算单' })).toBeVisible(patient)
  await settled(page)
  await expectNoFindings(page, 'agency, a month settled')
}

/** What the streamer received, and the case with the mediator's part. */
export async function checkStreamerScreens(page: Page): Promise<void> {
  await followSystemTheme(page)
  await show(page, '#/received')
  const files = page.getByRole('row').filter({ has: page.getByRole('link') })
  const count = await files.count()
  expect(count).toBe(3)
  for (let index = 0; index < count; index += 1) {
    await show(page, '#/received')
    await files.nth(index).getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1, name: /^这份文件完整/ })).toBeVisible(patient)
    await settled(page)
    await expectNoFindings(page, `streamer, received file ${index + 1}`)
  }
  await followFrom(page, '#/cases', 'a[href^="#/cases/"]', 'streamer, the case')
  await page.getByRole('navigation', { name: '案件的各步' }).getByRole('link', { name: '调解' }).click()
  await settled(page)
  await expectNoFindings(page, 'streamer, the mediation')
  await show(page, '#/dates')
  await expectNoFindings(page, 'streamer, dates')
}

/** The mediator's work, decided. */
export async function checkMediatorScreens(page: Page): Promise<void> {
  await followSystemTheme(page)
  await show(page, '#/home')
  await expectNoFindings(page, 'mediator, home')
  await followFrom(page, '#/received', 'a[href^="#/received/"]', 'mediator, the case')
  for (const part of ['意见和方案', '协议书和交回']) {
    await page.getByRole('navigation', { name: '案件的各部分' }).getByRole('link', { name: part }).click()
    await settled(page)
    await expectNoFindings(page, `mediator, ${part}`)
  }
}

async function followFrom(page: Page, from: string, link: string, screen: string): Promise<void> {
  await show(page, from)
  await follow(page, link)
  await expectNoFindings(page, screen)
}
