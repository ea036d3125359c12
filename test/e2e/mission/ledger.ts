import { writeFileSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { deduction, settledMonth } from './figures.ts'
import { goToPlace, patient, picture } from './person.ts'

/** One file in, its rows all taken, nothing left to ask. */
export async function importStatement(page: Page, bytes: Buffer): Promise<void> {
  const path = test.info().outputPath('抖音精选联盟_达人佣金.csv')
  writeFileSync(path, bytes)
  await page.locator('input[type="file"]').setInputFiles(path)
  const take = page.getByRole('button', { name: /^导入\s1\s个文件/ })
  await expect(take).toBeEnabled(patient)
  await expect(page.getByText(/^\s*已经知道：/)).toBeVisible(patient)
  await picture(page, 'import')
  await take.click()
  await expect(page.getByRole('region', { name: /^导入好了/ })).toBeVisible(patient)
}

/** The list of the ledger with the settled month opened beside it. */
export async function openSettledMonth(page: Page): Promise<Locator> {
  await goToPlace(page, '对账')
  await page.getByText('清单', { exact: true }).click()
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: settledMonth }) })
  await expect(row).toHaveCount(1, patient)
  await row.getByRole('button', { name: settledMonth }).click()
  return page.getByRole('complementary', { name: /的账$/ })
}

/** What the agency took off, with the reason it gave; no clause allows it. */
export async function noteDeduction(page: Page, panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: '记一笔扣款' }).click()
  const dialog = page.getByRole('dialog', { name: '记一笔扣款' })
  await dialog.getByLabel('金额（元）').fill(String(deduction.amountFen / 100))
  await dialog.getByLabel(/^(对方说|扣款)的理由$/).fill(deduction.reason)
  await dialog.getByRole('button', { name: /保\s*存/ }).click()
  await expect(dialog).toBeHidden(patient)
  await expect(panel.getByText('不成立', { exact: true })).toBeVisible(patient)
}
