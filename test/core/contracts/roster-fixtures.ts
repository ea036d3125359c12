import { writeXlsx } from 'hucre/xlsx'
import type { RosterPlanInput } from '../../../shared/contracts/roster/calls.ts'
import { guessMapping, rosterTargets } from '../../../shared/contracts/roster/targets.ts'
import type { Desk } from '../disputes/harness.ts'
import { agency, cooperationValues } from './contract-fixtures.ts'

export const rosterHeader = ['姓名', '身份证号', '手机号', '地址', '账号', '平台', '佣金比例', '开始日期', '结束日期']

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A well-formed number of nobody, different for each index. */
export function idCardOf(index: number): string {
  const body = `330106199${index % 9}0${1 + (index % 9)}1${index % 10}${String(100 + index).slice(-3)}`
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + ('10X98765432'[sum % 11] ?? '')
}

/** A good row of the roster. */
export function rosterRow(index: number): string[] {
  const number = String(index).padStart(4, '0')
  return [
    `主播${number}`,
    idCardOf(index),
    `1380013${number}`,
    `杭州市余杭区${index}号`,
    `账号${number}`,
    '抖音',
    `${50 + (index % 20)}%`,
    '2026/8/1',
    '2027年7月31日',
  ]
}

/** The roster as a CSV text. */
export function rosterCsv(rows: readonly (readonly string[])[]): string {
  return [rosterHeader, ...rows].map((row) => row.join(',')).join('\r\n')
}

export async function rosterXlsx(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '名单', rows: [[...rosterHeader], ...rows.map((row) => [...row])] }] })
}

/** What the screen sends once the columns are guessed and the rest is typed once. */
export async function rosterPlan(desk: Pick<Desk, 'call'>, token: string): Promise<RosterPlanInput> {
  const { streamer: _streamer, startDate: _from, endDate: _to, ...common } = cooperationValues({ agency })
  const template = await desk.call('contracts.template', { id: 'mcn-cooperation' })
  const { headers, sheet, headerRow } = await desk.call('contracts.readRoster', { token })
  const mapping = guessMapping(rosterTargets(template, common, []), headers)
  return { token, sheet, headerRow, templateId: template.id, mapping, common, optionalClauses: [] }
}
