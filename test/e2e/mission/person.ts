import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { startHost } from '../host.ts'
import { fenOf } from '../samples.ts'

export const patient = { timeout: 60_000 }

/** Somebody with a computer of their own: a host on its own data folder and a window on it. */
export interface Person {
  page: Page
  /** What the window reported as errors of its own. */
  errors: string[]
  leave: () => Promise<void>
}

export async function personAt(browser: Browser, dataDir: string): Promise<Person> {
  const host = await startHost(dataDir)
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(host.address)
  const leave = async (): Promise<void> => {
    await context.close()
    await host.stop()
  }
  return { page, errors, leave }
}

/** The first question of the app, answered; the second one, how to start, stands on the page afterwards. */
export async function sayRole(page: Page, role: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${role}`) }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByRole('heading', { name: '怎么开始？' })).toBeVisible(patient)
}

export async function goToPlace(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: place, exact: true }).click()
}

/** Drops a received file where received files are opened. */
export async function openReceived(page: Page, file: string): Promise<void> {
  await goToPlace(page, '收到的文件')
  await expect(page.getByRole('heading', { level: 1, name: '收到的文件' })).toBeVisible(patient)
  await page.locator('input[type="file"]').setInputFiles(file)
}

/** What a press of a button brings to the person's disk; answers where it lies. */
export async function saved(page: Page, button: Locator): Promise<string> {
  const waiting = page.waitForEvent('download', { timeout: 120_000 })
  await button.click()
  const download = await waiting
  const path = test.info().outputPath(download.suggestedFilename())
  await download.saveAs(path)
  return path
}

/** A picture of the step in the test's folder, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })
}

/** The amount that a place shows, in fen. */
export async function moneyIn(place: Locator): Promise<number> {
  return fenOf((await place.textContent()) ?? '')
}

/** Chooses one of a list that opens below its field. */
export async function choose(field: Locator, option: string | RegExp): Promise<void> {
  await field.click()
  await field.page().locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click()
}

/** Fen as a table shows them: `1,234.50`. */
export function yuan(fen: number): string {
  return (fen / 100).toLocaleString('en', { minimumFractionDigits: 2 })
}
