import { callCore, type Core } from '../../../electron/core/core.ts'
import { fillSample } from '../../../electron/core/sample/fill.ts'
import { shanghaiDate } from '../../../shared/calendar.ts'
import type { CallName, Input, Output } from '../../../shared/contract.ts'
import { addYears, limitHints } from '../../../shared/disputes/time-limit.ts'
import type { Formula } from '../../../shared/earnings/formula.ts'

/** A figure's rows by id, as they come out of the sample. */
export type Figures = Record<string, number | string>

const asOf = '2026-11-24'

/** The sample in a real core, and questions put to it. */
export class Sample {
  readonly core: Core
  agreements: Output<'earnings.ledger'>['agreements'] = []

  private constructor(core: Core) {
    this.core = core
  }

  static async fill(core: Core): Promise<Sample> {
    await fillSample(core, {})
    const sample = new Sample(core)
    sample.agreements = (await sample.ask('earnings.ledger', { asOf })).agreements
    return sample
  }

  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
    return callCore(this.core, name, input)
  }

  agreement(word: string): Output<'earnings.ledger'>['agreements'][number] {
    const found = this.agreements.find(({ title }) => title.includes(word))
    if (found === undefined) throw new Error(`no agreement ${word} in the sample`)
    return found
  }

  cycle(word: string, cycle: string): Promise<Output<'earnings.cycle'>> {
    return this.ask('earnings.cycle', { agreementId: this.agreement(word).id, cycle, asOf })
  }

  async lines(input: Omit<Input<'earnings.lines'>, 'after'>): Promise<Output<'earnings.lines'>['lines']> {
    const lines: Output<'earnings.lines'>['lines'] = []
    for (let after: string | null = null; ;) {
      const page: Output<'earnings.lines'> = await this.ask('earnings.lines', { ...input, after })
      lines.push(...page.lines)
      if (page.next === null) return lines
      after = page.next
    }
  }
}

type Line = Output<'earnings.lines'>['lines'][number]

function sum(
  lines: readonly Line[],
  amount: 'saleFen' | 'refundFen' | 'settledBaseFen' | 'commissionFen' | 'feeFen',
): number {
  return lines.reduce((total, line) => total + (line[amount] ?? 0), 0)
}

function paramOf(formula: Formula | undefined, name: string): number {
  return Number(formula?.params[name])
}

/** How each lesson's worked figure comes out of the sample. A new lesson adds its function here. */
export const figuresOf: Record<string, (sample: Sample) => Promise<Figures>> = {
  async b1(sample) {
    const agreement = sample.agreement('陇上果业')
    const { row, payments } = await sample.cycle('陇上果业', '2026-09')
    const lines = await sample.lines({ agreementId: agreement.id, cycle: '2026-09' })
    const { terms } = await termsOf(sample, agreement.id)
    return {
      lines: lines.length,
      sales: sum(lines, 'saleFen'),
      refunds: sum(lines, 'refundFen'),
      base: sum(lines, 'settledBaseFen'),
      commission: sum(lines, 'commissionFen'),
      fee: sum(lines, 'feeFen'),
      rate: Number(terms?.commissions?.[0]?.tiers[0]?.ratePpm),
      share: row.expectedFen,
      paid: payments.reduce((total, payment) => total + payment.partFen, 0),
      gap: row.outstandingFen,
    }
  },
  async b4(sample) {
    const { statements } = await sample.ask('earnings.listStatements', {})
    const second = statements.find(({ file }) => file.includes('20261101090512'))
    const july = await sample.cycle('云播', '2026-07')
    const august = await sample.cycle('云播', '2026-08')
    const [first, later] = july.payments.toSorted((a, b) => (a.date < b.date ? -1 : 1))
    return {
      rowsNew: Number(second?.counts.accepted) + Number(second?.counts.repeated),
      repeated: Number(second?.counts.repeated),
      fresh: Number(second?.counts.accepted),
      july: july.row.expectedFen,
      julyDue: String(july.row.dueDate),
      first: Number(first?.partFen),
      julyLeft: Number(later?.partFen),
      second: Number(later?.amountFen),
      toAugust: Number(august.payments.find(({ id }) => id === later?.id)?.partFen),
      august: august.row.expectedFen,
      augustLeft: august.row.outstandingFen,
    }
  },
  async b5(sample) {
    const { steps, row, grossFen, deductions } = await sample.cycle('云播', '2026-08')
    const base = steps.find(({ kind }) => kind === 'base')
    const commission = steps.find(({ kind }) => kind === 'commission')
    const guarantee = steps.find(({ kind }) => kind === 'guarantee')
    const [low, high] = commission?.formula.parts ?? []
    const lowFen = sliceFen(low)
    return {
      base: Number(base?.amountFen),
      basis: paramOf(commission?.basis ?? undefined, 'basisFen'),
      lines: Number(commission?.sources),
      slice1: lowFen,
      above: paramOf(high, 'sliceFen'),
      slice2: Number(commission?.amountFen) - lowFen,
      commission: Number(commission?.amountFen),
      gross: grossFen,
      guarantee: paramOf(guarantee?.formula, 'guaranteeFen'),
      acknowledged: Number(row.acknowledgedFen),
      underCounted: Number(row.underCountedFen),
      deducted: deductions.reduce((total, deduction) => total + deduction.amountFen - deduction.allowedFen, 0),
      due: String(row.dueDate),
    }
  },
  async l2(sample) {
    const { sessions } = await sample.ask('earnings.listSessions', { from: '2026-09-01', to: '2026-09-01' })
    const [session] = sessions.filter(({ platform }) => platform === 'douyin')
    const all = await sample.lines({ agreementId: sample.agreement('云播').id, month: '2026-09' })
    const lines = all.filter(({ sessionId }) => sessionId === session?.id)
    const refunded = lines.filter(({ status }) => status === 'refunded')
    const settled = lines.filter(({ status }) => status === 'settled')
    const day = shanghaiDate(String(session?.start))
    const lastSettled = String(
      settled
        .flatMap(({ settledAt }) => (settledAt === null ? [] : [shanghaiDate(settledAt)]))
        .toSorted()
        .at(-1),
    )
    return {
      day,
      orders: lines.length,
      sales: sum(lines, 'saleFen'),
      refunded: sum(refunded, 'saleFen'),
      refundedOrders: refunded.length,
      settledSales: sum(settled, 'saleFen'),
      base: sum(settled, 'settledBaseFen'),
      lastSettled,
      goodsFile: addYears(shanghaiDate(String(session?.end)), 3),
      tradeRecord: addYears(lastSettled, 3),
    }
  },
  async l4(sample) {
    const due = (word: string): number =>
      sample
        .agreement(word)
        .rows.filter(({ cycle }) => cycle >= '2026-02' && cycle <= '2026-10')
        .reduce((total, row) => total + row.expectedFen, 0)
    const [yunbo, hemu, longshang] = [due('云播'), due('禾木'), due('陇上')]
    const total = yunbo + hemu + longshang
    const { terms } = await termsOf(sample, sample.agreement('云播').id)
    const base = Number(terms?.base?.amountFen) * 9
    return {
      yunbo,
      hemu,
      longshang,
      total,
      share: Math.round((yunbo * 1_000_000) / total),
      base,
      baseShare: Math.round((base * 1_000_000) / yunbo),
    }
  },
  async l5(sample) {
    const cycles = await Promise.all(['2026-08', '2026-09', '2026-10'].map((cycle) => sample.cycle('云播', cycle)))
    const [august, september, october] = cycles
    const interest = cycles.map((cycle) => cycle.interest.interestFen)
    const dueDates = cycles.map(({ row }) => String(row.dueDate))
    const [limit] = limitHints({
      relation: 'civil',
      asOf,
      relationEnd: null,
      dueDates,
      // The chat with the company's bookkeeper in the sample.
      interruptions: ['2026-11-16'],
      hindrances: [],
    })
    return {
      asOf,
      augustExpected: Number(august?.row.expectedFen),
      augustPaid: Number(august?.row.paidFen),
      august: Number(august?.row.outstandingFen),
      september: Number(september?.row.outstandingFen),
      october: Number(october?.row.outstandingFen),
      total: cycles.reduce((total, { row }) => total + row.outstandingFen, 0),
      lpr: Number(august?.interest.periods[0]?.ratePpm),
      augustInterest: Number(interest[0]),
      septemberInterest: Number(interest[1]),
      octoberInterest: Number(interest[2]),
      interest: interest.reduce((total, fen) => total + fen, 0),
      firstDue: String(dueDates[0]),
      limit: String(limit?.endsOn),
      restarted: String(limit?.extendedEndsOn),
    }
  },
}

function sliceFen(slice: Formula | undefined): number {
  return Math.round((paramOf(slice, 'sliceFen') * paramOf(slice, 'ratePpm')) / 1_000_000)
}

async function termsOf(sample: Sample, id: string) {
  const { agreements } = await sample.ask('contracts.listAgreements', { onDay: asOf })
  return { terms: agreements.find((agreement) => agreement.id === id)?.terms }
}
