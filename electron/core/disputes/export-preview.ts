import type { Output, ParsedInput } from '../../../shared/contract.ts'
import {
  documentsFor,
  type EvidenceChoice,
  identifierFields,
  treatedValue,
  treatmentOf,
} from '../../../shared/disputes/audience.ts'
import type { Audience } from '../../../shared/disputes/case-file.ts'
import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'
import { getParty } from '../parties/index.ts'
import { choiceOf, listExhibits, type SentExhibit } from './sent-exhibits.ts'
import { casePartiesOf, getCase } from './case-store.ts'

type Preview = Output<'disputes.exportPreview'>

/** Who sees what (spec/bundle.md): every identifier and every exhibit, before anything leaves. Throws `disputes.case-not-found`. */
export function exportPreview({ db }: CallContext, input: ParsedInput<'disputes.exportPreview'>): Preview {
  getCase(db, input.caseId)
  const exhibits = listExhibits(db, input.caseId)
  return {
    parties: casePartiesOf(db, input.caseId).map(({ partyId, side }) =>
      previewParty(db, partyId, side, input.audience),
    ),
    exhibits: exhibits.map((exhibit) => previewExhibit(exhibit, input.audience)),
    documents: documentsFor(input.audience),
    sizeBytes: exhibits.reduce((sum, exhibit) => sum + bytesSent(exhibit, input.audience), 0),
  }
}

function previewParty(
  db: Db,
  partyId: string,
  side: Preview['parties'][number]['side'],
  audience: Audience,
): Preview['parties'][number] {
  const party = getParty(db, partyId)
  const fields = identifierFields.flatMap((field) => {
    const value = party[field]
    if (value === null || value === '') return []
    const treatment = treatmentOf(audience, side, field)
    const shown = treatedValue(field, value, treatment) ?? null
    return [{ field, treatment: shown === null ? ('left-out' as const) : treatment, shown }]
  })
  return { id: partyId, side, name: party.name, fields }
}

function previewExhibit(exhibit: SentExhibit, audience: Audience): Preview['exhibits'][number] {
  const possible: EvidenceChoice[] = []
  if (!exhibit.hasBuyersData) possible.push('original')
  if (exhibit.redacted !== undefined) possible.push('redacted')
  possible.push('none')
  return {
    evidenceId: exhibit.evidence.id,
    number: exhibit.number,
    title: exhibit.evidence.title,
    choice: choiceOf(exhibit, audience),
    possible,
    hasBuyersData: exhibit.hasBuyersData,
    redaction: exhibit.redacted?.redaction ?? '',
    sizeBytes: bytesSent(exhibit, audience),
  }
}

function bytesSent(exhibit: SentExhibit, audience: Audience): number {
  const choice = choiceOf(exhibit, audience)
  if (choice === 'none') return 0
  return (choice === 'redacted' ? exhibit.redacted : exhibit.evidence)?.sizeBytes ?? 0
}
