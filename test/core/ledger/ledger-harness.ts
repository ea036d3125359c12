import { deepStrictEqual } from 'node:assert/strict'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CallContext } from '../../../electron/core/context.ts'
import type { Db } from '../../../electron/core/database/open.ts'
import {
  ledgerHandlers,
  openLedgerFold,
  readComputeInput,
  rebuildAgreement,
} from '../../../electron/core/earnings/ledger/index.ts'
import { newUuid } from '../../../electron/core/ids.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import { compute, type ComputeInput, type OrderLine, type PayTerms } from '../../../shared/earnings/index.ts'
import { tempFolder } from '../temp-core.ts'
import { asHanded, Ids, insertAgreement, insertLine, insertParty, openLedgerDb } from './ledger-fixture.ts'

/** Ten per cent of net sales on what was settled in a month, due on the 15th of the next. */
export const plainTerms: PayTerms = {
  relation: 'civil',
  amountsAre: 'gross',
  cycle: 'month',
  due: { dayOfMonth: 15, monthsAfter: 1 },
  commissions: [
    {
      id: 'c',
      label: '佣金',
      basis: 'net-sale',
      when: 'settled',
      mode: 'marginal',
      tiers: [{ fromFen: 0, ratePpm: 100_000 }],
      tierOver: 'cycle',
    },
  ],
  deductions: [{ id: 'd', label: '样品', damages: false, evidenceRequired: false, capFen: 5000 }],
}

/** A line of 1 000.00, settled in March 2026. */
export function orderLine(at: number, rest: Partial<OrderLine> = {}): OrderLine {
  return {
    id: `l${at}`,
    platform: 'douyin',
    account: 'acc',
    role: 'creator',
    orderId: `order ${at}`,
    productId: 'p1',
    occurrence: 0,
    kind: 'goods',
    paidAt: '2026-03-05T04:00:00.000Z',
    settledAt: '2026-03-10T04:00:00.000Z',
    saleFen: 100_000,
    refundFen: 0,
    status: 'settled',
    ...rest,
  }
}

type Ledger = Output<'earnings.ledger'>
export type Row = Ledger['agreements'][number]['rows'][number]

function figuresOf({
  cycle,
  expectedFen,
  paidFen,
  outstandingFen,
  status,
}: Pick<Row, 'cycle' | 'expectedFen' | 'paidFen' | 'outstandingFen' | 'status'>): unknown {
  return { cycle, expectedFen, paidFen, outstandingFen, status }
}

/** A ledger on a real database, with the handlers' own ways in. */
export class LedgerHarness {
  readonly db: Db
  readonly ids = new Ids()
  readonly folder = tempFolder()

  static async open(): Promise<LedgerHarness> {
    return new LedgerHarness(await openLedgerDb())
  }

  private constructor(db: Db) {
    this.db = db
    for (const word of ['mcn', 'other', 'me', 'friend']) insertParty(db, this.ids, word)
    db.prepare(`INSERT INTO settings (key, value) VALUES ('selfPartyId', ?)`).run(JSON.stringify(this.ids.of('me')))
  }

  /** What a handler is given. */
  get context(): CallContext {
    const out = join(this.folder, 'out')
    return {
      db: this.db,
      dataDir: this.folder,
      appVersion: '0.0.0-test',
      deviceId: 'test',
      isSample: false,
      now: () => '2026-07-01T00:00:00.000Z',
      newId: () => newUuid(Date.now()),
      progress: () => undefined,
      throwIfCancelled: () => undefined,
      intake: () => ({ path: '', name: '' }),
      outgoing: (name) => {
        mkdirSync(out, { recursive: true })
        const path = join(out, name)
        return { path, finish: () => ({ token: 'token', name, mime: '', sizeBytes: statSync(path).size }) }
      },
      subject: () => undefined,
      tookIn: () => undefined,
      changed: () => undefined,
      onFailure: () => undefined,
    }
  }

  addAgreement(word: string, rest: Partial<ComputeInput['agreement']> = {}): string {
    const versions = [{ from: '2026-03-01', terms: plainTerms }]
    insertAgreement(this.db, this.ids, { id: word, payer: 'mcn', from: '2026-03-01', versions, ...rest })
    rebuildAgreement(this.db, this.ids.of(word))
    return this.ids.of(word)
  }

  /** A line as an import brings it: stored, and told to the ledger. */
  importLine(before: OrderLine | undefined, after: OrderLine, exportedOn = '2026-06-20'): void {
    insertLine(this.db, after, this.ids)
    const fold = openLedgerFold(this.db)
    fold.line(before === undefined ? undefined : asHanded(before, this.ids), asHanded(after, this.ids), exportedOn)
    fold.finish()
  }

  async ledger(asOf: string, filter: ParsedInput<'earnings.ledger'>['filter'] = {}): Promise<Ledger> {
    return ledgerHandlers['earnings.ledger'](this.context, { asOf, filter, after: null, agreements: 50 })
  }

  async rows(asOf: string, agreementId: string): Promise<Row[]> {
    const { agreements } = await this.ledger(asOf)
    return agreements.find(({ id }) => id === agreementId)?.rows ?? []
  }

  /** One figure of every cycle of an agreement, in order of time. */
  async each<Name extends keyof Row>(name: Name, agreementId: string, asOf = '2026-06-30'): Promise<Row[Name][]> {
    return (await this.rows(asOf, agreementId)).map((row) => row[name])
  }

  /** The ledger's figures must be those that the computation of one agreement alone gives. */
  async expectComputed(agreementId: string, asOf = '2026-06-30'): Promise<void> {
    const output = compute(readComputeInput(this.db, agreementId, asOf))
    const cycles = 'cycles' in output ? output.cycles : []
    deepStrictEqual((await this.rows(asOf, agreementId)).map(figuresOf), cycles.map(figuresOf))
  }
}
