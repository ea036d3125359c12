import { buildContract } from '../../../../shared/contracts/templates/build.ts'
import { contractPaper } from '../../../../shared/contracts/templates/paper.ts'
import type { ContractValues, PartySnapshot } from '../../../../shared/contracts/templates/template.ts'
import { dateWords, paperContext } from '../../../../shared/disputes/papers/index.ts'
import type { PaperDocument } from '../../../../shared/documents/model.ts'
import type { StatementContent } from '../../../../shared/earnings/settlement-shapes.ts'
import { overpaidFenOf } from '../../../../shared/earnings/settlement.ts'
import { formatFen } from '../../../../shared/money.ts'
import { loadTemplateReader } from '../../contracts/index.ts'
import type { Db } from '../../database/open.ts'
import { getParty, type PartyRecord } from '../../parties/index.ts'
import type { RunRecord, StatementRecord } from './run-store.ts'

/** The contract template that says what both sides confirm. */
const templateId = 'settlement-confirmation'

/** 结算确认书 of a statement: the template that ships, filled in from the frozen figures, for both sides to sign. */
export async function confirmationPaper(db: Db, statement: StatementRecord, run: RunRecord): Promise<PaperDocument> {
  const payer = getParty(db, run.payerId)
  const payee = getParty(db, statement.payeeId)
  const values = confirmationValues(statement, run, { payer, payee })
  const readTemplate = await loadTemplateReader()
  const built = buildContract(readTemplate(templateId), values, [], statement.number)
  const paper = contractPaper(built, { contentSha256: statement.sha256 })
  const { t } = paperContext(statement.sha256)
  const { number } = statement
  return { ...paper, title: t('settlement:confirmation.fileTitle', { number, payee: payee.name }) }
}

function snapshotOf(party: PartyRecord): PartySnapshot {
  const { id, kind, name, idCard, creditCode, legalRepresentative, address, phone } = party
  const known = Object.entries({ idCard, creditCode, legalRepresentative, address, phone }).filter(
    (entry): entry is [string, string] => entry[1] !== null && entry[1] !== '',
  )
  return { id, kind, name, ...Object.fromEntries(known) }
}

/** What the template asks for. Amounts of zero and what is not known stay out: the paper leaves them out or as open lines. */
function confirmationValues(
  { content, sha256 }: StatementRecord,
  run: RunRecord,
  { payer, payee }: { payer: PartyRecord; payee: PartyRecord },
): ContractValues {
  const { t } = paperContext(sha256)
  const { items, totals, payBy } = content
  const titles = [...new Set(items.map(({ title }) => t('demand.agreement', { title })))]
  const known: Record<string, string | number | null> = {
    agreementName: titles.join(t('words.listComma')),
    periodFrom: items.reduce((first, { from }) => (from < first ? from : first), items[0]?.from ?? ''),
    periodTo: items.reduce((last, { to }) => (to > last ? to : last), ''),
    sources: t('settlement:confirmation.sources', {
      number: run.number,
      date: dateWords(t, content.asOf),
      hash: sha256.slice(0, 16),
    }),
    salesFen: positive(items.reduce((sum, { lines }) => sum + lines.saleFen, 0)),
    refundsFen: positive(items.reduce((sum, { lines }) => sum + lines.refundFen, 0)),
    earnedFen: totals.expectedFen,
    withheldFen: positive(totals.withheldFen),
    deductedFen: positive(totals.allowedFen),
    deductionReason: deductionWords(t, content),
    paidFen: positive(totals.paidFen),
    overpaidFen: positive(overpaidFenOf(totals)),
    payFen: totals.payableFen,
    payBy,
    accountHolder: payee.name,
    accountBank: payee.bankName,
    accountNumber: payee.bankCard,
    kept: keptWords(t, content),
    copies: 2,
  }
  const given = Object.entries(known).filter(
    (entry): entry is [string, string | number] => entry[1] !== null && entry[1] !== '',
  )
  return { ...Object.fromEntries(given), payer: snapshotOf(payer), payee: snapshotOf(payee) }
}

type Words = ReturnType<typeof paperContext>['t']

function positive(fen: number): number | null {
  return fen > 0 ? fen : null
}

/** Each deduction that holds, with its reason. */
function deductionWords(t: Words, { items }: StatementContent): string {
  return items
    .flatMap(({ deductions }) => deductions)
    .filter(({ allowedFen }) => allowedFen > 0)
    .map(({ statedReason, allowedFen }) =>
      t('settlement:confirmation.deduction', { reason: statedReason, amount: formatFen(allowedFen) }),
    )
    .join(t('words.semicolon'))
}

/** What the figures leave open: what went beyond a cycle's amount is set against no other cycle. */
function keptWords(t: Words, { totals }: StatementContent): string {
  const overpaidFen = overpaidFenOf(totals)
  return overpaidFen === 0 ? '' : t('settlement:confirmation.overpaid', { amount: formatFen(overpaidFen) })
}
