import type { StatementPreview } from '../../../../shared/earnings/import-shapes.ts'
import { buyerColumns } from '../../../../shared/earnings/statements/buyer-columns.ts'
import { indexHeader } from '../../../../shared/earnings/statements/header.ts'
import type { LineContent } from '../../../../shared/earnings/statements/versions.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { Db } from '../../database/open.ts'
import { AccountBook } from './accounts.ts'
import { bindColumns } from './columns.ts'
import { type DecisionList, nameOf } from './decisions.ts'
import { momentOf } from './line-view.ts'
import { type FileChoice, findExportMoment, type OpenedStatement } from './open-statement.ts'
import type { PlanData } from './plan.ts'
import { type SampledOrder, scanOrders } from './plan-orders.ts'
import { type SampledPayment, scanPayments } from './plan-payments.ts'
import { type SampledSession, scanSessions } from './plan-sessions.ts'
import type { FoundProblem, ScanOptions, ScanResult } from './scan.ts'

/** A file read and decided on: what is kept of it as a plan, and what people are shown. */
export interface PlannedFile {
  data: PlanData
  decisions: DecisionList
  problems: FoundProblem[]
  accounts: StatementPreview['accounts']
  accountCount: number
  asksAccount: boolean
  orders: StatementPreview['orders']
  payments: StatementPreview['payments']
  sessions: StatementPreview['sessions']
}

interface Scanned extends ScanResult {
  sums: PlanData['sums']
  exportedAtS: number
  periodFrom: string | null
  periodTo: string | null
}

const shownAccounts = 1_000

/** Reads every row of an opened statement and decides on it; writes nothing. Throws `import.other-account`. */
export async function planFile(
  db: Db,
  opened: OpenedStatement,
  choice: FileChoice,
  options: ScanOptions,
): Promise<PlannedFile> {
  const { preset } = opened.layout
  if (preset.kind === 'payments') return planPayments(db, opened, choice, options)
  if (preset.kind === 'sessions') return planSessions(db, opened, choice, options)
  return planOrders(db, opened, choice, options)
}

async function planOrders(
  db: Db,
  opened: OpenedStatement,
  choice: FileChoice,
  options: ScanOptions,
): Promise<PlannedFile> {
  const moment = findExportMoment(opened, choice.exportedAt)
  const { preset } = opened.layout
  const accounts = new AccountBook(db, preset.platform, preset.role ?? 'creator')
  const saidAccount = choice.account ?? ''
  const scan = await scanOrders({ ...sourceOf(db, opened), accounts, saidAccount, exportedAtS: moment.atS, options })
  const used = accounts.used()
  checkAccount(opened, saidAccount, used)
  return {
    ...nothingShown,
    data: { ...planOf(opened, saidAccount, scan, moment.from), occurrences: scan.occurrences },
    decisions: scan.decisions,
    problems: scan.problems,
    accounts: used.slice(0, shownAccounts).map(({ account, name, rows }) => ({ account, name, rows })),
    accountCount: used.length,
    asksAccount: used.some(({ account }) => account === ''),
    orders: scan.sampled.map((sampled) => showOrder(sampled, scan.decisions)),
  }
}

async function planPayments(
  db: Db,
  opened: OpenedStatement,
  choice: FileChoice,
  options: ScanOptions,
): Promise<PlannedFile> {
  const moment = findExportMoment(opened, choice.exportedAt)
  const scan = await scanPayments({ ...sourceOf(db, opened), exportedAtS: moment.atS, options })
  const data = planOf(opened, '', scan, moment.from)
  return {
    ...nothingShown,
    data: { ...data, proposed: scan.proposed, decisions: scan.counts, notTicked: scan.notTicked },
    decisions: scan.decisions,
    problems: scan.problems,
    payments: scan.sampled.map(showPayment),
  }
}

async function planSessions(
  db: Db,
  opened: OpenedStatement,
  choice: FileChoice,
  options: ScanOptions,
): Promise<PlannedFile> {
  const moment = findExportMoment(opened, choice.exportedAt)
  const saidAccount = choice.account ?? ''
  const scan = await scanSessions({ ...sourceOf(db, opened), saidAccount, exportedAtS: moment.atS, options })
  const accounts = [...scan.accounts].map(([account, known]) => ({ account, ...known }))
  checkAccount(opened, saidAccount, accounts)
  return {
    ...nothingShown,
    data: planOf(opened, saidAccount, scan, moment.from),
    decisions: scan.decisions,
    problems: scan.problems,
    accounts: accounts.slice(0, shownAccounts),
    accountCount: accounts.length,
    asksAccount: scan.accounts.has(''),
    sessions: scan.sampled.map(showSession),
  }
}

const nothingShown = { accounts: [], accountCount: 0, asksAccount: false, orders: [], payments: [], sessions: [] }

function sourceOf(db: Db, { table, sheet, layout }: OpenedStatement) {
  return { db, table, sheet, layout }
}

function planOf(
  opened: OpenedStatement,
  saidAccount: string,
  scan: Scanned,
  exportedFrom: PlanData['exportedFrom'],
): PlanData {
  const { layout } = opened
  return {
    changeId: '',
    named: opened.named,
    content: opened.content,
    sha256: opened.inspection.sha256,
    contentSha256: opened.contentInspection.sha256,
    sizeBytes: opened.inspection.sizeBytes,
    kind: layout.preset.kind,
    form: opened.table.form,
    sheet: opened.sheet,
    sheetNames: opened.table.sheetNames,
    layout: {
      preset: layout.preset,
      headerLine: layout.headerLine,
      headerCells: layout.headerCells,
      fields: layout.fields,
    },
    saidAccount,
    exportedAtS: scan.exportedAtS,
    exportedFrom,
    periodFrom: scan.periodFrom,
    periodTo: scan.periodTo,
    rows: scan.decisions.length,
    decisions: scan.decisions.counts(),
    sums: scan.sums,
    ignored: scan.ignored.runs,
    notTicked: 0,
    occurrences: [],
    proposed: [],
    alreadyImported: null,
  }
}

/** A file that names its accounts and has none of the one the person means is another account's. */
function checkAccount(
  opened: OpenedStatement,
  said: string,
  accounts: readonly { account: string; name: string }[],
): void {
  if (said === '' || accounts.length === 0) return
  if (accounts.some(({ account, name }) => account === said || name === said || account === '')) return
  throw new BoanError(
    'import.other-account',
    { said, found: accounts[0]?.name || (accounts[0]?.account ?? '') },
    { file: opened.named.name },
  )
}

function showOrder(sampled: SampledOrder, decisions: DecisionList): StatementPreview['orders'][number] {
  const { row, account, orderId, productId, content } = sampled
  return {
    row,
    decision: nameOf(decisions.at(sampled.index)),
    orderId,
    productId,
    account,
    status: content.status,
    paidAt: momentOf(content.paidAtS),
    settledAt: content.settledAtS === null ? null : momentOf(content.settledAtS),
    ...amountsOf(content),
  }
}

function amountsOf({
  saleFen,
  refundFen,
  settledBaseFen,
  ratePpm,
  estimatedCommissionFen,
  commissionFen,
  feeFen,
}: LineContent) {
  return { saleFen, refundFen, settledBaseFen, ratePpm, estimatedCommissionFen, commissionFen, feeFen }
}

function showPayment({ row, decision, keep, partyId, payment }: SampledPayment): StatementPreview['payments'][number] {
  const { counterparty, subject, status, reference, amountFen } = payment
  return {
    row,
    decision: nameOf(decision),
    keep,
    class: payment.paymentClass,
    paidAt: momentOf(payment.paidAtS),
    amountFen,
    counterparty,
    partyId,
    subject,
    status,
    reference,
  }
}

function showSession({ row, decision, account, session }: SampledSession): StatementPreview['sessions'][number] {
  const { roomId, startAtS, endAtS } = session
  return { row, decision: nameOf(decision), account, roomId, start: momentOf(startAtS), end: momentOf(endAtS) }
}

const shownProblems = 1_000

/** What people are shown of a plan. */
export function showPlan(
  planId: string,
  planned: PlannedFile,
  presetFrom: StatementPreview['presetFrom'],
): StatementPreview {
  const { data } = planned
  const { preset, headerCells } = data.layout
  const header = indexHeader(headerCells)
  return {
    planId,
    file: data.named.name,
    sha256: data.sha256,
    sizeBytes: data.sizeBytes,
    inner: data.content.path === data.named.path ? null : data.content.name,
    kind: data.kind,
    preset: preset.id,
    presetFrom,
    platform: preset.platform,
    role: preset.role ?? null,
    encoding: data.form.encoding,
    sheet: data.sheet === '' ? null : data.sheet,
    sheets: data.sheetNames,
    headerRow: data.layout.headerLine,
    headers: headerCells.map((cell) => cell.trim()),
    columns: bindColumns(preset, header, headerCells).flatMap(({ field, sources }) =>
      sources.slice(0, 1).map((source) => ({ field, header: source.header })),
    ),
    buyerColumns: buyerColumns(data.layout).map(({ name }) => name),
    rows: data.rows,
    decisions: data.decisions,
    ignored: countIgnored(data),
    sums: data.sums,
    rejected: planned.problems
      .slice(0, shownProblems)
      .map(({ row, column, value, code }) => ({ row, column, value, code })),
    exportedAt: momentOf(data.exportedAtS),
    exportedFrom: data.exportedFrom,
    periodFrom: data.periodFrom,
    periodTo: data.periodTo,
    accounts: planned.accounts,
    accountCount: planned.accountCount,
    asksAccount: planned.asksAccount,
    alreadyImported: data.alreadyImported,
    orders: planned.orders,
    payments: planned.payments,
    sessions: planned.sessions,
  }
}

function countIgnored(data: PlanData): StatementPreview['ignored'] {
  const counts: StatementPreview['ignored'] = {}
  for (const { from, to, why } of data.ignored) counts[why] = (counts[why] ?? 0) + to - from + 1
  if (data.notTicked > 0) counts['not-ticked'] = data.notTicked
  return counts
}
