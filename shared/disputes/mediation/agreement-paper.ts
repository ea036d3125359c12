import { identifierFields } from '../audience.ts'
import type { CaseParty } from '../case-file.ts'
import type { Block, ListBlock, PaperDocument, TableBlock } from '../../documents/model.ts'
import { formatFen } from '../../money.ts'
import { rmbInCapitals } from '../../money-capitals.ts'
import { type PaperContext, type PaperText, payWord } from '../papers/context.ts'
import { lawWords } from '../papers/law.ts'
import { dataHashWords, partyBlock } from '../papers/parts.ts'
import { amountWords, cycleWords, dateWords, tableAmount } from '../papers/words.ts'
import type { Proposal, ProposalLine } from './proposal.ts'
import type { Instalment, MediatedCase, MediationWords } from './shapes.ts'

/** What the paper says, and nothing else: its hash stands on every page. */
export interface AgreementData {
  file: MediatedCase
  words: MediationWords
  proposal: Proposal
  plan: readonly Instalment[]
}

/** The blank of labour mediation where the relation is labour or a labour body mediates, else that of people's mediation. */
function isLabour({ relation, procedure }: MediatedCase): boolean {
  return relation === 'labour' || procedure === 'labour-mediation'
}

/** Claims and payments of an agreement up to which it fits two pages in close lines; a longer one is set as other papers are. */
const linesSetClose = 10

const paper = (key: string): string => `mediation-paper:${key}`

/**
 * 调解协议书 (reference/forms.md 1 and 2; law pm-28, dma-14): number, parties, facts and issues, what is agreed, how and when it is
 * paid, copies, signatures of both sides, mediator, recorder, and the body's seal. What is unknown stays an open line.
 */
export function buildMediationAgreement(context: PaperContext, data: AgreementData): PaperDocument {
  const { t } = context
  const { file, words } = data
  const title = t(paper(isLabour(file) ? 'titleLabour' : 'titlePeoples'))
  const number = words.agreementNumber === '' ? t(paper('numberOpen')) : words.agreementNumber
  return {
    title,
    author: words.committee,
    page: 'portrait',
    // Signatures that stand alone on a page prove little: a short agreement is set so that it ends on the second.
    density: data.proposal.lines.length + data.plan.length <= linesSetClose ? 'compact' : 'normal',
    header: { left: title, right: t('header.caseNumber', { number: file.caseNumber }) },
    footer: { left: dataHashWords(context), pagePattern: t('footer.page', { page: '{page}', pages: '{pages}' }) },
    blocks: [
      { kind: 'title', text: title, subtitle: t(paper('number'), { number }) },
      ...partyBlocksOf(t, file),
      { kind: 'heading', text: t(paper('facts')) },
      ...factBlocks(t, data),
      { kind: 'heading', text: t(paper('agreed')) },
      termList(t, data),
      { kind: 'heading', text: t(paper('performance')) },
      ...performanceBlocks(t, data),
      ...effectBlocks(t, data),
      ...signatureBlocks(t, data),
      { kind: 'note', text: t(paper('note')) },
    ],
  }
}

function partyBlocksOf(t: PaperText, file: MediatedCase): Block[] {
  const order = ['applicant', 'representative', 'respondent', 'related'] as const
  const form = isLabour(file) ? 'labour' : 'peoples'
  return order.flatMap((side) => {
    const own = file.parties.filter((party) => party.side === side)
    return own.map((party, index) => ({
      ...partyBlock(t, withoutMasked(party), file.asOf),
      heading: t(paper(`party.${form}.${side}`), { number: own.length > 1 ? index + 1 : '' }),
    }))
  })
}

/** A number that was masked for the mediator is written in by hand when it is signed: half of one on an agreement names nobody. */
function withoutMasked(party: CaseParty): CaseParty {
  const shown = { ...party }
  for (const field of identifierFields) if (party.masked.includes(field)) delete shown[field]
  return shown
}

function names(t: PaperText, { parties }: MediatedCase, side: 'applicant' | 'respondent'): string {
  return parties
    .filter((party) => party.side === side)
    .map(({ name }) => name)
    .join(t('words.listComma'))
}

/** 纠纷主要事实、争议事项: what is asked, what the other side admits, and what was found on each point with the reason. */
function factBlocks(t: PaperText, { file, proposal }: AgreementData): Block[] {
  const pay = payWord(t, file.relation)
  const { totals } = file
  const asked = t(paper(totals.interestFen === 0 ? 'askedNoInterest' : 'asked'), {
    applicant: names(t, file, 'applicant'),
    respondent: names(t, file, 'respondent'),
    date: dateWords(t, file.asOf),
    pay,
    total: amountWords(t, totals.totalFen),
    outstanding: formatFen(totals.outstandingFen),
    interest: formatFen(totals.interestFen),
  })
  const admitted =
    totals.undisputedFen > 0
      ? t(paper('admitted'), { amount: formatFen(totals.undisputedFen) })
      : t(paper('admittedNothing'))
  const points: ListBlock = {
    kind: 'list',
    numbering: 'arabic',
    items: proposal.lines.map((line) => ({
      text: pointText(t, file, line),
      details: line.reason === '' ? [] : [t(paper('reason'), { reason: line.reason })],
    })),
  }
  return [
    { kind: 'paragraph', text: asked },
    { kind: 'paragraph', text: admitted },
    { kind: 'paragraph', text: t(paper('pointsLead')), keepWithNext: true },
    points,
  ]
}

function pointText(t: PaperText, file: MediatedCase, line: ProposalLine): string {
  return t(paper(`point.${line.verdict ?? 'undecided'}`), {
    what: lineName(t, file, line),
    claimed: formatFen(line.claimedFen),
    amount: formatFen(line.amountFen),
  })
}

/** 2026年3月的报酬（拖欠）: a claim's name, of one cycle or of all it is about. */
function lineName(t: PaperText, file: MediatedCase, line: ProposalLine): string {
  const kind = t(paper(`kind.${line.kind}`), { pay: payWord(t, file.relation) })
  if (line.cycle !== null) return t(paper('ofCycle'), { cycle: cycleWords(t, line.cycle, line.from), kind })
  const claim = file.claims.find(({ id }) => id === line.claimId)
  const first = claim?.cycles[0]
  const last = claim?.cycles.at(-1)
  if (first === undefined || last === undefined) return kind
  const cycle = cycleWords(t, first.cycle, first.from)
  if (first === last) return t(paper('ofCycle'), { cycle, kind })
  return t(paper('ofCycles'), { from: cycle, to: cycleWords(t, last.cycle, last.from), kind })
}

/** 协议内容: what is paid, interest, what is closed by it and what is not. */
function termList(t: PaperText, { file, proposal }: AgreementData): ListBlock {
  const params = {
    applicant: names(t, file, 'applicant'),
    respondent: names(t, file, 'respondent'),
    pay: payWord(t, file.relation),
    principal: amountWords(t, proposal.principalFen),
    interest: amountWords(t, proposal.interestFen),
    total: amountWords(t, proposal.totalFen),
  }
  const interest = proposal.interestFen > 0 ? 'termInterest' : proposal.foundInterestFen > 0 ? 'termNoInterest' : null
  const items = [
    t(paper(proposal.totalFen > 0 ? 'termPay' : 'termNothing'), params),
    ...(interest === null ? [] : [t(paper(interest), params)]),
    ...(proposal.interestFen > 0 ? [t(paper('termTotal'), params)] : []),
    t(paper('termClosed'), params),
  ]
  return { kind: 'list', numbering: 'arabic', items: items.map((text) => ({ text })) }
}

function performanceBlocks(t: PaperText, { file, words, proposal, plan }: AgreementData): Block[] {
  if (proposal.totalFen === 0) return [{ kind: 'paragraph', text: t(paper('nothingToPay')) }]
  const account: Block =
    words.account === ''
      ? { kind: 'paragraph', text: [{ text: t(paper('account')) }, { text: '', style: 'blank' }] }
      : { kind: 'paragraph', text: `${t(paper('account'))}${words.account}` }
  const late = t(paper(words.late === 'all-due' && plan.length > 1 ? 'lateAllDue' : 'lateLaw'), {
    applicant: names(t, file, 'applicant'),
  })
  return [
    { kind: 'paragraph', text: t(paper('payAs'), { respondent: names(t, file, 'respondent') }), keepWithNext: true },
    planTable(t, proposal, plan),
    account,
    { kind: 'paragraph', text: late },
  ]
}

function planTable(t: PaperText, { totalFen }: Proposal, plan: readonly Instalment[]): TableBlock {
  const rows =
    plan.length === 0
      ? [['1', '', tableAmount(totalFen), rmbInCapitals(totalFen)]]
      : plan.map(({ date, amountFen }, index) => [
          String(index + 1),
          dateWords(t, date),
          tableAmount(amountFen),
          rmbInCapitals(amountFen),
        ])
  return {
    kind: 'table',
    columns: [
      { title: t(paper('column.number')), align: 'center', width: 1 },
      { title: t(paper('column.date')), width: 2.4 },
      { title: t(paper('column.amount')), align: 'right', width: 2.2 },
      { title: t(paper('column.capitals')), width: 5 },
    ],
    rows,
    totals: [[t('words.total'), '', tableAmount(totalFen), rmbInCapitals(totalFen)]],
  }
}

/** From when it binds, what may be asked for where it is not kept, confirmation by a court, copies (law pm-28, cpl-205, dma-14, dma-15). */
function effectBlocks(t: PaperText, { file, words }: AgreementData): Block[] {
  const labour = isLabour(file)
  const law = lawWords(t, labour ? ['dma-14', 'dma-15', 'cpl-205'] : ['pm-28', 'cpl-205']).join(t('words.listComma'))
  return [
    { kind: 'heading', text: t(paper('effect')) },
    { kind: 'paragraph', text: t(paper(labour ? 'effectLabour' : 'effectPeoples')) },
    { kind: 'paragraph', text: t(paper('confirmation')) },
    { kind: 'paragraph', text: t(paper('law'), { law }) },
    { kind: 'paragraph', text: t(paper('copies'), { copies: words.copies }), keepWithNext: true },
  ]
}

/** Open lines for the hand: a typed name is no signature. */
function signatureBlocks(t: PaperText, { file, words }: AgreementData): Block[] {
  const signing = (side: 'applicant' | 'respondent') =>
    file.parties
      .filter((party) => party.side === side)
      .map(({ name, kind }) => ({ label: t(paper(kind === 'person' ? 'sign.person' : 'sign.organisation'), { name }) }))
  const official = (key: 'mediator' | 'recorder', name: string) => ({
    label: name === '' ? t(paper(`sign.${key}`)) : t(paper(`sign.${key}Named`), { name }),
  })
  const body = words.committee === '' ? t(paper('sign.body')) : words.committee
  return [
    {
      kind: 'signatures',
      lines: [
        ...signing('applicant'),
        ...signing('respondent'),
        official('mediator', words.mediator),
        official('recorder', words.recorder),
        { label: t(paper('sign.seal'), { body }) },
        { label: t('signature.date') },
      ],
    },
  ]
}
