import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type Core, callCore, openCore } from '../../../electron/core/core.ts'
import type { NamedFile } from '../../../electron/core/earnings/import/file.ts'
import type { Input, Output } from '../../../shared/contract.ts'
import type { StatementPreview } from '../../../shared/earnings/import-shapes.ts'

/** One core and one folder for all tests of a file, for questions that change nothing. */
export function openSharedCore(): { core: Core; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'boan-test-'))
  const core = openCore({ dataDir: join(folder, 'data'), appVersion: '0.0.0-test' })
  afterAll(async () => {
    await core.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { core, folder }
}

type Choice = Omit<Input<'earnings.previewStatements'>['files'][number], 'file'>
type Imported = Output<'earnings.importStatements'>
type Keep = NonNullable<Input<'earnings.importStatements'>['plans'][number]['keep']>

export async function previewAll(core: Core, files: NamedFile[], choice: Choice = {}) {
  const asked = files.map((file) => ({ file: core.takeIn(file), ...choice }))
  return (await callCore(core, 'earnings.previewStatements', { files: asked })).files
}

/** The preview of a file that can be read. */
export async function previewOne(core: Core, file: NamedFile, choice: Choice = {}): Promise<StatementPreview> {
  const [result] = await previewAll(core, [file], choice)
  if (result?.ok !== true) throw new Error(JSON.stringify(result?.failure))
  return result.preview
}

/** The code that a file is refused with. */
export async function refusalOf(core: Core, file: NamedFile, choice: Choice = {}): Promise<string> {
  const [result] = await previewAll(core, [file], choice)
  return result?.ok === false ? result.failure.error.code : `accepted: ${JSON.stringify(result?.preview.decisions)}`
}

export async function importPlans(core: Core, planIds: string[], keep: Keep = 'proposed'): Promise<Imported> {
  return callCore(core, 'earnings.importStatements', { plans: planIds.map((planId) => ({ planId, keep })) })
}

/** Previews and imports one file. */
export async function importOne(core: Core, file: NamedFile, choice: Choice = {}, keep: Keep = 'proposed') {
  const preview = await previewOne(core, file, choice)
  const { statements, changes, waitingPayments } = await importPlans(core, [preview.planId], keep)
  const [statement] = statements
  if (statement === undefined) throw new Error('no statement')
  return { preview, statement, changes, waitingPayments }
}

/** A short statement of 抖音: the creator's own side. */
export const shortHeader =
  '订单id,商品id,商品名称,作者账号,直播间id,付款时间,支付金额,佣金率,预估佣金收入,平台服务费,退款金额,实际佣金收入,订单状态,订单结算时间'

export interface ShortRow {
  orderId: string
  productId?: string
  account?: string
  paidAt?: string
  saleYuan?: string
  commissionYuan?: string
  status?: '已付款' | '已结算' | '已退款' | '已失效'
  settledAt?: string
  roomId?: string
}

export function shortLine({
  orderId,
  productId = '3518821361583588877',
  account = '小林的果园',
  paidAt = '2026-03-01 08:00:00',
  saleYuan = '100.00',
  commissionYuan = '20.00',
  status = '已结算',
  settledAt = '2026-03-20 10:00:00',
  roomId = '-',
}: ShortRow): string {
  const isSettled = status === '已结算'
  return [
    orderId,
    productId,
    '洛川苹果10斤装',
    account,
    roomId,
    paidAt,
    saleYuan,
    '20.00%',
    commissionYuan,
    '2.00',
    '0.00',
    isSettled ? commissionYuan : '-',
    status,
    isSettled ? settledAt : '-',
  ].join(',')
}

export function shortStatement(rows: ShortRow[]): string {
  return `${[shortHeader, ...rows.map(shortLine)].join('\n')}\n`
}
