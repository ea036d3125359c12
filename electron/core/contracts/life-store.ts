import type {
  ContractEventKind,
  ContractOrigin,
  ContractState,
  LifeFacts,
  SignatureWay,
} from '../../../shared/contracts/life.ts'
import type { ContractContent, ContractEvent } from '../../../shared/contracts/life-shapes.ts'
import type { AgreementScope } from '../../../shared/contracts/scope.ts'
import type { ContractValues } from '../../../shared/contracts/templates/template.ts'
import type { PayTerms, Relation } from '../../../shared/earnings/terms.ts'
import { BoanError } from '../../../shared/errors.ts'
import type { Db } from '../database/open.ts'

/** A contract as it is kept. Money in fen inside `terms` and `values`; dates civil; moments UTC. */
export interface ContractRecord {
  id: string
  origin: ContractOrigin
  state: ContractState
  title: string
  number: string | null
  relation: Relation
  templateId: string | null
  templateVersion: number | null
  values: ContractValues
  optionalClauses: string[]
  scope: AgreementScope
  terms: PayTerms | null
  payerId: string | null
  payeeId: string | null
  payerName: string
  payeeName: string
  from: string | null
  to: string | null
  endedOn: string | null
  content: ContractContent | null
  contentSha256: string | null
  issuedAt: string | null
  pdfSha256: string | null
  docxSha256: string | null
  pages: number | null
  amendsId: string | null
  agreementId: string | null
  batchId: string | null
  batchRow: number | null
  evidenceIds: string[]
  note: string
  createdAt: string
  updatedAt: string
  voidedAt: string | null
  voidReason: string | null
}

/** With what follows from events and amendments. */
export interface ContractWithLife extends ContractRecord {
  lastAnswer: 'accepted' | 'declined' | null
  amendedFrom: string | null
}

type JsonFields = 'values' | 'optionalClauses' | 'scope' | 'terms' | 'content' | 'evidenceIds'
type SqlRow = Omit<ContractWithLife, JsonFields> & {
  values: string
  optionalClauses: string
  scope: string
  terms: string | null
  content: string | null
  evidenceIds: string
}

const columns: [field: keyof ContractRecord, column: string][] = [
  ['id', 'id'],
  ['origin', 'origin'],
  ['state', 'state'],
  ['title', 'title'],
  ['number', 'number'],
  ['relation', 'relation'],
  ['templateId', 'template_id'],
  ['templateVersion', 'template_version'],
  ['values', '"values"'],
  ['optionalClauses', 'optional_clauses'],
  ['scope', 'scope'],
  ['terms', 'terms'],
  ['payerId', 'payer_id'],
  ['payeeId', 'payee_id'],
  ['payerName', 'payer_name'],
  ['payeeName', 'payee_name'],
  ['from', 'from_date'],
  ['to', 'to_date'],
  ['endedOn', 'ended_on'],
  ['content', 'content'],
  ['contentSha256', 'content_sha256'],
  ['issuedAt', 'issued_at'],
  ['pdfSha256', 'pdf_sha256'],
  ['docxSha256', 'docx_sha256'],
  ['pages', 'pages'],
  ['amendsId', 'amends_id'],
  ['agreementId', 'agreement_id'],
  ['batchId', 'batch_id'],
  ['batchRow', 'batch_row'],
  ['evidenceIds', 'evidence'],
  ['note', 'note'],
  ['createdAt', 'created_at'],
  ['updatedAt', 'updated_at'],
  ['voidedAt', 'voided_at'],
  ['voidReason', 'void_reason'],
]

const selectSql = `SELECT ${columns.map(([field, column]) => `contracts.${column} AS "${field}"`).join(', ')},
    (SELECT kind FROM contract_events AS answer WHERE answer.contract_id = contracts.id AND kind IN ('accepted', 'declined')
     ORDER BY position DESC LIMIT 1) AS lastAnswer,
    (SELECT min(later.from_date) FROM contracts AS later WHERE later.amends_id = contracts.id
     AND later.agreement_id IS NOT NULL AND later.voided_at IS NULL) AS amendedFrom
  FROM contracts`

const writeSql = `INSERT INTO contracts (${columns.map(([, column]) => column).join(', ')})
  VALUES (${columns.map(([field]) => `@${field}`).join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${columns
    .filter(([field]) => field !== 'id' && field !== 'createdAt')
    .map(([, column]) => `${column} = excluded.${column}`)
    .join(', ')}`

function toRecord(row: SqlRow): ContractWithLife {
  return {
    ...row,
    values: JSON.parse(row.values) as ContractValues,
    optionalClauses: JSON.parse(row.optionalClauses) as string[],
    scope: JSON.parse(row.scope) as AgreementScope,
    terms: row.terms === null ? null : (JSON.parse(row.terms) as PayTerms),
    content: row.content === null ? null : (JSON.parse(row.content) as ContractContent),
    evidenceIds: JSON.parse(row.evidenceIds) as string[],
  }
}

/** One contract. Throws `register.not-found`. */
export function getContract(db: Db, id: string): ContractWithLife {
  const row = db.prepare<[string], SqlRow>(`${selectSql} WHERE contracts.id = ?`).get(id)
  if (row === undefined) throw new BoanError('register.not-found', { id })
  return toRecord(row)
}

/** Contracts by the given condition, the latest changed first. */
function selectContracts(db: Db, where: string, ...params: string[]): ContractWithLife[] {
  return db
    .prepare<string[], SqlRow>(`${selectSql} ${where} ORDER BY contracts.updated_at DESC, contracts.id DESC`)
    .all(...params)
    .map(toRecord)
}

/** All contracts, the latest changed first. */
export function listContracts(
  db: Db,
  { withVoided, batchId }: { withVoided: boolean; batchId?: string | undefined },
): ContractWithLife[] {
  const voided = withVoided ? '' : 'AND voided_at IS NULL'
  return batchId === undefined
    ? selectContracts(db, `WHERE true ${voided}`)
    : selectContracts(db, `WHERE batch_id = ? ${voided}`, batchId)
}

/** Contracts that amend this one, voided ones aside. */
export function listAmendments(db: Db, id: string): ContractWithLife[] {
  return selectContracts(db, 'WHERE amends_id = ? AND voided_at IS NULL', id)
}

/** A contract by the hash of what it says; of those with one origin only. */
export function findByContent(db: Db, contentSha256: string, origin: ContractOrigin): ContractWithLife | undefined {
  return selectContracts(db, 'WHERE content_sha256 = ? AND origin = ? AND voided_at IS NULL', contentSha256, origin)[0]
}

/** Writes a contract, new or changed. The text of the content is written as it is given, so that its hash stays that of the text. */
export function writeContract(db: Db, contract: ContractRecord, contentText: string | null): void {
  const row = Object.fromEntries(columns.map(([field]) => [field, contract[field]]))
  db.prepare(writeSql).run({
    ...row,
    values: JSON.stringify(contract.values),
    optionalClauses: JSON.stringify(contract.optionalClauses),
    scope: JSON.stringify(contract.scope),
    terms: contract.terms === null ? null : JSON.stringify(contract.terms),
    content: contentText,
    evidenceIds: JSON.stringify(contract.evidenceIds),
  })
}

/** The frozen text of a contract, letter by letter. */
export function contentTextOf(db: Db, id: string): string | null {
  return (
    db.prepare<[string], { content: string | null }>('SELECT content FROM contracts WHERE id = ?').get(id)?.content ??
    null
  )
}

/** Changes a contract without touching what it says. */
export function changeContract(db: Db, contract: ContractRecord, changes: Partial<ContractRecord>): void {
  writeContract(db, { ...contract, ...changes }, contentTextOf(db, contract.id))
}

export interface NewEvent {
  id: string
  kind: ContractEventKind
  date: string
  at: string
  by?: string
  way?: SignatureWay
  note?: string
  evidenceIds?: readonly string[]
  remarks?: ContractEvent['remarks']
  manifestSha256?: string
}

/** Notes what happened to a contract. */
export function addEvent(db: Db, contractId: string, event: NewEvent): void {
  db.prepare(
    `INSERT INTO contract_events (id, contract_id, position, kind, date, at, by_name, way, note, evidence, remarks, manifest_sha256)
     SELECT @id, @contractId, coalesce(max(position), 0) + 1, @kind, @date, @at, @by, @way, @note, @evidence, @remarks, @manifestSha256
     FROM contract_events WHERE contract_id = @contractId`,
  ).run({
    id: event.id,
    contractId,
    kind: event.kind,
    date: event.date,
    at: event.at,
    by: event.by ?? '',
    way: event.way ?? null,
    note: event.note ?? '',
    evidence: JSON.stringify(event.evidenceIds ?? []),
    remarks: JSON.stringify(event.remarks ?? []),
    manifestSha256: event.manifestSha256 ?? null,
  })
}

/** What happened to a contract, the first thing first. */
export function listEvents(db: Db, contractId: string): ContractEvent[] {
  return db
    .prepare<[string], Omit<ContractEvent, 'evidenceIds' | 'remarks'> & { evidence: string; remarks: string }>(
      `SELECT id, kind, date, at, by_name AS "by", way, note, evidence, remarks
       FROM contract_events WHERE contract_id = ? ORDER BY position`,
    )
    .all(contractId)
    .map(({ evidence, remarks, ...event }) => ({
      ...event,
      evidenceIds: JSON.parse(evidence) as string[],
      remarks: JSON.parse(remarks) as ContractEvent['remarks'],
    }))
}

/** Whether this bundle left with this contract. */
export function wasHandedOver(db: Db, contractId: string, manifestSha256: string): boolean {
  return (
    db
      .prepare("SELECT 1 FROM contract_events WHERE contract_id = ? AND kind = 'handed-over' AND manifest_sha256 = ?")
      .get(contractId, manifestSha256) !== undefined
  )
}

/** The next number of a year, the numbers of voided contracts included: none is used twice. */
export function lastNumberOfYear(db: Db, year: string): number {
  const prefix = `HT-${year}-`
  return (
    db
      .prepare<[number, string], { last: number | null }>(
        `SELECT max(cast(substr(number, ?) AS INTEGER)) AS last FROM contracts WHERE origin = 'template' AND number GLOB ?`,
      )
      .get(prefix.length + 1, `${prefix}*`)?.last ?? 0
  )
}

/** What the state machine needs to know. */
export function lifeFacts(contract: ContractWithLife): LifeFacts {
  return {
    origin: contract.origin,
    state: contract.state,
    from: contract.from,
    to: contract.to,
    isComputable: contract.terms !== null || contract.state === 'kept',
    hasAgreement: contract.agreementId !== null,
    isDeclined: contract.lastAnswer === 'declined',
    amendedFrom: contract.amendedFrom,
    endedOn: contract.endedOn,
    isVoided: contract.voidedAt !== null,
  }
}
