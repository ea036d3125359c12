import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse'
import { streamXlsxRows, writeXlsx } from 'hucre/xlsx'
import { answerParent, madeStatement } from './tools.ts'

const { file, make } = JSON.parse(process.argv[2] ?? '{}') as { file: string; make: boolean }

if (make) {
  if (!existsSync(file)) await makeWorkbook()
  answerParent({})
} else {
  const started = performance.now()
  let cells = 0
  for await (const { values } of streamXlsxRows(readFileSync(file))) cells += values.length
  answerParent({ ms: performance.now() - started, cells })
}

/** The first 200 000 lines of the made statement as a workbook. */
async function makeWorkbook(): Promise<void> {
  const statement = madeStatement(200_000, 'utf8', 'short')
  if (statement === undefined) throw new Error('../shared/bench/make-statement.mjs is not beside this checkout')
  const rows: string[][] = []
  for await (const row of createReadStream(statement).pipe(parse())) rows.push(row as string[])
  writeFileSync(file, await writeXlsx({ sheets: [{ name: '订单', rows }] }))
}
