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
  lacking: StatementPreview['lacking']
  orders: StatementPreview['orders']
  payments: StatementPreview['payments']
  sessions: StatementPreview['sessions']
}

/** Where rows are read from, with what is known of them before. */
interface ScanSource extends Pick<OpenedStatement, 'table' | 'sheet' | 'layout'> {
  db: Db
  saidAccount: string
  exportedAtS: number | undefined
  options: ScanOptions
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
  const { table, sheet, layout } = opened
  const moment = findExportMoment(opened, choice.exportedAt)
  const saidAccount = choice.account ?? ''
  const source: ScanSource = { db, table, sheet, layout, saidAccount, exportedAtS: moment.atS, options }
  const { kind } = layout.preset
  const { scan, ...planned } =
    kind === 'payments'
      ? await planPayments(source)
      : await (kind === 'sessions' ? planSessions(source, opened) : planOrders(source, opened))
  return {
    ...nothingShown,
    decisions: scan.decisions,
    problems: scan.problems,
    ...planned,
    data: { ...planOf(opened, kind === 'payments' ? '' : saidAccount, scan, moment.from), ...planned.data },
  }
}

/** What one kind of list adds to a plan beside what every list has. */
type OwnPart = { scan: Scanned; data: Partial<PlanData> } & Partial<Omit<PlannedFile, 'data'>>

async function planOrders(source: ScanSource, opened: OpenedStatement): Promise<OwnPart> {
  const { preset } = source.layout
  const accounts = new AccountBook(source.db, preset.platform, preset.role ?? 'creator')
  const scan = await scanOrders({ ...source, accounts })
  const used = accounts.used()
  checkAccount(opened, source.saidAccount, used)
  return {
    scan,
    data: { occurrences: scan.occurrences },
    ...accountsShown(used.map(({ account, name, rows }) => ({ account, name, rows }))),
    lacking: scan.lacking,
    orders: scan.sampled.map((sampled) => showOrder(sampled, scan.decisions)),
  }
}

async function planPayments(source: ScanSource): Promise<OwnPart> {
  const scan = await scanPayments(source)
  return {
    scan,
    data: { proposed: scan.proposed, decisions: scan.counts, notTicked: scan.notTicked },
    payments: scan.sampled.map(showPayment),
  }
}

async function planSessions(source: ScanSource, opened: OpenedStatement): Promise<OwnPart> {
  const scan = await scanSessions(source)
  const accounts = [...scan.accounts].map(([account, known]) => ({ account, ...known }))
  checkAccount(opened, source.saidAccount, accounts)
  return { scan, data: {}, ...accountsShown(accounts), sessions: scan.sampled.map(showSession) }
}

function accountsShown(
  accounts: StatementPreview['accounts'],
): Pick<PlannedFile, 'accounts' | 'accountCount' | 'asksAccount'> {
  return {
    accounts: accounts.slice(0, shownAccounts),
    accountCount: accounts.length,
    asksAccount: accounts.some(({ account }) => account === ''),
  }
}

/** What is shown of a plan beside its counts, while nothing is. */
export const nothingShown = {
  accounts: [],
  accountCount: 0,
  asksAccount: false,
  lacking: null,
  orders: [],
  payments: [],
  sessions: [],
} satisfies Partial<PlannedFile>

/** What a plan says of its file, whether its rows were read now or at an earlier import. */
export function fileFactsOf(
  opened: OpenedStatement,
): Pick<PlanData, 'named' | 'content' | 'sha256' | 'contentSha256' | 'sizeBytes' | 'form' | 'sheet' | 'sheetNames'> {
  return {
    named: opened.named,
    content: opened.content,
    sha256: opened.inspection.sha256,
    contentSha256: opened.contentInspection.sha256,
    sizeBytes: opened.inspection.sizeBytes,
    form: opened.table.form,
    sheet: opened.sheet,
    sheetNames: opened.table.sheetNames,
  }
}

function planOf(
  opened: OpenedStatement,
  saidAccount: string,
  scan: Scanned,
  exportedFrom: PlanData['exportedFrom'],
): PlanData {
  const { layout } = opened
  return {
    ...fileFactsOf(opened),
    changeId: '',
    kind: layout.preset.kind,
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
    lacking: planned.lacking,
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
