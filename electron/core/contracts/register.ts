import { writeFileSync } from 'node:fs'
import type { TFunction } from 'i18next'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import { contractDates } from '../../../shared/contracts/life-dates.ts'
import type { ContractBatch } from '../../../shared/contracts/roster/calls.ts'
import type { ContractRow } from '../../../shared/contracts/life-shapes.ts'
import { createI18n } from '../../../shared/i18n/index.ts'
import { readSettings } from '../app/settings.ts'
import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'
import { todayOf } from './life.ts'
import { listContracts } from './life-store.ts'
import { registerRows } from './life-view.ts'

/** Dates of the contracts in force, for the calendar. */
export function datesOfContracts(
  context: CallContext,
  { from, to }: ParsedInput<'contracts.dates'>,
): Output<'contracts.dates'> {
  const inForce = listContracts(context.db, { withVoided: false }).filter(
    ({ agreementId, amendedFrom }) => agreementId !== null && amendedFrom === null,
  )
  const dates = inForce.flatMap((contract) =>
    contractDates(contract, from, to).map(({ cycle, ...date }) => ({
      ...date,
      title: contract.title,
      params: {
        number: contract.number ?? '',
        payer: contract.payerName,
        payee: contract.payeeName,
        ...(cycle === undefined ? {} : { cycle }),
      },
    })),
  )
  return { dates: dates.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))) }
}

const registerColumns: [key: string, cell: (row: ContractRow, t: TFunction) => string | null][] = [
  ['number', (row) => row.number],
  ['title', (row) => row.title],
  ['standing', (row, t) => t(`standing.${row.standing}`)],
  ['origin', (row, t) => t(`origin.${row.origin}`)],
  ['relation', (row, t) => t(`relation.${row.relation}`)],
  ['payer', (row) => row.payer.name],
  ['payee', (row) => row.payee.name],
  ['from', (row) => row.from],
  ['to', (row) => row.to],
  ['endedOn', (row) => row.endedOn],
]

/** The register as a workbook's bytes, in the person's language. */
export async function registerWorkbook(context: CallContext, ids: readonly string[] | undefined): Promise<Uint8Array> {
  const { language } = readSettings(context.db)
  const t = createI18n(language).getFixedT(language, 'register')
  const wanted = ids === undefined ? undefined : new Set(ids)
  const rows = registerRows(context.db, todayOf(context), { withVoided: false })
    .filter((row) => wanted?.has(row.id) ?? true)
    .toSorted((a, b) => ((a.number ?? '') < (b.number ?? '') ? -1 : 1))
  const { writeXlsx } = await import('hucre/xlsx')
  const sheet = {
    name: t('export.sheet'),
    rows: [
      registerColumns.map(([key]) => t(`export.columns.${key}`)),
      ...rows.map((row) => registerColumns.map(([, cell]) => cell(row, t))),
    ],
    columns: registerColumns.map(() => ({ width: 18 })),
    freezePane: { rows: 1 },
  }
  return writeXlsx({ sheets: [sheet] })
}

/** `contracts.exportRegister`: the register as a file to save. */
export async function exportRegister(
  context: CallContext,
  { ids }: ParsedInput<'contracts.exportRegister'>,
): Promise<Output<'contracts.exportRegister'>> {
  const { language } = readSettings(context.db)
  const { t } = createI18n(language)
  const draft = context.outgoing(t('register:export.fileName', { date: todayOf(context) }))
  writeFileSync(draft.path, await registerWorkbook(context, ids), { mode: 0o600 })
  return draft.finish()
}

/** Batches, the latest first, with how far each is. */
export function listBatches(db: Db): Output<'contracts.listBatches'> {
  const batches = db
    .prepare<[], ContractBatch>(
      `SELECT contract_batches.id, contract_batches.title, contract_batches.template_id AS templateId, roster_name AS rosterName,
         roster_sha256 AS rosterSha256, contract_batches.created_at AS createdAt, count(contracts.id) AS contracts,
         sum(state NOT IN ('draft', 'issuing')) AS issued, sum(state = 'issuing') AS issuing, sum(state = 'draft') AS drafts,
         sum(state IN ('accepted', 'signed', 'ended')) AS accepted, count(docx_sha256) AS words
       FROM contract_batches JOIN contracts ON batch_id = contract_batches.id AND voided_at IS NULL
       GROUP BY contract_batches.id ORDER BY contract_batches.id DESC`,
    )
    .all()
  return { batches }
}
