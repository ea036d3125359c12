import type { Output, ParsedInput } from '../../../shared/contract.ts'
import type { RosterPlanInput } from '../../../shared/contracts/roster/calls.ts'
import {
  checkRow,
  type RosterFault,
  type RosterPlan,
  type RosterRow,
} from '../../../shared/contracts/roster/check-row.ts'
import { type AccountMatch, matchScope } from '../../../shared/contracts/roster/match-accounts.ts'
import { rosterTargets } from '../../../shared/contracts/roster/targets.ts'
import type { PartySnapshot } from '../../../shared/contracts/templates/template.ts'
import { contractFacts } from '../../../shared/contracts/templates/values.ts'
import { BoanError } from '../../../shared/errors.ts'
import { normaliseName } from '../../../shared/parties/names.ts'
import { readSettings } from '../app/settings.ts'
import { keepFile, recordAttachment } from '../attachments/store.ts'
import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'
import { listLineAccounts } from '../earnings/index.ts'
import { findNamedParty } from '../parties/index.ts'
import { rosterRows } from './batch-roster.ts'
import { blankContract } from './life.ts'
import { writeContract } from './life-store.ts'
import { readTemplate } from './templates.ts'

interface CheckedRoster {
  plan: RosterPlan
  rows: (RosterRow & {
    payee: PartySnapshot | undefined
    knownPartyId: string | null
    accounts: AccountMatch[]
  })[]
  faults: RosterFault[]
  file: { path: string; name: string }
}

/** Reads a roster and checks every row, by itself and among the others and the records. */
async function checkAll(context: CallContext, input: RosterPlanInput): Promise<CheckedRoster> {
  const template = readTemplate(input.templateId)
  const { headers, rows: tableRows, file } = await rosterRows(context, input)
  const { common, optionalClauses, mapping } = input
  const targets = rosterTargets(template, common, optionalClauses)
  const { language } = readSettings(context.db)
  const plan: RosterPlan = { template, targets, mapping, headers, common, optionalClauses, language }
  const knownAccounts = listLineAccounts(context.db)
  const rows: CheckedRoster['rows'] = []
  for (const [index, { row, cells }] of tableRows.entries()) {
    context.throwIfCancelled()
    if (index % 50 === 0) context.progress({ done: index, total: tableRows.length, label: 'roster:progress.checking' })
    const checked = checkRow(plan, row, cells)
    const { payee } = contractFacts(template, checked.values)
    const known = payee === undefined ? undefined : findNamedParty(context.db, payee)
    const { scope, matches } = matchScope(knownAccounts, checked.scope)
    rows.push({ ...checked, scope, payee, knownPartyId: known?.id ?? null, accounts: matches })
  }
  const own = rows.flatMap((row) => row.faults)
  const among = [
    ...repeatedPeople(plan, rows),
    ...repeatedAccounts(plan, rows),
    ...standingContracts(context.db, plan, rows),
  ]
  return { plan, rows, faults: distinctFaults([...own, ...among], rows.length), file }
}

function keyOf({ sentence, column, value, params }: RosterFault): string {
  return JSON.stringify([sentence, column, value, params])
}

/** What is wrong in every row in the same way is a fault of what is the same for all: it is said once, without a row. */
function distinctFaults(faults: readonly RosterFault[], rows: number): RosterFault[] {
  const counts = new Map<string, number>()
  for (const fault of faults) counts.set(keyOf(fault), (counts.get(keyOf(fault)) ?? 0) + 1)
  const said = new Set<string>()
  return faults.flatMap((fault) => {
    const key = keyOf(fault)
    const isCommon = fault.row === null || (rows > 1 && fault.value === '' && counts.get(key) === rows)
    if (!isCommon) return [fault]
    const isNew = !said.has(key)
    said.add(key)
    return isNew ? [{ ...fault, row: null }] : []
  })
}

function columnOf({ template, mapping, headers }: RosterPlan, detail: string): string {
  return headers[mapping[`${template.keys.payee}.${detail}`] ?? -1] ?? ''
}

/** The same person twice is an error; one name with two numbers is only worth a look. */
function repeatedPeople(plan: RosterPlan, rows: CheckedRoster['rows']): RosterFault[] {
  const byNumber = new Map<string, number>()
  const byName = new Map<string, { row: number; number: string }>()
  const faults: RosterFault[] = []
  for (const { row, payee } of rows) {
    if (payee === undefined) continue
    const number = payee.idCard ?? payee.creditCode ?? ''
    const name = normaliseName(payee.name)
    const sameNumber = number === '' ? undefined : byNumber.get(number)
    const sameName = byName.get(name)
    if (sameNumber !== undefined) {
      faults.push(peopleFault(plan, row, 'same-number', 'error', 'idCard', { other: sameNumber }, number))
    } else if (sameName !== undefined) {
      const isSame = number === '' || sameName.number === ''
      const code = isSame ? 'same-name' : 'same-name-other-number'
      faults.push(
        peopleFault(plan, row, code, isSame ? 'error' : 'warning', 'name', { other: sameName.row }, payee.name),
      )
    }
    if (number !== '') byNumber.set(number, row)
    if (sameName === undefined) byName.set(name, { row, number })
  }
  return faults
}

/** One account in two rows: the same orders would be owed to two people. */
function repeatedAccounts({ headers, mapping }: RosterPlan, rows: CheckedRoster['rows']): RosterFault[] {
  const column = headers[mapping['scope/account'] ?? -1] ?? ''
  const seen = new Map<string, number>()
  return rows.flatMap(({ row, scope, accounts }) =>
    accounts.flatMap(({ typed, found }): RosterFault[] => {
      const key = JSON.stringify([scope.platforms ?? null, found?.account ?? typed])
      const other = seen.get(key)
      if (other === undefined) seen.set(key, row)
      if (other === undefined || other === row) return []
      const sentence = 'roster:fault.same-account'
      return [{ row, column, value: typed, severity: 'warning', sentence, params: { other } }]
    }),
  )
}

function peopleFault(
  plan: RosterPlan,
  row: number,
  code: string,
  severity: RosterFault['severity'],
  detail: string,
  params: RosterFault['params'],
  value: string,
): RosterFault {
  return { row, column: columnOf(plan, detail), value, severity, sentence: `roster:fault.${code}`, params }
}

/** Who has a contract on the same template already, issued and not over: worth a look before a second one is made. */
function standingContracts(db: Db, plan: RosterPlan, rows: CheckedRoster['rows']): RosterFault[] {
  const find = db.prepare<[string, string], { number: string }>(
    `SELECT number FROM contracts WHERE payee_id = ? AND template_id = ? AND voided_at IS NULL AND state IN ('issuing', 'issued', 'accepted', 'signed')
     AND ended_on IS NULL ORDER BY number LIMIT 1`,
  )
  return rows.flatMap(({ row, payee, knownPartyId }) => {
    const standing = knownPartyId === null ? undefined : find.get(knownPartyId, plan.template.id)
    if (standing === undefined || payee === undefined) return []
    return [peopleFault(plan, row, 'has-contract', 'warning', 'name', { number: standing.number }, payee.name)]
  })
}

function isFaulty(faults: readonly RosterFault[], row: number): boolean {
  return faults.some((fault) => fault.severity === 'error' && (fault.row === row || fault.row === null))
}

/** Every row of a roster with what is wrong with it. Throws the faults of the file. */
export async function checkRoster(
  context: CallContext,
  input: ParsedInput<'contracts.checkRoster'>,
): Promise<Output<'contracts.checkRoster'>> {
  const { rows, faults } = await checkAll(context, input)
  const count = (row: number, severity: RosterFault['severity']): number =>
    faults.filter((fault) => fault.row === row && fault.severity === severity).length
  return {
    rows: rows.map(({ row, payee, knownPartyId, accounts }) => ({
      row,
      name: payee?.name ?? '',
      knownPartyId,
      accounts,
      errors: count(row, 'error'),
      warnings: count(row, 'warning'),
    })),
    faults,
    ready: rows.filter(({ row }) => !isFaulty(faults, row)).length,
  }
}

/**
 * Makes a draft of every row. Throws `roster.rows-faulty` (nothing is made then), `roster.none-ready` and the faults of the file.
 */
export async function createBatch(
  context: CallContext,
  input: ParsedInput<'contracts.createBatch'>,
): Promise<Output<'contracts.createBatch'>> {
  const { db, dataDir } = context
  const { plan, rows, faults, file } = await checkAll(context, input)
  const ready = rows.filter(({ row }) => !isFaulty(faults, row))
  const leftOut = rows.length - ready.length
  if (leftOut > 0 && !input.leaveOutFaulty)
    throw new BoanError('roster.rows-faulty', { count: leftOut }, { file: file.name })
  if (ready.length === 0) throw new BoanError('roster.none-ready', {}, { file: file.name })
  const kept = await keepFile(dataDir, file.path)
  recordAttachment(db, kept, file.name, context.now())
  context.tookIn(kept.sha256)
  const batchId = context.newId()
  const { template } = plan
  const { mapping, common, optionalClauses, sheet, headerRow } = input
  db.prepare(
    `INSERT INTO contract_batches (id, template_id, template_version, title, roster_sha256, roster_name, mapping, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    batchId,
    template.id,
    template.version,
    input.title,
    kept.sha256,
    file.name,
    JSON.stringify({ mapping, common, optionalClauses, sheet, headerRow }),
    context.now(),
  )
  const contractIds = ready.map((row) => draftOf(context, plan, row, { batchId, title: input.title }))
  context.subject(batchId, ...contractIds)
  return { batchId, contractIds, leftOut }
}

function draftOf(
  context: CallContext,
  { template, optionalClauses }: RosterPlan,
  { row, values, scope }: RosterRow,
  batch: { batchId: string; title: string },
): string {
  const facts = contractFacts(template, values)
  const draft = blankContract(context, {
    origin: 'template',
    state: 'draft',
    title: batch.title,
    relation: template.relation,
    templateId: template.id,
    templateVersion: template.version,
    values,
    optionalClauses: [...optionalClauses],
    scope,
    terms: facts.payTerms ?? null,
    payerName: facts.payer?.name ?? '',
    payeeName: facts.payee?.name ?? '',
    from: facts.from ?? null,
    to: facts.to ?? null,
    batchId: batch.batchId,
    batchRow: row,
  })
  writeContract(context.db, draft, null)
  return draft.id
}
