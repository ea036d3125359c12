import type { Block, PaperDocument } from '../../documents/model.ts'
import { formatFen } from '../../money.ts'
import type { CaseFile } from '../case-file.ts'
import { claimedCycles } from './claimed-cycles.ts'
import { namesOf, partiesOf, payWord } from './context.ts'
import type { PaperContext } from './context.ts'
import { cycleTable, type PaperCycle } from './cycle-table.ts'
import { lawWords } from './law.ts'
import { dataHashWords, proofNote, signatures } from './parts.ts'
import { amountWords, cycleWords, dateWords } from './words.ts'

const CYCLES_SET_WIDE = 3

/** What a 催款函 says, whether it comes from a case or straight from the ledger. Money in fen, dates civil. */
export interface DemandLetter {
  /** 编号; empty when there is none. */
  number: string
  relation: CaseFile['relation']
  creditor: { name: string; phone?: string; address?: string }
  debtor: { name: string; address?: string }
  /** The agreements it rests on, by title. */
  agreementTitles: readonly string[]
  cycles: readonly PaperCycle[]
  outstandingFen: number
  interestFen: number
  /** Of the outstanding amount, what the payer's own statement admits. */
  undisputedFen: number
  /** Deductions that do not hold. */
  deductions: readonly { cycle: string; from: string; statedReason: string; improperFen: number }[]
  asOf: string
  payBy: string
  account?: { holder: string; bank?: string; number: string }
  lawIds: readonly string[]
  /** A letter of a case ends with what the case file proves. */
  ofCase: boolean
}

/** The letter of a case: everything outstanding, to be paid by `payBy` (civil date). */
export function demandOfCase({ t }: PaperContext, file: CaseFile, payBy: string): DemandLetter {
  const [creditor] = partiesOf(file, 'applicant')
  const [debtor] = partiesOf(file, 'respondent')
  const cycles = claimedCycles(file)
  return {
    number: file.caseNumber,
    relation: file.relation,
    creditor: {
      name: namesOf(t, file, 'applicant'),
      ...(creditor?.phone === undefined ? {} : { phone: creditor.phone }),
      ...(creditor?.address === undefined ? {} : { address: creditor.address }),
    },
    debtor: {
      name: namesOf(t, file, 'respondent'),
      ...(debtor?.address === undefined ? {} : { address: debtor.address }),
    },
    agreementTitles: file.computations.map((one) => one.title),
    cycles,
    outstandingFen: file.totals.outstandingFen,
    interestFen: file.totals.interestFen,
    undisputedFen: file.totals.undisputedFen,
    deductions: file.claims.flatMap((claim) =>
      claim.deductions.map((deduction) => ({
        cycle: deduction.cycle,
        from: claim.cycles.find((one) => one.cycle === deduction.cycle)?.from ?? '',
        statedReason: deduction.statedReason,
        improperFen: deduction.deductedFen - deduction.allowedFen,
      })),
    ),
    asOf: file.asOf,
    payBy,
    ...(creditor?.bankCard === undefined || creditor.bankCard.includes('*')
      ? {}
      : {
          account: {
            holder: creditor.name,
            number: creditor.bankCard,
            ...(creditor.bankName === undefined ? {} : { bank: creditor.bankName }),
          },
        }),
    lawIds: file.claims.flatMap((claim) => claim.lawIds),
    ofCase: true,
  }
}

function deductionParagraphs({ t }: PaperContext, letter: DemandLetter): Block[] {
  return letter.deductions.map((deduction) => ({
    kind: 'paragraph',
    text: t('demand.deduction', {
      cycle: cycleWords(t, deduction.cycle, deduction.from),
      reason: deduction.statedReason,
      amount: formatFen(deduction.improperFen),
    }),
  }))
}

function accountText({ t }: PaperContext, letter: DemandLetter): string {
  if (letter.account === undefined) return t('demand.accountAsBefore')
  const { holder, bank, number } = letter.account
  return t(bank === undefined ? 'demand.account' : 'demand.accountWithBank', { holder, bank: bank ?? '', number })
}

function basisSentence({ t }: PaperContext, letter: DemandLetter): string {
  const titles = letter.agreementTitles.map((title) => t('demand.agreement', { title })).join(t('words.listComma'))
  return t(titles === '' ? 'demand.basisWithoutAgreement' : 'demand.basis', {
    agreements: titles,
    pay: payWord(t, letter.relation),
    date: dateWords(t, letter.asOf),
    amount: amountWords(t, letter.outstandingFen),
  })
}

function letterBody(context: PaperContext, letter: DemandLetter): Block[] {
  const { t } = context
  const law = lawWords(t, letter.lawIds)
  const contact = [letter.creditor.phone, letter.creditor.address].filter((part) => part !== undefined && part !== '')
  return [
    {
      kind: 'paragraph',
      indent: 'none',
      text: [{ text: t('demand.to', { name: letter.debtor.name }), style: 'strong' }],
    },
    { kind: 'paragraph', text: basisSentence(context, letter) },
    cycleTable(context, letter.cycles),
    ...deductionParagraphs(context, letter),
    ...(letter.undisputedFen > 0
      ? [{ kind: 'paragraph', text: t('demand.undisputed', { amount: formatFen(letter.undisputedFen) }) } as const]
      : []),
    ...(letter.interestFen > 0
      ? [
          {
            kind: 'paragraph',
            text: t('demand.interest', { date: dateWords(t, letter.asOf), amount: formatFen(letter.interestFen) }),
          } as const,
        ]
      : []),
    ...(law.length > 0
      ? [{ kind: 'paragraph', text: t('demand.law', { law: law.join(t('words.semicolon')) }) } as const]
      : []),
    {
      kind: 'paragraph',
      text: [
        {
          text: t('demand.payBy', { date: dateWords(t, letter.payBy), amount: amountWords(t, letter.outstandingFen) }),
          style: 'strong',
        },
      ],
    },
    { kind: 'paragraph', text: accountText(context, letter) },
    { kind: 'paragraph', text: t(letter.relation === 'labour' ? 'demand.nextLabour' : 'demand.next') },
    ...(contact.length > 0
      ? [{ kind: 'paragraph', text: t('demand.contact', { contact: contact.join(t('words.comma')) }) } as const]
      : []),
  ]
}

/** 催款函 (reference/forms.md 4), with or without a case: one page, sums in figures and capitals, a day to pay by, no threats. */
export function buildDemandLetter(context: PaperContext, letter: DemandLetter): PaperDocument {
  const { t } = context
  const title = t('demand.title')
  return {
    title,
    author: letter.creditor.name,
    page: 'portrait',
    // One page (reference/forms.md 0): a letter that lists more is set closer.
    density: letter.cycles.length + letter.deductions.length > CYCLES_SET_WIDE ? 'compact' : 'normal',
    header: {
      left: t('header.titleAndName', { title, name: letter.creditor.name }),
      right: letter.number === '' ? '' : t('header.number', { number: letter.number }),
    },
    footer: { left: dataHashWords(context), pagePattern: t('footer.page', { page: '{page}', pages: '{pages}' }) },
    blocks: [
      { kind: 'title', text: title, subtitle: t('demand.subject', { pay: payWord(t, letter.relation) }) },
      ...letterBody(context, letter),
      signatures(t, t('signature.creditor')),
      letter.ofCase ? proofNote(t) : { kind: 'note', text: t('demand.note') },
    ],
  }
}

/** The same demand as a message for a chat: plain text of a few lines, ready to paste. */
export function demandMessage({ t }: PaperContext, letter: DemandLetter): string {
  const lines = letter.cycles.map((cycle) =>
    t(cycle.dueDate === null ? 'demand.message.cycleNoDue' : 'demand.message.cycle', {
      cycle: cycleWords(t, cycle.cycle, cycle.from),
      expected: formatFen(cycle.expectedFen),
      paid: formatFen(cycle.paidFen),
      outstanding: formatFen(cycle.outstandingFen),
      due: cycle.dueDate === null ? '' : dateWords(t, cycle.dueDate),
    }),
  )
  return [
    t('demand.message.start', {
      name: letter.debtor.name,
      date: dateWords(t, letter.asOf),
      pay: payWord(t, letter.relation),
      amount: formatFen(letter.outstandingFen),
    }),
    ...lines,
    t('demand.message.payBy', { date: dateWords(t, letter.payBy) }),
    t('demand.message.end', { name: letter.creditor.name }),
  ].join('\n')
}

/** The letter of a case, ready to print. */
export function buildCaseDemandLetter(context: PaperContext, file: CaseFile, payBy: string): PaperDocument {
  return buildDemandLetter(context, demandOfCase(context, file, payBy))
}
