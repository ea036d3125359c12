import { readMomentCell } from './cells.ts'

const PREAMBLE = [
  /(?:导出|生成|下载|制表|打印|查询)(?:时间|日期)\s*[::]?\s*\[?\s*([\d年月日时分秒/.\-: T]{8,})/,
  /(?:export(?:ed)?|created|generated)(?: (?:at|on|time))?\s*:?\s*([\d/.\-: TZ]{8,})/i,
]

/** The moment a file was exported, as its preamble tells it; seconds since 1970 UTC. `patterns` are the preset's own. */
export function momentInPreamble(lines: readonly string[], patterns: readonly string[] = []): number | undefined {
  const expressions = [...patterns.map((pattern) => new RegExp(pattern)), ...PREAMBLE]
  for (const line of lines) {
    const plain = line.normalize('NFKC')
    for (const expression of expressions) {
      const text = expression.exec(plain)?.[1]
      const reading = text === undefined ? undefined : readMomentCell(text.trim())
      if (reading !== undefined && 'value' in reading && reading.value !== null) return reading.value
    }
  }
  return undefined
}

const IN_NAME =
  /(?<!\d)(20\d{2})[-_.年]?(0[1-9]|1[0-2])[-_.月]?(0[1-9]|[12]\d|3[01])日?(?:[-_ T.]*([01]\d|2[0-3])[-_:.时]?([0-5]\d)(?:[-_:.分]?([0-5]\d))?)?(?!\d)/g

/**
 * The moment in a file's name (`订单_20260405093000.csv`, `2026-03-01至2026-03-31.xlsx`): of several the last. A date without
 * a time stands for the end of that day, so that it is not older than what the day brought.
 */
export function momentInName(name: string): number | undefined {
  let latest: number | undefined
  for (const match of name.normalize('NFKC').matchAll(IN_NAME)) {
    const [, year, month, day, hour = '23', minute = '59', second] = match
    const time = `${hour}:${minute}:${second ?? (match[4] === undefined ? '59' : '00')}`
    const reading = readMomentCell(`${year}-${month}-${day} ${time}`)
    if ('value' in reading && reading.value !== null && reading.value > (latest ?? 0)) latest = reading.value
  }
  const epoch = /(?<!\d)(1[6-9]\d{8})(?:\d{3})?(?!\d)/.exec(name)?.[1]
  return latest ?? (epoch === undefined ? undefined : Number(epoch))
}
