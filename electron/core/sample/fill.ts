import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CallProgress } from '../../../shared/call.ts'
import type { CallName, Input, Output } from '../../../shared/contract.ts'
import { appRoot } from '../../app-root.ts'
import { callCore, type CallOptions, type Core } from '../core.ts'

type CorePart = Pick<Core, 'invoke' | 'takeIn'>

/** resources/samples/sample.json: what a person would type; the files beside it are what they would drop in. */
interface SampleData {
  self: Input<'parties.save'>
  payers: (Input<'parties.save'> & { key: string })[]
  agreements: {
    key: string
    title: string
    payer: string
    from: string
    scope: { platforms: string[] }
    statements: string[]
    terms: unknown
  }[]
  acknowledgements: { agreement: string; cycle: string; amountFen: number; evidence: string }[]
  deductions: { agreement: string; cycle: string; amountFen: number; reason: string; evidence: string }[]
  evidence: { file: string; agreement?: string; words: Omit<Input<'disputes.addEvidence'>, 'token'> }[]
  training: {
    goal: Input<'training.saveGoal'>
    records: Input<'training.saveRecord'>[]
    certificates: Input<'training.saveCertificate'>[]
  }
  case: { agreement: string; cycles: string[]; statement: string }
}

const samples = join(appRoot, 'resources', 'samples')
const steps = 6

/**
 * Fills an empty data folder with the sample, through the same calls that a person makes. Answers the case's id.
 * Throws what those calls throw.
 */
export async function fillSample(core: CorePart, options: CallOptions): Promise<string> {
  const data = JSON.parse(readFileSync(join(samples, 'sample.json'), 'utf8')) as SampleData
  const run = <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> =>
    callCore(core, name, input, options.signal === undefined ? {} : { signal: options.signal })
  const step = (done: number): void => {
    options.onProgress?.({ done, total: steps, label: 'app:progress.sample' } satisfies CallProgress)
  }
  const fill = { core, data, run }

  step(0)
  const self = await run('parties.save', { ...data.self, isSelf: true })
  await run('app.saveSettings', { roles: ['streamer'], selfPartyId: self.id })
  const payers = await saveParties(fill)
  step(1)
  const evidence = await addEvidence(fill)
  const agreements = await saveAgreements(fill, self.id, payers, evidence)
  step(2)
  await importSample(fill, agreements)
  step(3)
  await recordFacts(fill, agreements, evidence)
  step(4)
  const caseId = await openSampleCase(fill, agreements, evidence)
  step(5)
  await saveTraining(fill, self.id)
  step(steps)
  return caseId
}

interface Fill {
  core: CorePart
  data: SampleData
  run: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
}

type Ids = ReadonlyMap<string, string>

async function saveParties({ data, run }: Fill): Promise<Ids> {
  const ids = new Map<string, string>()
  for (const { key, ...party } of data.payers) ids.set(key, (await run('parties.save', party)).id)
  return ids
}

async function addEvidence({ core, data, run }: Fill): Promise<Ids> {
  const ids = new Map<string, string>()
  for (const item of data.evidence) {
    const token = core.takeIn({ path: join(samples, 'evidence', item.file), name: item.file })
    ids.set(item.file, (await run('disputes.addEvidence', { ...item.words, token })).id)
  }
  return ids
}

async function saveAgreements({ data, run }: Fill, payeeId: string, payers: Ids, evidence: Ids): Promise<Ids> {
  const ids = new Map<string, string>()
  for (const agreement of data.agreements) {
    const evidenceIds = data.evidence
      .filter((item) => item.agreement === agreement.key)
      .map((item) => idOf(evidence, item.file))
    const saved = await run('contracts.saveAgreement', {
      title: agreement.title,
      payerId: idOf(payers, agreement.payer),
      payeeId,
      from: agreement.from,
      scope: agreement.scope,
      // The schema of the call checks the terms; sample.json is data like any other.
      version: { from: agreement.from, terms: agreement.terms, evidenceIds } as Input<'contracts.addVersion'>,
    })
    ids.set(agreement.key, saved.id)
  }
  return ids
}

/** Each statement with the agreement whose accounts it names, then the sessions and the payment lists. */
async function importSample({ core, data, run }: Fill, agreements: Ids): Promise<void> {
  const importFiles = async (folder: string, names: string[], agreementId?: string): Promise<void> => {
    const files = names.map((name) => ({ file: core.takeIn({ path: join(samples, folder, name), name }) }))
    const { files: previews } = await run('earnings.previewStatements', { files })
    const plans = previews.flatMap((file) => (file.ok ? [{ planId: file.preview.planId }] : []))
    await run('earnings.importStatements', { plans, ...(agreementId === undefined ? {} : { agreementId }) })
  }
  for (const agreement of data.agreements) {
    await importFiles('statements', agreement.statements, idOf(agreements, agreement.key))
  }
  const named = new Set(data.agreements.flatMap((agreement) => agreement.statements))
  await importFiles(
    'statements',
    readdirSync(join(samples, 'statements')).filter((name) => !named.has(name)),
  )
  await importFiles('payments', readdirSync(join(samples, 'payments')))
  const sessions = JSON.parse(readFileSync(join(samples, 'sessions.json'), 'utf8')) as Input<'earnings.saveSession'>[]
  for (const session of sessions) await run('earnings.saveSession', session)
}

async function recordFacts({ data, run }: Fill, agreements: Ids, evidence: Ids): Promise<void> {
  for (const { agreement, evidence: file, ...fact } of data.acknowledgements) {
    await run('earnings.saveAcknowledgement', {
      ...fact,
      agreementId: idOf(agreements, agreement),
      evidenceIds: [idOf(evidence, file)],
    })
  }
  for (const { agreement, evidence: file, ...fact } of data.deductions) {
    await run('earnings.saveDeduction', {
      ...fact,
      agreementId: idOf(agreements, agreement),
      evidenceIds: [idOf(evidence, file)],
    })
  }
}

async function saveTraining({ data, run }: Fill, partyId: string): Promise<void> {
  const { goal, records, certificates } = data.training
  for (const record of records) await run('training.saveRecord', { ...record, partyId })
  for (const certificate of certificates) await run('training.saveCertificate', { ...certificate, partyId })
  await run('training.saveGoal', { ...goal, partyId })
}

async function openSampleCase({ data, run }: Fill, agreements: Ids, evidence: Ids): Promise<string> {
  const { agreement, cycles, statement } = data.case
  const opened = await run('disputes.openCase', { agreementId: idOf(agreements, agreement), cycles })
  const view = await run('disputes.getCase', { id: opened.id })
  const exhibits = view.exhibits.map((exhibit) => exhibit.evidence.id)
  const missing = [...evidence.values()].filter((id) => !exhibits.includes(id))
  await run('disputes.setExhibits', { caseId: opened.id, evidenceIds: [...exhibits, ...missing] })
  await run('disputes.updateCase', { id: opened.id, statement })
  return opened.id
}

function idOf(ids: Ids, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`sample.json names ${key}, which is not in it`)
  return id
}
