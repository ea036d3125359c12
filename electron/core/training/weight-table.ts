import { parse } from 'csv-parse/sync'
import { BoanError } from '../../../shared/errors.ts'
import {
  type AssessmentPart,
  type Job,
  type Level,
  type RowOf,
  weightFaults,
} from '../../../shared/training/occupation.ts'

type WeightRow = RowOf<'weight'>
type Column = 'job' | 'level' | 'part' | 'item' | 'percent' | 'edition' | 'page'

/** What people head the columns with. */
const headings: Record<string, Column> = {
  job: 'job',
  工种: 'job',
  level: 'level',
  等级: 'level',
  级别: 'level',
  part: 'part',
  部分: 'part',
  item: 'item',
  项目: 'item',
  percent: 'percent',
  百分比: 'percent',
  权重: 'percent',
  edition: 'edition',
  版本: 'edition',
  page: 'page',
  页码: 'page',
}

const jobWords: Record<string, Job> = {
  选品员: 'selector',
  直播销售员: 'live-seller',
  视频创推员: 'video-promoter',
  平台管理员: 'platform-manager',
  selector: 'selector',
  'live-seller': 'live-seller',
  'video-promoter': 'video-promoter',
  'platform-manager': 'platform-manager',
}
const levelWords: Record<string, Level> = { 五: 5, 四: 4, 三: 3, 二: 2, 一: 1, 5: 5, 4: 4, 3: 3, 2: 2, 1: 1 }
const partWords: Record<string, AssessmentPart> = { 理论: 'theory', 技能: 'skill', theory: 'theory', skill: 'skill' }

/**
 * The rows of a weight table as CSV (UTF-8 or GB 18030), the first line being its headings. Throws
 * `training.weights-no-column`, `training.weights-bad-value` with its place, `training.weights-not-100`, `training.weights-empty`.
 */
export function readWeightTable(bytes: Uint8Array, file: string): WeightRow[] {
  const lines = parse(textOf(bytes), { bom: true, skip_empty_lines: true, relax_column_count: true, trim: true })
  const [head = [], ...body] = lines
  const columns = head.map((cell) => headings[cell.toLowerCase()])
  for (const needed of ['job', 'level', 'part', 'item', 'percent', 'edition'] as const) {
    if (!columns.includes(needed)) throw new BoanError('training.weights-no-column', { column: needed }, { file })
  }
  if (body.length === 0) throw new BoanError('training.weights-empty', {}, { file })
  const rows = body.map((cells, index) => readRow(cells, columns, { file, row: index + 2 }))
  const [fault] = weightFaults(rows)
  if (fault !== undefined)
    throw new BoanError('training.weights-not-100', { sum: fault.sum, level: fault.level }, { file })
  return rows
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: spreadsheets on a Chinese Windows write GB 18030, in which every byte sequence has a reading.
    return new TextDecoder('gb18030').decode(bytes)
  }
}

interface Place {
  file: string
  row: number
}

function readRow(cells: readonly string[], columns: readonly (Column | undefined)[], place: Place): WeightRow {
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? ''
  const read = <T>(column: Column, value: T | undefined): T => {
    if (value !== undefined) return value
    throw new BoanError('training.weights-bad-value', {}, { ...place, column, value: cell(column) })
  }
  const percent = /^(\d{1,3})\s*%?$/.exec(cell('percent'))?.[1]
  const edition = read('edition', cell('edition') || undefined)
  return {
    section: 'weight',
    id: `weight-${place.row}`,
    job: read('job', jobWords[cell('job')]),
    level: read('level', levelWords[cell('level').slice(0, 1)]),
    part: read('part', partWords[cell('part').replace(/知识|要求/g, '')]),
    item: read('item', cell('item').slice(0, 100) || undefined),
    percent: read('percent', percent === undefined || Number(percent) > 100 ? undefined : Number(percent)),
    edition: edition.slice(0, 100),
    page: cell('page').slice(0, 40),
    origin: 'own',
    verified: 'own',
    source: { zh: edition.slice(0, 100), en: edition.slice(0, 100) },
  }
}
