import type { Block, PaperDocument, PartyBlock, PartyField } from '../../documents/model.ts'
import { formatFen } from '../../money.ts'
import type { CaseFile, CaseParty } from '../case-file.ts'
import { namesOf } from './context.ts'
import type { PaperContext, PaperText } from './context.ts'
import { dateWords } from './words.ts'

const HASH_DIGITS = 16

/** The frame every paper of a case shares: title data, header with the case number, footer with page count and hash. */
export function casePaper(
  context: PaperContext,
  file: CaseFile,
  title: string,
  blocks: readonly Block[],
  form: Pick<PaperDocument, 'page' | 'density'> = { page: 'portrait' },
): PaperDocument {
  const { t } = context
  const author = namesOf(t, file, 'applicant')
  return {
    title,
    author,
    ...form,
    header: {
      left: author === '' ? title : t('header.titleAndName', { title, name: author }),
      right: t('header.caseNumber', { number: file.caseNumber }),
    },
    footer: { left: dataHashWords(context), pagePattern: t('footer.page', { page: '{page}', pages: '{pages}' }) },
    blocks,
  }
}

/** `数据校验码 7f3a…`: the first 16 digits of the hash of what the paper was made from. */
export function dataHashWords({ t, dataSha256 }: PaperContext): string {
  return t('footer.dataHash', { hash: dataSha256.slice(0, HASH_DIGITS) })
}

/** Where the relation is undetermined: what the same claims come to if it is labour (spec/disputes.md 'A case'). */
export function labourWayBlocks(t: PaperText, file: CaseFile): Block[] {
  if (file.labourWay === null) return []
  const { outstandingFen, interestFen, totalFen } = file.labourWay.totals
  const text = t('labourWay', {
    outstanding: formatFen(outstandingFen),
    interest: formatFen(interestFen),
    total: formatFen(totalFen),
  })
  return [{ kind: 'paragraph', text }]
}

/** What a case file proves and what not (spec/bundle.md), printed at the end of each of its papers. */
export function proofNote(t: PaperText): Block {
  return { kind: 'note', text: t('proof') }
}

interface Birth {
  birthDate: string
  age: number
}

/** Birth date and age on a day: as the case says, else from a whole ID number (GB 11643: digits 7 to 14). */
function birthOf(party: Pick<CaseParty, 'birthDate' | 'idCard'>, asOf: string): Birth | undefined {
  const [, year, month, day] = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(party.idCard ?? '') ?? []
  const birthDate = party.birthDate ?? (year === undefined ? undefined : `${year}-${month}-${day}`)
  if (birthDate === undefined) return undefined
  const hadBirthday = asOf.slice(5) >= birthDate.slice(5)
  return { birthDate, age: Number(asOf.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (hadBirthday ? 0 : 1) }
}

function field(label: string, value: string | undefined, wide = false): PartyField {
  return { label, ...(value === undefined || value === '' ? {} : { value }), ...(wide ? { wide: true } : {}) }
}

function organisationFields(t: PaperText, party: CaseParty): PartyField[] {
  return [
    field(t('party.organisationName'), party.name, true),
    field(t('party.creditCode'), party.creditCode),
    field(t('party.legalRepresentative'), party.legalRepresentative),
    field(t('party.registeredAddress'), party.address, true),
    field(t('party.phone'), party.phone),
    field(t('party.mailingAddress'), party.mailingAddress),
  ]
}

function personFields(t: PaperText, party: CaseParty, asOf: string): PartyField[] {
  const known = birthOf(party, asOf)
  return [
    field(t('party.name'), party.name),
    field(t('party.gender'), party.gender && t(`party.genders.${party.gender}`)),
    field(t('party.ethnicity'), party.ethnicity),
    field(t('party.age'), known && t('party.ageValue', { age: known.age })),
    field(t('party.birthDate'), known && dateWords(t, known.birthDate)),
    field(t('party.occupation'), party.occupation),
    field(t('party.idCard'), party.idCard),
    field(t('party.phone'), party.phone),
    field(t('party.address'), party.address, true),
    ...(party.mailingAddress === undefined ? [] : [field(t('party.mailingAddress'), party.mailingAddress, true)]),
  ]
}

/** One party with all fields that mediation blanks ask for (reference/forms.md 0 to 2); what is unknown stays open. */
export function partyBlock(t: PaperText, party: CaseParty, asOf: string, number = 0): PartyBlock {
  const role = t(`party.sides.${party.side}`)
  return {
    kind: 'party',
    heading: number === 0 ? role : t('party.numbered', { role, number }),
    fields: party.kind === 'person' ? personFields(t, party, asOf) : organisationFields(t, party),
  }
}

/** All parties in the order a paper names them: applicants, their representatives, respondents, related companies. */
export function partyBlocks(t: PaperText, file: CaseFile): PartyBlock[] {
  const order = ['applicant', 'representative', 'respondent', 'related'] as const
  return order.flatMap((side) => {
    const parties = file.parties.filter((party) => party.side === side)
    return parties.map((party, index) => partyBlock(t, party, file.asOf, parties.length > 1 ? index + 1 : 0))
  })
}

/** Lines for the hand: who signs, and the date. Both stay open: a typed name is no signature. */
export function signatures(t: PaperText, signer: string): Block {
  return { kind: 'signatures', lines: [{ label: signer }, { label: t('signature.date') }] }
}
