import type { Block, PaperDocument, Run } from '../../documents/model.ts'
import type { BuiltClause, BuiltContract, BuiltParagraph, BuiltParty } from './built.ts'
import { contractText, type ContractText } from './words.ts'

export interface PaperMarks {
  /** SHA-256 (hex) of the contract's data; its first 16 digits stand on every page. Null in a draft. */
  contentSha256: string | null
}

const HASH_DIGITS = 16
/** A paper of so few clauses is set closer, to fit one page. */
const SHORT_CLAUSES = 6

/** A contract as the paper both sides sign; a draft says on every page that it is one. Same input, same paper. */
export function contractPaper(built: BuiltContract, marks: PaperMarks): PaperDocument {
  const t = contractText()
  const { title, number, version } = built
  const hash = marks.contentSha256
  return {
    title,
    author: built.parties[0]?.party?.name ?? '',
    page: 'portrait',
    ...(built.clauses.length <= SHORT_CLAUSES ? { density: 'compact' as const } : {}),
    header: { left: title, right: number === null ? t('paper.draft') : t('paper.number', { number }) },
    footer: {
      left: hash === null ? t('paper.draftFooter') : t('paper.hash', { hash: hash.slice(0, HASH_DIGITS) }),
      pagePattern: t('documents:footer.page', { page: '{page}', pages: '{pages}' }),
    },
    blocks: [
      { kind: 'title', text: title },
      ...built.parties.map((party) => partyBlock(t, party)),
      ...paragraphBlocks(t, built.preamble, false),
      ...keepLast(built.clauses.flatMap((clause) => clauseBlocks(t, clause))),
      { kind: 'paragraph', text: t('paper.signatureHead'), align: 'center', keepWithNext: true },
      { kind: 'signing', sides: built.parties.map((party) => signingSide(t, party)) },
      { kind: 'note', text: t('paper.proof', { title, version }) },
    ],
  }
}

/** Text stays on the page of the signatures: a page of signatures alone could be put behind another contract. */
function keepLast(blocks: readonly Block[]): Block[] {
  return blocks.map((block, at) =>
    at >= blocks.length - 2 && block.kind === 'paragraph' ? { ...block, keepWithNext: true } : block,
  )
}

/** These may be long; each other field takes half a row. */
const wideFields = { person: ['address', 'mailingAddress'], organisation: ['name', 'address', 'mailingAddress'] }

function partyBlock(t: ContractText, { mark, role, party, fields }: BuiltParty): Block {
  const kind = party?.kind ?? 'person'
  const wide = wideFields[kind].map((name) => t(`party.${kind}.${name}`))
  return {
    kind: 'party',
    heading: t('paper.party', { mark, role }),
    fields: fields.map(({ label, value }) => ({
      label,
      ...(value === '' ? {} : { value }),
      ...(wide.includes(label) ? { wide: true } : {}),
    })),
  }
}

function clauseBlocks(t: ContractText, clause: BuiltClause): Block[] {
  return [{ kind: 'heading', text: clause.heading }, ...paragraphBlocks(t, clause.paragraphs, clause.weighty)]
}

/** Paragraphs as they are; rows that follow one another become a table whose first row is its head. */
function paragraphBlocks(t: ContractText, paragraphs: readonly BuiltParagraph[], strong: boolean): Block[] {
  const blocks: Block[] = []
  let rows: string[][] = []
  const endTable = (): void => {
    const [head, ...body] = rows
    if (head !== undefined) blocks.push(tableBlock(head, body))
    rows = []
  }
  for (const paragraph of paragraphs) {
    if (paragraph.cells !== undefined) rows.push(paragraph.cells)
    else {
      endTable()
      blocks.push({ kind: 'paragraph', text: paragraphRuns(t, paragraph, strong) })
    }
  }
  endTable()
  return blocks
}

function tableBlock(head: readonly string[], rows: readonly (readonly string[])[]): Block {
  return {
    kind: 'table',
    columns: head.map((title, at) => ({
      title,
      width: at === 0 ? 3 : 2,
      ...(at === 0 ? {} : { align: 'right' as const }),
    })),
    rows: rows.slice(0, -1),
    totals: rows.slice(-1),
  }
}

function paragraphRuns(t: ContractText, { number, runs }: BuiltParagraph, strong: boolean): Run[] {
  const marked = runs.map((run): Run => {
    const style = run.style ?? (strong ? 'strong' : undefined)
    return style === undefined ? { text: run.text } : { text: run.text, style }
  })
  return number === '' ? marked : [{ text: t('paper.paragraphNumber', { number }) }, ...marked]
}

function signingSide(t: ContractText, { mark, party }: BuiltParty) {
  const lines =
    party?.kind === 'person'
      ? [{ label: t('paper.signPerson') }]
      : [{ label: t('paper.signOrganisation') }, { label: t('paper.signRepresentative') }]
  return {
    heading: t('paper.signSide', { mark, name: party?.name ?? '' }),
    lines: [...lines, { label: t('paper.signDate') }],
  }
}
