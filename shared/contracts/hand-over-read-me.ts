import type { TFunction } from 'i18next'
import type { ReadMeSection } from '../bundles/read-me-plain.ts'
import { createI18n } from '../i18n/index.ts'
import type { AcceptanceFile, ContractFile } from './hand-over.ts'
import { paragraphText } from './templates/built.ts'
import type { PartySnapshot } from './templates/template.ts'

/** What READ-ME-FIRST of a handed-over contract says, for a computer without BoAn: how to answer, who, when, and the text clause by clause. */
export function handOverSections({ content, contentSha256 }: ContractFile): ReadMeSection[] {
  const t = createI18n('zh').getFixedT('zh', 'handover', 'readMe')
  const { built, from, to } = content
  return [
    { title: t('answer.title'), paragraphs: [t('answer.text'), t('answer.noSignature')] },
    {
      title: t('parties'),
      table: [
        [t('party.side'), t('party.name'), t('party.details')],
        ...built.parties.map((side) => partyRow(t, side)),
      ],
    },
    { title: t('dates'), paragraphs: [to === null ? t('fromOnly', { from }) : t('fromTo', { from, to })] },
    ...(built.preamble.length === 0 ? [] : [{ title: t('preamble'), paragraphs: built.preamble.map(paragraphText) }]),
    ...built.clauses.map((clause) => ({
      title: clause.heading,
      paragraphs: [...clause.paragraphs.map(paragraphText), t('note', { note: clause.note.zh })],
    })),
    { title: t('hash.title'), paragraphs: [t('hash.text', { hash: contentSha256 })] },
  ]
}

function partyRow(t: TFunction, side: ContractFile['content']['built']['parties'][number]): string[] {
  const details = side.fields
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => t('party.detail', { label, value }))
  return [side.mark, nameOf(side.party), details.join(t('party.comma'))]
}

function nameOf(party: PartySnapshot | null): string {
  return party?.name ?? ''
}

/** What READ-ME-FIRST of an answer says. */
export function acceptanceSections(file: AcceptanceFile, headings: ReadonlyMap<string, string>): ReadMeSection[] {
  const t = createI18n('zh').getFixedT('zh', 'handover', 'readMe')
  const { title, number, by, date, note, remarks } = file
  return [
    {
      title: t('decision.title'),
      paragraphs: [
        t(`decision.${file.decision}`, { title, number, by, date }),
        ...(note === '' ? [] : [t('decision.note', { note })]),
        t('answer.noSignature'),
      ],
    },
    ...(remarks.length === 0
      ? []
      : [
          {
            title: t('remarks.title'),
            table: [
              [t('remarks.clause'), t('remarks.text')],
              ...remarks.map(({ clauseId, text }) => [headings.get(clauseId) ?? clauseId, text]),
            ],
          },
        ]),
    {
      title: t('hash.title'),
      paragraphs: [t('hash.text', { hash: file.contentSha256 }), t('hash.manifest', { hash: file.manifestSha256 })],
    },
  ]
}
