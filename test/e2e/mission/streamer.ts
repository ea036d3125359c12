import { expect, type Page } from '@playwright/test'
import {
  agencyFen,
  agencyName,
  contractSpan,
  deduction,
  expectedFen,
  plan,
  proposalFen,
  shortFen,
  statementCsv,
  streamerName,
} from './figures.ts'
import { fenOf } from '../samples.ts'
import { importStatement, noteDeduction, openSettledMonth } from './ledger.ts'
import { goToPlace, moneyIn, openReceived, patient, picture, saved, sayRole, yuan } from './person.ts'

/** First run with the contract that the agency sent: read clause by clause, accepted; answers the file that goes back. */
export async function acceptContract(page: Page, bundle: string): Promise<string> {
  await sayRole(page, '主播')
  // A file that was handed over opens where it belongs, also when it is the first thing that is dropped.
  await page.locator('input[type="file"]').setInputFiles(bundle)
  await expect(page.getByRole('heading', { level: 1, name: /^这份文件完整，签名有效/ })).toBeVisible(patient)
  const facts = page.getByRole('region', { name: '双方', exact: true })
  await expect(facts).toContainText(agencyName)
  await expect(facts).toContainText(streamerName)
  await expect(facts).toContainText(contractSpan.from)
  await expect(page.getByRole('region', { name: '报酬怎么算' })).toContainText('60%')
  await picture(page, 'streamer-contract')
  const clauses = page.getByRole('region', { name: '逐条看' })
  const boxes = clauses.getByRole('checkbox', { name: '看过了' })
  await expect(page.getByRole('button', { name: '我看过了，接受' })).toBeDisabled()
  const count = await boxes.count()
  expect(count).toBeGreaterThan(10)
  for (let index = 0; index < count; index += 1) await boxes.nth(index).check()
  const answer = page.getByRole('region', { name: '你的答复' })
  await answer.getByLabel('写下你的姓名').fill(streamerName)
  await answer.getByRole('button', { name: '我看过了，接受' }).click()
  await expect(answer.getByText(/已于.+接受（不是签名）/)).toBeVisible(patient)
  await picture(page, 'streamer-accepted')
  const reply = await saved(page, answer.getByRole('button', { name: '保存答复文件，发回对方' }))
  await answer.getByRole('link', { name: '在合同登记里看' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /直播合作/ })).toBeVisible(patient)
  await expect(page.getByRole('region', { name: '报酬', exact: true })).toContainText('60%')
  await page.getByRole('link', { name: '打开约定' }).click()
  await expect(page.getByText('现在的条款')).toBeVisible(patient)
  await picture(page, 'streamer-agreement')
  return reply
}

/** The alliance's statement is imported; the month comes out by the terms of the contract. */
export async function importOrders(page: Page): Promise<void> {
  await goToPlace(page, '导入')
  await importStatement(page, statementCsv('streamer'))
  const panel = await openSettledMonth(page)
  const working = panel.getByRole('region', { name: '应得怎么算的' })
  await expect(working).toBeVisible(patient)
  const amounts = working.locator('tbody tr td.number')
  expect(await moneyIn(amounts.last())).toBe(expectedFen)
  await picture(page, 'streamer-ledger')
}

/**
 * The agency's statement arrives short: taken as what it admits, what it took off written down, and a case opened; answers the
 * file for the mediator.
 */
export async function takeStatementAndOpenCase(page: Page, statement: string): Promise<string> {
  await openReceived(page, statement)
  await expect(page.getByRole('heading', { level: 1, name: /^这份文件完整，签名有效/ })).toBeVisible(patient)
  const compared = page
    .getByRole('row')
    .filter({ hasText: yuan(agencyFen) })
    .filter({ hasText: yuan(expectedFen) })
  await expect(compared).toHaveCount(1, patient)
  await expect(compared).toContainText('少算')
  expect(await moneyIn(compared.getByText(/^少算/))).toBe(shortFen)
  await page.getByRole('button', { name: '收下，记为对方认账' }).click()
  await expect(compared.getByText('已记为对方认账')).toBeVisible(patient)
  await expect(page.getByText(deduction.reason).first()).toBeVisible()
  await picture(page, 'streamer-statement')
  await page.getByRole('link', { name: '看这一期的账' }).click()
  await noteDeduction(page, page.getByRole('complementary', { name: /的账$/ }))
  await picture(page, 'streamer-deduction')

  await goToPlace(page, '收到的文件')
  await page.getByRole('row').filter({ hasText: '结算单' }).getByRole('link').first().click()
  await page.getByRole('button', { name: /^立\s*案$/ }).click()
  await expect(page.getByRole('navigation', { name: '案件的各步' })).toBeVisible(patient)
  await goToCasePlace(page, '请求')
  const claims = page.locator('.claim-head .money')
  await expect(claims).toHaveCount(2, patient)
  await picture(page, 'streamer-claims')
  await goToCasePlace(page, '提交')
  const file = await saved(page, page.getByRole('button', { name: /导出给调解员/ }))
  await expect(page.getByText('做好了')).toBeVisible(patient)
  await picture(page, 'streamer-case')
  return file
}

/** The mediator's reply joins the case; the proposal is taken, the first instalment noted, the next one stands among the dates. */
export async function followReply(page: Page, reply: string): Promise<void> {
  await openReceived(page, reply)
  await expect(page.getByRole('heading', { level: 1, name: /^这份文件完整，签名有效/ })).toBeVisible(patient)
  await picture(page, 'streamer-reply')
  await page.getByRole('button', { name: '并入我的案件' }).click()
  const total = page.getByRole('row').filter({ hasText: '方案合计' })
  await expect(total).toBeVisible(patient)
  expect(await moneyIn(total.getByRole('cell').last())).toBe(proposalFen)
  const partly = page.getByRole('row').filter({ hasText: '部分支持' })
  expect(await moneyIn(partly.getByRole('cell').last())).toBe(deduction.foundFen)
  await page.getByRole('button', { name: /^接受方案/ }).click()
  await expect(page.getByText(/记下接受方案/)).toBeVisible(patient)
  await picture(page, 'streamer-accepted-proposal')
  await noteFirstInstalment(page)
  await picture(page, 'streamer-instalments')

  await goToPlace(page, '日期')
  const next = page.getByRole('listitem').filter({ hasText: /第\s2\s期/ })
  await expect(next).toHaveCount(1, patient)
  await expect(next).toContainText(plan[1]?.date ?? '')
  expect(await moneyIn(next.getByRole('link').first())).toBe(plan[1]?.amountFen)
  await expect(page.getByRole('listitem').filter({ hasText: /第\s1\s期/ })).toHaveCount(0)
  await picture(page, 'streamer-dates')
}

async function noteFirstInstalment(page: Page): Promise<void> {
  const [first] = plan
  const firstFen = first?.amountFen ?? 0
  await page.getByRole('button', { name: '记一笔到账' }).click()
  const payment = page.getByRole('dialog', { name: '记一笔到账' })
  await expect(payment.getByLabel('金额（元）')).toHaveValue((firstFen / 100).toFixed(2))
  await expect(payment).toContainText(agencyName)
  await payment.getByRole('button', { name: /保\s*存/ }).click()
  await expect(payment).toBeHidden(patient)
  const instalment = page
    .getByRole('listitem')
    .filter({ hasText: /第\s1\s期/ })
    .filter({ hasText: first?.date ?? '' })
  await expect(instalment.getByText('已付清')).toBeVisible(patient)
  const paid = await page.getByText(/^还差.+已付/).textContent()
  expect(fenOf(paid ?? '')).toBe(proposalFen - firstFen)
}

async function goToCasePlace(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '案件的各步' }).getByRole('link', { name }).click()
}
