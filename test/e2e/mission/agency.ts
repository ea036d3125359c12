import { writeFileSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import * as yauzl from 'yauzl'
import {
  agencyFen,
  agencyName,
  brokenName,
  deduction,
  rosterCsv,
  settledMonth,
  statementCsv,
  streamerName,
  streamers,
} from './figures.ts'
import { importStatement, noteDeduction, openSettledMonth } from './ledger.ts'
import { choose, goToPlace, openReceived, patient, picture, saved, sayRole, yuan } from './person.ts'

/** First run as an agency, then twenty contracts from a roster; answers the file that goes to each streamer, by name. */
export async function issueFromRoster(page: Page): Promise<Map<string, string>> {
  await sayRole(page, '机构')
  await page.getByRole('button', { name: /用我自己的文件/ }).click()
  await goToPlace(page, '合同')
  await page.getByRole('tab', { name: '合同登记' }).click()
  await page.getByRole('link', { name: '按名单批量签发' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '按名单批量签发' })).toBeVisible(patient)
  await choose(page.getByLabel('用哪个模板'), '主播与MCN机构直播合作（经纪）协议')
  await dropRoster(page, rosterCsv(6))
  await picture(page, 'agency-roster')
  await fillCommon(page.getByRole('region', { name: '每份都一样的内容' }))
  const result = page.getByRole('region', { name: '检查结果' })
  await page.getByRole('button', { name: '检查全部行' }).click()
  const fault = result.getByRole('row').filter({ hasText: brokenName }).filter({ hasText: '校验位对不上' })
  await expect(fault).toHaveCount(1, patient)
  await expect(fault.getByRole('cell').first()).toHaveText('8')
  await expect(result.getByText('1 行有错')).toBeVisible()
  await picture(page, 'agency-faults')

  await dropRoster(page, rosterCsv())
  await page.getByRole('button', { name: '检查全部行' }).click()
  await expect(result.getByText(`${streamers} 行可以签发`)).toBeVisible(patient)
  await expect(result.getByText(/行有错/)).toHaveCount(0)
  await result.getByRole('button', { name: `签发 ${streamers} 份` }).click()
  return handOverBatch(page)
}

async function dropRoster(page: Page, bytes: Buffer): Promise<void> {
  const path = test.info().outputPath('主播名单.csv')
  writeFileSync(path, bytes)
  await page.locator('input[type="file"]').setInputFiles(path)
  await expect(page.getByText(`主播名单.csv：${streamers} 行`)).toBeVisible(patient)
}

/** Who the agency is, how pay comes about and the few words that are the same for all. */
async function fillCommon(common: Locator): Promise<void> {
  const page = common.page()
  await common.getByRole('button', { name: '新建' }).click()
  const dialog = page.getByRole('dialog', { name: '新建人或单位' })
  await dialog.getByLabel('名称', { exact: true }).fill(agencyName)
  await dialog.getByRole('checkbox', { name: '这就是我' }).check()
  await dialog.getByText('证件、电话和地址').click()
  await dialog.getByLabel('统一社会信用代码').fill('91330106MA2CEXAM0T')
  await dialog.getByLabel('法定代表人').fill('周明远')
  await dialog.getByLabel('住所（营业执照上的）').fill('浙江省杭州市余杭区五常街道文一西路 998 号')
  await dialog.getByRole('button', { name: /保\s*存/ }).click()
  await expect(dialog).toBeHidden()
  await expect(common.getByText('需要的资料齐了')).toBeVisible(patient)
  await openGroup(common, '怎么算钱')
  await common.getByRole('button', { name: /^纯佣金/ }).click()
  await openGroup(common, '保密、肖像、退出')
  await common.getByLabel('违约金和赔偿的上限').fill('20000')
  await picture(page, 'agency-common')
}

/** A group that is folded away; what fills in above it may move it under the mouse, then it is tried again. */
async function openGroup(common: Locator, title: string): Promise<void> {
  const group = common.locator('details').filter({ has: common.page().getByRole('heading', { level: 3, name: title }) })
  await expect(async () => {
    if ((await group.getAttribute('open')) === null) await group.getByRole('heading').click()
    await expect(group).toHaveAttribute('open', '', { timeout: 1_000 })
  }).toPass(patient)
}

async function handOverBatch(page: Page): Promise<Map<string, string>> {
  const issue = page.getByRole('button', { name: '签发全部草稿' })
  await expect(issue).toBeVisible(patient)
  await issue.click()
  await expect(page.getByRole('progressbar')).toBeVisible(patient)
  await expect(page.getByText(`${streamers} 份合同已经签发`)).toBeVisible({ timeout: 120_000 })
  await picture(page, 'agency-batch')
  const zip = await saved(page, page.getByRole('button', { name: '导出给每个人的文件' }))
  await page.getByRole('link', { name: '回到合同登记' }).click()
  const rows = page.getByRole('row').filter({ hasText: '已签发，等对方' })
  await expect(rows).toHaveCount(streamers, patient)
  await picture(page, 'agency-register')
  return unpackBundles(zip)
}

/** The .boan files of a hand-over of many, by what their names hold. */
async function unpackBundles(path: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const zip = await yauzl.openPromise(path, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('.boan')) continue
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    const name = entry.fileName.split('/').at(-1) ?? ''
    const file = test.info().outputPath(name)
    writeFileSync(file, Buffer.concat(chunks))
    files.set(name, file)
  }
  return files
}

/** The streamer's answer comes back: it is noted on the contract, which is reckoned by from now on. */
export async function joinAcceptance(page: Page, acceptance: string): Promise<void> {
  await openReceived(page, acceptance)
  await expect(page.getByRole('heading', { level: 1, name: /^这份文件完整，签名有效/ })).toBeVisible(patient)
  await expect(page.getByText('内容和交出去的文件都对得上')).toBeVisible(patient)
  await page.getByRole('button', { name: '记到这份合同上' }).click()
  await expect(page.getByText('已经记到合同上了。')).toBeVisible(patient)
  await picture(page, 'agency-acceptance')
  await page.getByRole('link', { name: '打开合同' }).click()
  await expect(page.getByText('对方已接受（未签署）').first()).toBeVisible(patient)
  await page.getByRole('button', { name: '开始按它算账' }).click()
  const dialog = page.getByRole('dialog', { name: '开始按这份合同算账' })
  await dialog.getByRole('button', { name: '开始算账' }).click()
  await expect(dialog).toBeHidden(patient)
  await expect(page.getByText('履行中').first()).toBeVisible(patient)
  await picture(page, 'agency-contract')
}

/** The agency's own, older export of the same orders, and what it takes off without any ground. */
export async function importOlderOrders(page: Page): Promise<void> {
  await goToPlace(page, '导入')
  await importStatement(page, statementCsv('agency'))
  const panel = await openSettledMonth(page)
  await noteDeduction(page, panel)
  await picture(page, 'agency-ledger')
}

/** The month is frozen; answers the file with the streamer's statement. */
export async function settleMonth(page: Page): Promise<string> {
  await goToPlace(page, '对账')
  await page.getByRole('link', { name: '本月结算' }).click()
  await choose(page.getByRole('combobox', { name: '结算哪个月' }), settledMonth)
  await page.getByRole('button', { name: /^核对/ }).click()
  const row = page.getByRole('row').filter({ hasText: streamerName })
  await expect(row).toHaveCount(1, patient)
  await expect(row.getByRole('cell').nth(2)).toHaveText(yuan(agencyFen))
  await picture(page, 'agency-review')
  await page.getByRole('button', { name: '冻结成一期结算' }).click()
  await expect(page.getByRole('button', { name: '全部结算单' })).toBeVisible(patient)
  await picture(page, 'agency-run')
  await page.getByRole('row').filter({ hasText: streamerName }).getByRole('button').last().click()
  const panel = page.getByRole('complementary', { name: `${streamerName} 的结算单` })
  await expect(panel.getByRole('document', { name: '结算单内容' })).toContainText(deduction.reason, patient)
  await picture(page, 'agency-statement')
  return saved(page, panel.getByRole('button', { name: '给对方的文件（.boan）' }))
}
