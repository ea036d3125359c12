import type { Locator, Page } from '@playwright/test'
import { expect, test } from './host.ts'
import { fenOf, sampleFiles } from './samples.ts'

const payer = '杭州云播文化传媒有限公司（示例）'
const patient = { timeout: 60_000 }

test('a new user goes from platform files to a case that a mediator can verify', async ({ page, host }) => {
  test.setTimeout(240_000)
  await page.goto(host.address)
  await page.getByRole('button', { name: /^主播/ }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: /用我自己的文件/ }).click()
  // The start takes files too: they are to come in on the screen that follows it.
  await expect(page.getByRole('heading', { level: 1, name: '导入' })).toBeVisible()

  await importFiles(page)
  const { outstandingFen, cycleName } = await openOverdueCycle(page)
  const claimedFen = await openCase(page, outstandingFen)
  await addEvidence(page)
  await lookAtApplication(page, cycleName)
  const bundle = await exportForMediator(page)
  await openAsMediator(page, bundle, { outstandingFen, claimedFen })
})

/** Statements, sessions and a payment list together; who pays is said on the way. */
async function importFiles(page: Page): Promise<void> {
  const files = [...sampleFiles.statements, sampleFiles.payments]
  await page.locator('input[type="file"]').setInputFiles(files)
  const importButton = page.getByRole('button', { name: new RegExp(`^导入\\s${files.length}\\s个文件`) })
  await expect(importButton).toBeEnabled(patient)
  await sayWhoPays(page)
  await expect(page.getByText(/^\s*已经知道：/)).toBeVisible(patient)
  await expect(importButton).toBeEnabled(patient)
  const promised = countOf((await importButton.textContent()) ?? '', /，([\d,]+)\s行/)
  await importButton.click()

  const done = page.getByRole('region', { name: `导入好了，${files.length} 个文件` })
  await expect(done).toBeVisible(patient)
  const parts = await done.locator('.five-part:not(.five-sum) b').allTextContents()
  expect(parts).toHaveLength(5)
  const counts = parts.map((text) => countOf(text, /([\d,]+)/))
  const sum = counts.reduce((total, count) => total + count, 0)
  expect(sum).toBe(promised)
  expect(counts[0]).toBeGreaterThan(0)
  const shown = (await done.locator('.five-sum').textContent()) ?? ''
  expect(countOf(shown, /([\d,]+)/)).toBe(sum)
  expect(countOf(shown, /文件共\s([\d,]+)\s行/)).toBe(sum)
  await done.getByRole('button', { name: '去看账' }).click()
}

/** A new agreement from the import: a payer and oneself with their names only, and a common way of paying, adjusted. */
async function sayWhoPays(page: Page): Promise<void> {
  await page.getByRole('region', { name: '这些账，谁付你钱？' }).getByRole('button', { name: '新记一份' }).click()
  const dialog = page.getByRole('dialog', { name: '抖音的钱，谁付、怎么算' })
  await addParty(page, dialog.getByRole('button', { name: '新建' }).first(), '名称', payer)
  await addParty(page, dialog.getByRole('button', { name: '新建' }).nth(1), '姓名', '林小满')
  await dialog.getByRole('button', { name: /^保底 \+ 阶梯/ }).click()
  await dialog.getByLabel('至少直播几天').fill('12')
  await dialog.getByRole('button', { name: '记下这份约定' }).click()
  await expect(dialog).toBeHidden()
}

async function addParty(page: Page, opener: Locator, label: string, name: string): Promise<void> {
  await opener.click()
  const dialog = page.getByRole('dialog', { name: '新建人或单位' })
  await dialog.getByLabel(label, { exact: true }).fill(name)
  await dialog.getByRole('button', { name: /保\s*存/ }).click()
  await expect(dialog).toBeHidden()
}

/** An overdue month of the ledger is opened down to its working, which adds up to what the ledger says. */
async function openOverdueCycle(page: Page): Promise<{ outstandingFen: number; cycleName: string }> {
  await page.getByRole('link', { name: '对账' }).click()
  const totals = page.getByRole('region', { name: '合计' })
  await expect(totals).toBeVisible(patient)
  const totalFen = await moneyIn(totals.locator('> div').nth(2))
  await page.getByText('清单', { exact: true }).click()
  const row = page
    .getByRole('row')
    .filter({ hasText: /逾期\s\d+\s天/ })
    .first()
  await expect(row).toBeVisible(patient)
  const amountsOfRow = await row.locator('td.number').allTextContents()
  const [expectedFen = 0, paidFen = 0, outstandingFen = 0] = amountsOfRow.map(fenOf)
  expect(outstandingFen).toBeGreaterThan(0)
  expect(outstandingFen).toBe(expectedFen - paidFen)
  expect(outstandingFen).toBeLessThanOrEqual(totalFen)
  await row.getByRole('button').click()

  const panel = page.getByRole('complementary', { name: /的账$/ })
  const working = panel.getByRole('region', { name: '应得怎么算的' })
  await expect(working).toBeVisible(patient)
  const amounts = (await working.locator('tbody tr td.number').allTextContents()).map(fenOf)
  expect(amounts.at(-1)).toBe(expectedFen)
  expect(amounts.slice(0, -1).reduce((sum, fen) => sum + fen, 0)).toBe(expectedFen)
  const cycleName = (await panel.getByRole('heading', { level: 1 }).locator('.keep').textContent()) ?? ''
  return { outstandingFen, cycleName }
}

async function moneyIn(place: Locator): Promise<number> {
  return fenOf((await place.locator('.money').textContent()) ?? '')
}

/** The case claims exactly what the ledger says is outstanding, plus interest that is shown apart. */
async function openCase(page: Page, outstandingFen: number): Promise<number> {
  await page.getByRole('button', { name: /立\s*案/ }).click()
  await expect(page.getByRole('navigation', { name: '案件的各步' })).toBeVisible(patient)
  await casePlace(page, '请求')
  const total = page.locator('.claim-total')
  await expect(total).toBeVisible()
  const words = (await total.textContent()) ?? ''
  const [principal = '', interest = ''] = words.split('利息')
  expect(fenOf(principal)).toBe(outstandingFen)
  const claimedFen = await moneyIn(total)
  expect(claimedFen).toBe(outstandingFen + fenOf(interest))
  const claims = (await page.locator('.claim-head .money').allTextContents()).map(fenOf)
  expect(claims.reduce((sum, fen) => sum + fen, 0)).toBe(claimedFen)
  return claimedFen
}

async function casePlace(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '案件的各步' }).getByRole('link', { name }).click()
}

async function addEvidence(page: Page): Promise<void> {
  await casePlace(page, '证据')
  await page.locator('input[type="file"][multiple]').setInputFiles(sampleFiles.chatPicture)
  const dialog = page.getByRole('dialog', { name: /微信聊天_财务小周/ })
  await expect(dialog).toBeVisible(patient)
  await dialog.getByLabel('证明什么').fill('证明公司财务承认还没有付清。')
  await dialog.getByLabel('来源').fill('本人手机微信')
  await dialog.getByRole('button', { name: /保\s*存/ }).click()
  await expect(page.getByText('证明：证明公司财务承认还没有付清。')).toBeVisible()
}

async function lookAtApplication(page: Page, cycleName: string): Promise<void> {
  await casePlace(page, '文书')
  const paper = page.getByRole('document', { name: '调解申请书' })
  await expect(paper).toContainText(payer, patient)
  await expect(paper).toContainText('林小满')
  await expect(paper).toContainText(cycleName.replaceAll(/\s/g, ''))
}

/** The downloaded file, where the browser keeps it. */
async function exportForMediator(page: Page): Promise<{ path: string; fingerprint: string }> {
  await casePlace(page, '提交')
  const waiting = page.waitForEvent('download', patient)
  await page.getByRole('button', { name: /导出给调解员/ }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/\.boan$/)
  await expect(page.getByText('做好了')).toBeVisible(patient)
  const fingerprint = (await page.locator('.fingerprint').textContent()) ?? ''
  const path = test.info().outputPath(download.suggestedFilename())
  await download.saveAs(path)
  return { path, fingerprint }
}

async function openAsMediator(
  page: Page,
  bundle: { path: string; fingerprint: string },
  sums: { outstandingFen: number; claimedFen: number },
): Promise<void> {
  await page.getByRole('link', { name: '收到的文件' }).click()
  await page.locator('input[type="file"]').setInputFiles(bundle.path)
  await expect(page.getByRole('heading', { name: '这份案件文件完整，签名有效，账目可以复算' })).toBeVisible(patient)
  await expect(page.getByText(bundle.fingerprint)).toBeVisible()
  const rows = page.getByRole('row').filter({ has: page.getByRole('button') })
  // What the file holds comes after the verdict, as a part of its own.
  await expect(rows.first()).toBeVisible(patient)
  const lines = await rows.allTextContents()
  const owed = lines.filter((line) => !line.includes('逾期利息')).map((line) => fenOf(line))
  expect(owed.reduce((sum, fen) => sum + fen, 0)).toBe(sums.outstandingFen)
  const total = page.getByRole('row', { name: /^合计/ }).getByRole('cell').first()
  expect(await moneyIn(total)).toBe(sums.claimedFen)

  await rows.first().getByRole('button').first().click()
  await expect(page.getByText('以下由这台电脑用文件里的约定和订单重新算出。')).toBeVisible(patient)
  await page.getByRole('link', { name: /^证据\s\d+\s份/ }).click()
  await expect(page.getByText('微信聊天_财务小周').first()).toBeVisible()
}

function countOf(text: string, pattern: RegExp): number {
  return Number((pattern.exec(text)?.[1] ?? 'NaN').replaceAll(',', ''))
}
