import type { Block, ListBlock, PaperDocument } from '../../documents/model.ts'
import { formatFen } from '../../money.ts'
import type { CaseClaim, CaseFile, ClaimCycle } from '../case-file.ts'
import { payWord } from './context.ts'
import type { PaperContext } from './context.ts'
import { lawWords } from './law.ts'
import { casePaper, labourWayBlocks, partyBlocks, proofNote, signatures } from './parts.ts'
import { claimedCycles } from './claimed-cycles.ts'
import { readableParams } from '../timeline.ts'
import { amountWords, cycleWords, dateWords } from './words.ts'

/** More cycles than this are told in one line; the calculation sheet has each. */
const CYCLES_IN_FULL = 6
/** An application is one or two pages (reference/forms.md 0): of a long timeline the latest entries stand here. */
const FACTS_IN_FULL = 10

/** 应得 − 代扣 − 有效扣款 − 已付 = 未付 of one cycle, naming only what is not 0, and this claim's part of it. */
function cycleDetail({ t }: PaperContext, cycle: ClaimCycle): string {
  const minus = [
    cycle.withheldFen === 0 ? '' : t('application.minusWithheld', { amount: formatFen(cycle.withheldFen) }),
    cycle.allowedFen === 0 ? '' : t('application.minusAllowed', { amount: formatFen(cycle.allowedFen) }),
    cycle.paidFen === 0 ? '' : t('application.minusPaid', { amount: formatFen(cycle.paidFen) }),
  ].join('')
  const due = cycle.dueDate === null ? '' : t('application.dueDate', { date: dateWords(t, cycle.dueDate) })
  const part =
    cycle.amountFen === cycle.outstandingFen ? '' : t('application.cyclePart', { amount: formatFen(cycle.amountFen) })
  return t('application.cycleDetail', {
    cycle: cycleWords(t, cycle.cycle, cycle.from),
    expected: formatFen(cycle.expectedFen),
    minus,
    outstanding: formatFen(cycle.outstandingFen),
    part,
    due,
  })
}

function claimDetails(context: PaperContext, claim: CaseClaim): string[] {
  const { t } = context
  const first = claim.cycles[0]
  const last = claim.cycles.at(-1)
  if (claim.kind === 'improper-deduction') {
    return claim.deductions.map((deduction) => {
      const cycle = claim.cycles.find((one) => one.cycle === deduction.cycle)
      return t('application.deductionDetail', {
        cycle: cycleWords(t, deduction.cycle, cycle?.from ?? ''),
        reason: deduction.statedReason,
        deducted: formatFen(deduction.deductedFen),
        allowed: formatFen(deduction.allowedFen),
        improper: formatFen(deduction.deductedFen - deduction.allowedFen),
      })
    })
  }
  if (!first || !last) return []
  if (claim.cycles.length <= CYCLES_IN_FULL) return claim.cycles.map((cycle) => cycleDetail(context, cycle))
  const from = cycleWords(t, first.cycle, first.from)
  return [t('application.manyCycles', { count: claim.cycles.length, from, to: cycleWords(t, last.cycle, last.from) })]
}

function claimText({ t }: PaperContext, file: CaseFile, claim: CaseClaim): string {
  const key = claim.kind === 'unpaid-pay' ? 'application.claimUnpaid' : 'application.claimDeduction'
  const interest =
    claim.interestFen === 0
      ? ''
      : t('application.claimInterest', {
          date: dateWords(t, claim.interestTo),
          amount: amountWords(t, claim.interestFen),
        })
  return t(key, { pay: payWord(t, file.relation), amount: amountWords(t, claim.amountFen), interest })
}

function claimList(context: PaperContext, file: CaseFile): ListBlock {
  return {
    kind: 'list',
    numbering: 'arabic',
    items: file.claims.map((claim) => ({
      text: claimText(context, file, claim),
      details: claimDetails(context, claim),
    })),
  }
}

function totalsParagraph({ t }: PaperContext, file: CaseFile): Block {
  const { outstandingFen, interestFen, totalFen } = file.totals
  const key = interestFen === 0 ? 'application.totalWithoutInterest' : 'application.total'
  return {
    kind: 'paragraph',
    text: [
      {
        text: t(key, {
          outstanding: formatFen(outstandingFen),
          interest: formatFen(interestFen),
          total: amountWords(t, totalFen),
        }),
        style: 'strong',
      },
    ],
  }
}

function summaryParagraph({ t }: PaperContext, file: CaseFile): Block {
  const cycles = claimedCycles(file)
  const sum = (pick: (cycle: ClaimCycle) => number): string =>
    formatFen(cycles.reduce((all, one) => all + pick(one), 0))
  const undisputed =
    file.totals.undisputedFen > 0 ? t('application.undisputed', { amount: formatFen(file.totals.undisputedFen) }) : ''
  return {
    kind: 'paragraph',
    text: t('application.summary', {
      date: dateWords(t, file.asOf),
      count: cycles.length,
      pay: payWord(t, file.relation),
      expected: sum((cycle) => cycle.expectedFen),
      paid: sum((cycle) => cycle.paidFen),
      outstanding: formatFen(file.totals.outstandingFen),
      undisputed,
    }),
  }
}

/** A fact's sentence: the person's own, or the words of the record it was made from. */
export function factText({ t }: PaperContext, fact: CaseFile['facts'][number]): string {
  if (fact.text !== '' || fact.code === undefined) return fact.text
  const named = readableParams(fact.params ?? {}, (cycle, from) => cycleWords(t, cycle, from))
  return t(`disputes:facts.${fact.code}`, named)
}

function factBlocks(context: PaperContext, file: CaseFile): Block[] {
  const { t } = context
  const own = file.statement
    .split(/\n+/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const blocks: Block[] = own.map((text) => ({ kind: 'paragraph', text }))
  const shown = file.facts.slice(-FACTS_IN_FULL)
  if (shown.length > 0) {
    const items = shown.map((fact) => ({
      text: t('application.fact', { date: dateWords(t, fact.date), text: factText(context, fact) }),
    }))
    blocks.push({ kind: 'paragraph', text: t('application.factsLead'), keepWithNext: true })
    blocks.push({ kind: 'list', numbering: 'arabic', items })
  }
  const omitted = file.facts.length - shown.length
  if (omitted > 0) blocks.push({ kind: 'paragraph', text: t('application.factsOmitted', { count: omitted }) })
  return blocks
}

function lawParagraph({ t }: PaperContext, file: CaseFile): Block[] {
  const law = lawWords(
    t,
    file.claims.flatMap((claim) => claim.lawIds),
  )
  return law.length === 0
    ? []
    : [{ kind: 'paragraph', text: t('application.law', { law: law.join(t('words.semicolon')) }) }]
}

function closingBlocks(context: PaperContext, file: CaseFile): Block[] {
  const { t } = context
  const labour = file.procedure === 'labour-mediation'
  const going = file.evidence.filter((item) => item.file !== null).length
  const addressee: Block =
    file.addressee === ''
      ? {
          kind: 'paragraph',
          indent: 'none',
          keepWithNext: true,
          text: [
            { text: '', style: 'blank' },
            { text: t(labour ? 'application.labourBody' : 'application.peoplesBody') },
          ],
        }
      : { kind: 'paragraph', indent: 'none', keepWithNext: true, text: file.addressee }
  return [
    { kind: 'paragraph', text: t(labour ? 'application.ownWillLabour' : 'application.ownWill') },
    { kind: 'paragraph', text: t('application.to'), keepWithNext: true },
    addressee,
    { kind: 'paragraph', indent: 'none', text: t('application.enclosed', { count: going }), keepWithNext: true },
    signatures(t, t('signature.applicant')),
    proofNote(t),
  ]
}

/**
 * 调解申请书 (reference/forms.md 1 and 2): the blank of people's mediation, or that of labour mediation, by the case's procedure.
 * What is unknown, the signature and the date stay open.
 */
export function buildApplication(context: PaperContext, file: CaseFile): PaperDocument {
  const { t } = context
  const labour = file.procedure === 'labour-mediation'
  const title = t(labour ? 'application.titleLabour' : 'application.titlePeoples')
  const demands: Block[] = [
    { kind: 'heading', text: t(labour ? 'application.demandsLabour' : 'application.demands') },
    claimList(context, file),
    totalsParagraph(context, file),
    ...labourWayBlocks(t, file),
  ]
  const facts: Block[] = [
    { kind: 'heading', text: t(labour ? 'application.factsLabour' : 'application.facts') },
    ...factBlocks(context, file),
    summaryParagraph(context, file),
    ...lawParagraph(context, file),
  ]
  return casePaper(context, file, title, [
    { kind: 'title', text: title, subtitle: t('application.cause', { pay: payWord(t, file.relation) }) },
    ...partyBlocks(t, file),
    // Each blank has its own order: people's mediation tells the dispute first, labour mediation asks first.
    ...(labour ? [...demands, ...facts] : [...facts, ...demands]),
    ...closingBlocks(context, file),
  ])
}
