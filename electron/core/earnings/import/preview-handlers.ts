import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import { BoanError } from '../../../../shared/errors.ts'
import { sha256Text } from '../../audit/journal.ts'
import type { CallContext } from '../../context.ts'
import type { LedgerFold } from '../ledger/ledger-fold.ts'
import { DecisionList } from './decisions.ts'
import { carryOut } from './execute.ts'
import type { NamedFile } from './file.ts'
import { allPresets } from './mappings.ts'
import { type FileChoice, openStatement, type OpenedStatement, UnknownLayoutError } from './open-statement.ts'
import { dropOldPlans, importState, stateAfter, storePlan } from './plan.ts'
import { fileFactsOf, nothingShown, planFile, type PlannedFile, showPlan } from './preview.ts'
import { rememberPassword } from './secrets.ts'
import { findImported, insertPlanProblems, listProblems, type StoredStatement } from './statements.ts'

type Previews = Output<'earnings.previewStatements'>
type Preview = Previews['files'][number]
type Choice = ParsedInput<'earnings.previewStatements'>['files'][number]

interface Candidate {
  choice: Choice
  named: NamedFile
  planId: string
  /** Undefined when the file cannot be read; `failure` says why. */
  opened?: OpenedStatement
  failure?: Preview
  planned?: PlannedFile
  baseState?: string
}

/**
 * Plans the import of files in the given order, each as if those before it were imported: what two files share is new in
 * the first and repeated in the second. Nothing but the plans is written.
 */
export async function previewStatements(
  context: CallContext,
  { files }: ParsedInput<'earnings.previewStatements'>,
): Promise<Previews> {
  const { db } = context
  const candidates: Candidate[] = []
  for (const choice of files) candidates.push(await openCandidate(context, choice))
  db.exec('SAVEPOINT rehearsal')
  let state = importState(db)
  try {
    for (const [index, candidate] of candidates.entries()) {
      candidate.baseState = state
      await planCandidate(context, candidate, state)
      const { planned } = candidate
      if (planned === undefined || planned.data.alreadyImported !== null) continue
      state = stateAfter(state, planned.data.changeId)
      const later = candidates.slice(index + 1)
      if (mustRehearse(candidate, later, state)) await rehearse(context, candidate.planId, planned)
    }
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK TO rehearsal; RELEASE rehearsal')
  }
  rememberReadings(candidates)
  dropOldPlans(db, new Date(Date.parse(context.now()) - 86_400_000).toISOString())
  return { files: candidates.map((candidate) => keepPlan(context, candidate, state)) }
}

async function openCandidate(context: CallContext, choice: Choice): Promise<Candidate> {
  const named = context.intake(choice.file)
  const planId = context.newId()
  const unpackInto = join(context.dataDir, 'intake')
  mkdirSync(unpackInto, { recursive: true, mode: 0o700 })
  try {
    const known = openedBefore({ choice, named, planId })
    if (known !== undefined) return { choice, named, planId, opened: known }
    const opened = await openStatement(named, choice, allPresets(context.db), unpackInto, (done) => {
      context.throwIfCancelled()
      context.progress({ done, total: 0, label: 'import:progress.looking' })
    })
    return { choice, named, planId, opened }
  } catch (error) {
    return { choice, named, planId, failure: failureOf(named, error) }
  }
}

/** Names what carrying out a plan would change: the same for the same file, sheet and choices. */
function changeIdOf({ opened, choice }: Candidate): string {
  const { contentInspection, sheet, layout } = opened ?? {}
  return sha256Text(
    JSON.stringify([
      contentInspection?.sha256,
      sheet,
      layout?.preset.id,
      choice.account ?? '',
      choice.exportedAt ?? '',
    ]),
  )
}

interface Reading {
  opened: OpenedStatement
  planned: PlannedFile
  baseState: string
}

/**
 * The readings of the last preview. Screens preview all files again when one is added or a choice changes; files that are
 * as they were, before the same ledger, need not be read again.
 */
let readings = new Map<string, Reading>()

function readingKey({ named, choice }: Candidate): string {
  const stats = statSync(named.path, { throwIfNoEntry: false })
  const { file: _token, ...said } = choice
  return JSON.stringify([named, stats?.size, stats?.mtimeMs, said])
}

function openedBefore(candidate: Candidate): OpenedStatement | undefined {
  const opened = readings.get(readingKey(candidate))?.opened
  // What the person's own mapping means may have been changed under its name.
  return opened?.layout.preset.id.startsWith('mapping:') === true ? undefined : opened
}

/** Payment lists are always read: what is proposed depends on the parties, which may have changed. */
function plannedBefore(candidate: Candidate, baseState: string): PlannedFile | undefined {
  const known = readings.get(readingKey(candidate))
  if (known === undefined || known.opened !== candidate.opened || known.baseState !== baseState) return undefined
  return known.planned.data.kind === 'payments' ? undefined : known.planned
}

function rememberReadings(candidates: readonly Candidate[]): void {
  readings = new Map()
  for (const candidate of candidates) {
    const { opened, planned, baseState } = candidate
    if (opened === undefined || planned === undefined || baseState === undefined) continue
    readings.set(readingKey(candidate), { opened, planned, baseState })
  }
}

/** A fault of one file leaves the others alone; anything else ends the call. */
function failureOf(named: NamedFile, error: unknown): Preview {
  if (!(error instanceof BoanError) || error.code === 'app.cancelled') throw error
  return {
    ok: false,
    failure: {
      file: named.name,
      error: error.toData(),
      unknown: error instanceof UnknownLayoutError ? error.unknown : null,
    },
  }
}

async function planCandidate(context: CallContext, candidate: Candidate, baseState: string): Promise<void> {
  const { opened, choice, named } = candidate
  if (opened === undefined) return
  const known = plannedBefore(candidate, baseState)
  if (known !== undefined) {
    candidate.planned = known
    return
  }
  const imported = findImported(context.db, {
    sha256: opened.inspection.sha256,
    sheet: opened.sheet,
    ...(choice.account === undefined ? {} : { account: choice.account }),
    ...(choice.preset === undefined ? {} : { preset: choice.preset }),
  })
  if (imported !== undefined) {
    candidate.planned = planOfImported(context, opened, imported)
    return
  }
  const progress = (rows: number): void => {
    context.throwIfCancelled()
    context.progress({ done: rows, total: 0, label: 'import:progress.reading' })
  }
  try {
    const planned = await planFile(context.db, opened, choice satisfies FileChoice, { onRows: progress })
    candidate.planned = { ...planned, data: { ...planned.data, changeId: changeIdOf(candidate) } }
  } catch (error) {
    candidate.failure = failureOf(named, error)
  }
}

/** Whether a later file of the call that is still to be planned may hold rows of this one. */
function mustRehearse(candidate: Candidate, later: readonly Candidate[], state: string): boolean {
  const own = candidate.opened?.layout.preset
  let baseState = state
  for (const next of later) {
    const other = next.opened?.layout.preset
    if (own === undefined || other === undefined) continue
    const mayMeet = other.kind === own.kind && other.platform === own.platform && other.role === own.role
    const known = plannedBefore(next, baseState)
    if (mayMeet && known === undefined) return true
    if (known?.data.alreadyImported === null || known === undefined) baseState = stateAfter(baseState, changeIdOf(next))
  }
  return false
}

const idleFold: LedgerFold = {
  wants: () => false,
  line: () => {},
  session: () => {},
  incomeItem: () => {},
  facts: () => {},
  finish: () => [],
}

/** Imports a plan for the sake of the next file's plan; taken back with the savepoint. */
async function rehearse(context: CallContext, planId: string, planned: PlannedFile): Promise<void> {
  await carryOut(context, {
    planId,
    plan: planned.data,
    decisions: planned.decisions,
    keep: 'proposed',
    keepFile: false,
    fold: idleFold,
    isRehearsal: true,
  })
}

function keepPlan(context: CallContext, candidate: Candidate, state: string): Preview {
  const { planId, planned, opened, choice } = candidate
  if (planned === undefined || opened === undefined) {
    if (candidate.failure === undefined) throw new Error('a file was neither planned nor refused')
    return candidate.failure
  }
  const stored = {
    id: planId,
    baseState: candidate.baseState ?? state,
    data: planned.data,
    packedDecisions: planned.decisions.pack(),
  }
  storePlan(context.db, stored, context.now())
  insertPlanProblems(context.db, planId, planned.problems)
  rememberPassword(planId, choice.password)
  return { ok: true, preview: showPlan(planId, planned, opened.presetFrom) }
}

/** The plan for a file that is imported already, made from what was noted then: no row is read. */
function planOfImported(context: CallContext, opened: OpenedStatement, imported: StoredStatement): PlannedFile {
  const { decisions } = imported
  const held = decisions.new + decisions.repeated + decisions.superseding + decisions.superseded
  const ignored = context.db
    .prepare<[number], { from: number; to: number; why: PlannedFile['data']['ignored'][number]['why'] }>(
      'SELECT from_row AS "from", to_row AS "to", why FROM statement_ignored WHERE statement = ? ORDER BY from_row',
    )
    .all(imported.number)
  return {
    ...nothingShown,
    data: {
      ...fileFactsOf(opened),
      changeId: '',
      kind: imported.kind,
      layout: imported.layout.table,
      saidAccount: imported.saidAccount,
      exportedAtS: imported.exportedAtS,
      exportedFrom: imported.exportedFrom,
      periodFrom: imported.periodFrom,
      periodTo: imported.periodTo,
      rows: imported.rows,
      decisions: { ...decisions, new: 0, repeated: held, superseding: 0, superseded: 0 },
      sums: imported.sums,
      ignored,
      notTicked: 0,
      occurrences: [],
      proposed: [],
      alreadyImported: imported.id,
    },
    decisions: new DecisionList(),
    problems: listProblems(context.db, { statement: imported.number }, 0).rows,
  }
}
