import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import { normaliseName } from '../../../../shared/parties/names.ts'
import type { ComparedItem, StatementItem } from '../../../../shared/earnings/settlement-shapes.ts'
import type { StatementFile } from '../../../../shared/earnings/statement-file.ts'
import type { LedgerAgreement, LedgerRow } from '../../../../shared/earnings/ledger-shapes.ts'
import { BoanError } from '../../../../shared/errors.ts'
import { createI18n } from '../../../../shared/i18n/index.ts'
import { readWholeContent } from '../../bundles/index.ts'
import type { CallContext } from '../../context.ts'
import type { Db } from '../../database/open.ts'
import { keepReceivedAsEvidence } from '../../disputes/index.ts'
import { getParty, getSelfPartyId } from '../../parties/index.ts'
import { checkDate, filterLedger, ledgerAgreements } from '../ledger/ledger-rows.ts'
import { saveAcknowledgement } from '../ledger/fact-commands.ts'
import { listCycleFacts } from '../ledger/facts-store.ts'

type Compared = Output<'earnings.compareStatement'>

/** Whether a name is one that a party goes by. */
function isNameOf(db: Db, partyId: string, name: string): boolean {
  const party = getParty(db, partyId)
  return [party.name, ...party.alsoKnownAs].some((known) => normaliseName(known) === normaliseName(name))
}

function isPayer(db: Db, partyId: string, { name, creditCode }: StatementFile['content']['payer']): boolean {
  return (creditCode !== null && getParty(db, partyId).creditCode === creditCode) || isNameOf(db, partyId, name)
}

/** The person's own agreements with the payer of a statement, and why the statement is none of theirs if it is not. */
function ownAgreements(
  db: Db,
  { payer, payee }: StatementFile['content'],
  asOf: string,
): { problem: Compared['problem']; agreements: LedgerAgreement[] } {
  const self = getSelfPartyId(db)
  if (self === null || !isNameOf(db, self, payee.name)) return { problem: 'other-payee', agreements: [] }
  const agreements = ledgerAgreements(db, filterLedger(db, asOf, {})).filter(
    (agreement) => agreement.self === 'payee' && isPayer(db, agreement.payer.id, payer),
  )
  return agreements.length === 0 ? { problem: 'unknown-payer', agreements } : { problem: null, agreements }
}

/** One's own cycle of the same days. Ids of session cycles differ from computer to computer; their days do not. */
function sameCycle({ rows }: LedgerAgreement, item: StatementItem): LedgerRow | undefined {
  const byId = rows.find(({ cycle }) => cycle === item.cycle)
  if (byId !== undefined) return byId
  const byDays = rows.filter(({ from, to }) => from === item.from && to === item.to)
  return byDays.length === 1 ? byDays[0] : undefined
}

/** The agreement that a cycle is about: the one chosen, else the same title, else one that has such a cycle. */
function likelyFirst(
  agreements: readonly LedgerAgreement[],
  item: StatementItem,
  chosen: string | undefined,
): LedgerAgreement[] {
  const rank = (agreement: LedgerAgreement): number => {
    if (agreement.id === chosen) return -1
    return (agreement.title === item.title ? 0 : 2) + (sameCycle(agreement, item) === undefined ? 1 : 0)
  }
  return agreements.toSorted((a, b) => rank(a) - rank(b))
}

/** Whether this very file is what stands as acknowledged for a cycle, with the same amount. */
function isTaken(db: Db, row: LedgerRow, bundleId: string, expectedFen: number): boolean {
  const fact = listCycleFacts(db, row.agreementId).find(
    ({ kind, cycle }) => kind === 'acknowledgement' && cycle === row.cycle,
  )
  if (fact === undefined || fact.amountFen !== expectedFen) return false
  return (
    db
      .prepare('SELECT 1 FROM evidence WHERE sha256 = ? AND id IN (SELECT value FROM json_each(?))')
      .get(bundleId, JSON.stringify(fact.evidenceIds)) !== undefined
  )
}

function compareItem(
  db: Db,
  bundleId: string,
  likely: readonly LedgerAgreement[],
  item: StatementItem,
  index: number,
): ComparedItem {
  const [agreement] = likely
  const row = agreement === undefined ? undefined : sameCycle(agreement, item)
  return {
    index,
    agreements: likely.map(({ id, title }) => ({ id, title })),
    agreementId: agreement?.id ?? null,
    cycle: row?.cycle ?? null,
    mine:
      row === undefined
        ? null
        : {
            expectedFen: row.expectedFen,
            paidFen: row.paidFen,
            outstandingFen: row.outstandingFen,
            acknowledgedFen: row.acknowledgedFen,
            source: row.source,
          },
    shortFen: row === undefined ? null : row.expectedFen - item.expectedFen,
    taken: row !== undefined && isTaken(db, row, bundleId, item.expectedFen),
  }
}

/** `earnings.compareStatement`. Throws `bundles.unknown-bundle`, `bundles.other-kind`, `bundles.not-whole`, `earnings.bad-date`. */
export async function compareStatement(
  context: CallContext,
  { bundleId, asOf, agreementIds }: ParsedInput<'earnings.compareStatement'>,
): Promise<Compared> {
  checkDate(asOf)
  const { data } = await readWholeContent(context, bundleId, 'statement')
  const { problem, agreements } = ownAgreements(context.db, data.content, asOf)
  return {
    problem,
    items: data.content.items.map((item, index) => {
      const chosen = agreementIds.find((one) => one.index === index)?.agreementId
      return compareItem(context.db, bundleId, likelyFirst(agreements, item, chosen), item, index)
    }),
  }
}

/**
 * `earnings.takeStatement`: what the statement says was earned becomes the acknowledged amount of one's own cycle, with the file as
 * its evidence. Throws `settlement.other-payee`, `settlement.unknown-payer`, `settlement.no-such-item`, `settlement.other-cycle`
 * and what reading a received bundle throws; then nothing has entered.
 */
export async function takeStatement(
  context: CallContext,
  { bundleId, items }: ParsedInput<'earnings.takeStatement'>,
): Promise<Output<'earnings.takeStatement'>> {
  const { db } = context
  const { data } = await readWholeContent(context, bundleId, 'statement')
  const { content } = data
  const { problem, agreements } = ownAgreements(db, content, content.asOf)
  if (problem !== null) {
    throw new BoanError(`settlement.${problem}`, { payer: content.payer.name, payee: content.payee.name })
  }
  const taken = items.map(({ index, agreementId, cycle }) => {
    const item = content.items[index]
    if (item === undefined) throw new BoanError('settlement.no-such-item')
    const agreement = agreements.find(({ id }) => id === agreementId)
    if (agreement === undefined || sameCycle(agreement, item)?.cycle !== cycle) {
      throw new BoanError('settlement.other-cycle', { cycle: item.cycle, title: item.title })
    }
    return { agreementId, cycle, amountFen: item.expectedFen }
  })
  const { t } = createI18n('zh')
  const evidenceId = await keepReceivedAsEvidence(context, bundleId, {
    title: t('settlement:evidence.title', { payer: content.payer.name, number: content.number }),
    kind: 'statement',
    source: t('settlement:evidence.source', { payer: content.payer.name }),
    purpose: t('settlement:evidence.purpose'),
  })
  for (const one of taken) saveAcknowledgement(context, { ...one, evidenceIds: [evidenceId] })
  context.subject(bundleId)
  return { acknowledgements: taken.length, evidenceId }
}
