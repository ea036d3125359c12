import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { agencyName, deduction, plan, proposalFen, streamerName, unpaidFen } from './figures.ts'
import { moneyIn, patient, picture, saved, sayRole, yuan } from './person.ts'

/** First run with the streamer's case: findings, the proposal, three instalments, the agreement; answers the reply's file. */
export async function answerCase(page: Page, bundle: string): Promise<string> {
  await sayRole(page, '调解员')
  await page.locator('input[type="file"]').setInputFiles(bundle)
  await expect(page.getByRole('heading', { name: '这份案件文件完整，签名有效，账目可以复算' })).toBeVisible(patient)
  await expect(page.getByText(agencyName).first()).toBeVisible()
  await picture(page, 'mediator-case')
  await goToCasePart(page, '意见和方案')
  await page.getByRole('button', { name: '开始调解' }).click()
  await find(page, '拖欠的报酬', unpaidFen, '支持', '约定、订单和结算记录相互印证，金额计算无误。')
  await find(page, '没有依据的扣款', deduction.amountFen, '部分支持', '设备确有正常损耗，双方各担一部分。')
  await page.getByRole('radio', { name: /^不计利息/ }).click()
  await expect(page.getByRole('radio', { name: /^不计利息/ })).toBeChecked(patient)
  const total = page.locator('dl').filter({ hasText: '方案合计' }).locator('dd').first()
  await expect.poll(() => moneyIn(total)).toBe(proposalFen)
  await makePlan(page)
  await picture(page, 'mediator-decided')
  return printAndHandBack(page)
}

async function goToCasePart(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '案件的各部分' }).getByRole('link', { name }).click()
}

/** One claim is decided; a part of it is what the figures say. */
async function find(page: Page, claim: string, claimedFen: number, verdict: string, reason: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: claim })
  await expect(row).toHaveCount(1, patient)
  expect(await moneyIn(row.getByRole('cell').nth(1))).toBe(claimedFen)
  await row.getByRole('button').last().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(verdict, { exact: true }).click()
  if (verdict === '部分支持') await dialog.getByLabel('支持多少').fill(String(deduction.foundFen / 100))
  await dialog.getByLabel('理由').fill(reason)
  await dialog.getByRole('button', { name: /保\s*存/ }).click()
  await expect(dialog).toBeHidden(patient)
  await expect(row.getByText(verdict, { exact: true })).toBeVisible()
}

async function makePlan(page: Page): Promise<void> {
  await page.getByLabel('分几期').fill(String(plan.length))
  await page.getByRole('button', { name: /^生\s*成$/ }).click()
  for (const [index, { date, amountFen }] of plan.entries()) {
    await expect(page.getByLabel(`第 ${index + 1} 期付款日`)).toHaveValue(date)
    await expect(page.getByLabel(`第 ${index + 1} 期金额`)).toHaveValue((amountFen / 100).toFixed(2))
  }
  await page.getByRole('button', { name: '保存分期' }).click()
  await expect(page.getByRole('button', { name: '保存分期' })).toBeDisabled(patient)
}

/** The agreement as a PDF, then the signed file that goes back. */
async function printAndHandBack(page: Page): Promise<string> {
  await goToCasePart(page, '协议书和交回')
  await page.getByLabel('调解组织').fill('杭州市余杭区新就业群体人民调解委员会')
  await page.getByLabel('调解员', { exact: true }).fill('沈明')
  await page.getByLabel('收款账户').fill(`${streamerName}，招商银行杭州余杭支行，6214 8301 2345 6789`)
  await page.getByLabel('收款账户').blur()
  const paper = page.getByRole('document', { name: '调解协议书' })
  await expect(paper).toContainText('沈明', patient)
  await expect(paper).toContainText(agencyName)
  await expect(paper).toContainText(yuan(proposalFen))
  await picture(page, 'mediator-agreement')
  const pdf = await saved(page, page.getByRole('button', { name: '存为 PDF' }))
  expect(readFileSync(pdf).subarray(0, 4).toString('latin1')).toBe('%PDF')
  const reply = await saved(page, page.getByRole('button', { name: '做成文件交回' }))
  await expect(page.getByText('文件做好了')).toBeVisible(patient)
  await picture(page, 'mediator-handed-back')
  return reply
}
