import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTemplate } from '../../electron/core/contracts/templates.ts'
import { openCore } from '../../electron/core/core.ts'
import { renderPdf } from '../../electron/core/documents/pdf.ts'
import { openTypesetter } from '../../electron/core/documents/typesetter.ts'
import { toTypstData } from '../../electron/core/documents/typst-data.ts'
import { PAPER_TEMPLATE } from '../../electron/core/documents/typst-template.ts'
import type { CallName, Input, Output } from '../../shared/contract.ts'
import { buildContract } from '../../shared/contracts/templates/build.ts'
import { contractPaper } from '../../shared/contracts/templates/paper.ts'
import { cooperationValues } from '../core/contracts/contract-fixtures.ts'
import { rosterPlan, rosterRow, rosterXlsx } from '../core/contracts/roster-fixtures.ts'
import { answerParent, repository } from './tools.ts'

const { folder, contracts } = JSON.parse(process.argv[2] ?? '{}') as { folder: string; contracts: number }
const fontsDir = join(repository, 'resources', 'fonts')
const moment = '2026-07-20T00:00:00.000Z'

answerParent({ ...(await issueBatch()), ...(await compileOne()) })

/** A roster issued as the window does it, with a query asked again and again meanwhile. */
async function issueBatch(): Promise<{ issueMs: number; wordMs: number; longestAnswerMs: number; handOverMs: number }> {
  const core = openCore({ dataDir: folder, appVersion: 'bench' })
  async function call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
    const reply = await core.invoke(name, input)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
    return reply.value as Output<N>
  }
  const path = join(folder, 'roster.xlsx')
  writeFileSync(path, await rosterXlsx(Array.from({ length: contracts }, (_, index) => rosterRow(index + 1))))
  const plan = await rosterPlan({ call }, core.takeIn({ path, name: 'roster.xlsx' }))
  await call('contracts.register', {})
  const started = performance.now()
  let longestAnswerMs = 0
  const done = new AbortController()
  const asking = (async () => {
    while (!done.signal.aborted) {
      const asked = performance.now()
      await call('app.status', {})
      longestAnswerMs = Math.max(longestAnswerMs, performance.now() - asked)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  const { contractIds: ids } = await call('contracts.createBatch', { ...plan, title: '直播合作协议' })
  await call('contracts.issue', { ids })
  await call('contracts.makePapers', { ids, formats: ['pdf'] })
  const { issued } = await call('contracts.finishIssue', { ids })
  if (issued.length !== contracts) throw new Error(`issued ${issued.length}`)
  const issueMs = performance.now() - started
  await call('contracts.makePapers', { ids, formats: ['docx'] })
  await call('contracts.finishIssue', { ids })
  const wordMs = performance.now() - started - issueMs
  await call('contracts.exportHandOver', { ids })
  const handOverMs = performance.now() - started - issueMs - wordMs
  done.abort()
  await asking
  await core.close()
  return { issueMs, wordMs, longestAnswerMs, handOverMs }
}

/** One contract from its values to its PDF, and the Typst compile of the same document alone; the middle of several, each another text. */
async function compileOne(): Promise<{ oneMs: number; bareMs: number }> {
  const template = readTemplate('mcn-cooperation')
  const paperOf = (index: number) => {
    const values = cooperationValues({ streamer: { kind: 'person', name: `主播${index}` } })
    return contractPaper(buildContract(template, values, [], `HT-2026-${index}`), { contentSha256: null })
  }
  const typesetter = await openTypesetter(fontsDir)
  await renderPdf(paperOf(0), moment, fontsDir)
  typesetter.typeset(PAPER_TEMPLATE, toTypstData(paperOf(0)), 0)
  const ours: number[] = []
  const bare: number[] = []
  for (let index = 1; index <= 15; index += 1) {
    const began = performance.now()
    await renderPdf(paperOf(index), moment, fontsDir)
    ours.push(performance.now() - began)
    const data = toTypstData(paperOf(index + 100))
    const compiling = performance.now()
    typesetter.typeset(PAPER_TEMPLATE, data, 0)
    bare.push(performance.now() - compiling)
  }
  return { oneMs: middle(ours), bareMs: middle(bare) }
}

function middle(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
