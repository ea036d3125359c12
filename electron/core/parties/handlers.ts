import type { ParsedInput } from '../../../shared/contract.ts'
import { BoanError } from '../../../shared/errors.ts'
import { checkIdCard } from '../../../shared/identifiers.ts'
import type { Party } from '../../../shared/parties/calls.ts'
import { checkPartyField, fieldsOfKind, partyFields } from '../../../shared/parties/fields.ts'
import { normaliseName } from '../../../shared/parties/names.ts'
import { writeSettings } from '../app/settings.ts'
import type { CallContext, Handlers } from '../context.ts'
import {
  countAgreements,
  findByIdentifier,
  getParty,
  getSelfPartyId,
  keepHistory,
  listParties,
  maskParty,
  type PartyRecord,
  revealParty,
  writeParty,
} from './store.ts'

type PartyCall = 'parties.save' | 'parties.list' | 'parties.get' | 'parties.reveal' | 'parties.void' | 'parties.restore'

export const partyHandlers: Handlers<PartyCall> = {
  'parties.save': saveParty,
  'parties.list': ({ db }, { withVoided }) => {
    const agreements = countAgreements(db)
    const self = getSelfPartyId(db)
    const parties = listParties(db, withVoided).map((party) => maskParty(party, agreements.get(party.id) ?? 0, self))
    return { parties }
  },
  'parties.get': (context, { id }) => answer(context, id),
  'parties.reveal': ({ db }, { id }) => revealParty(getParty(db, id)),
  'parties.void': voidParty,
  'parties.restore': restoreParty,
}

function answer({ db }: CallContext, id: string): Party {
  return maskParty(getParty(db, id), countAgreements(db).get(id) ?? 0, getSelfPartyId(db))
}

/**
 * Adds or changes a party. Throws `parties.not-found`, `parties.voided`, `parties.kind-missing`, `parties.name-missing`,
 * `parties.same-identifier`, `parties.gender-mismatch` and the codes of `checkPartyField`.
 */
function saveParty(context: CallContext, input: ParsedInput<'parties.save'>): Party {
  const { db } = context
  const before = input.id === undefined ? undefined : getParty(db, input.id)
  if (before?.voidedAt !== null && before !== undefined) throw new BoanError('parties.voided', { name: before.name })
  const party = withChanges(before ?? emptyParty(context, input), input)
  party.updatedAt = context.now()
  const same = findByIdentifier(db, party)
  if (same !== undefined) throw new BoanError('parties.same-identifier', { name: same.name })
  if (before !== undefined) keepHistory(db, before, party.updatedAt)
  writeParty(db, party)
  if (input.isSelf === true) writeSettings(db, { selfPartyId: party.id })
  context.subject(party.id)
  return answer(context, party.id)
}

/** A new party with nothing but its kind and name. Throws `parties.kind-missing` and `parties.name-missing`. */
export function emptyParty(
  context: CallContext,
  input: Pick<ParsedInput<'parties.save'>, 'kind' | 'name'>,
): PartyRecord {
  if (input.kind === undefined) throw new BoanError('parties.kind-missing')
  if (input.name === undefined) throw new BoanError('parties.name-missing')
  const fields = Object.fromEntries(partyFields.map((field) => [field, null])) as Record<
    (typeof partyFields)[number],
    null
  >
  return {
    ...fields,
    id: context.newId(),
    kind: input.kind,
    name: input.name,
    alsoKnownAs: [],
    note: '',
    createdAt: context.now(),
    updatedAt: '',
    voidedAt: null,
    voidReason: null,
  }
}

/** The party after the change, every given field checked. A field that the kind does not have is cleared. */
function withChanges(before: PartyRecord, input: ParsedInput<'parties.save'>): PartyRecord {
  const party: PartyRecord = { ...before, kind: input.kind ?? before.kind, name: input.name ?? before.name }
  if (input.note !== undefined) party.note = input.note
  if (input.alsoKnownAs !== undefined) party.alsoKnownAs = distinctNames(party.name, input.alsoKnownAs)
  for (const field of partyFields) {
    const given = input[field]
    if (!fieldsOfKind(party.kind).includes(field)) clearField(party, field)
    else if (given === null || given?.trim() === '') clearField(party, field)
    else if (given !== undefined) {
      const checked = checkPartyField(party.kind, field, given)
      if (!checked.ok) throw new BoanError(checked.code, { field })
      Object.assign(party, { [field]: checked.value })
    }
  }
  return withGenderOfCard(party, input)
}

function clearField(party: PartyRecord, field: (typeof partyFields)[number]): void {
  if (field === 'gender') party.gender = null
  else party[field] = null
}

/** An identity number says the gender: it fills an empty one, and one typed against it is a slip in either. */
function withGenderOfCard(party: PartyRecord, input: ParsedInput<'parties.save'>): PartyRecord {
  const card = party.idCard === null ? undefined : checkIdCard(party.idCard)
  if (card?.ok !== true) return party
  if (party.gender !== null && party.gender !== card.gender && input.gender !== undefined) {
    throw new BoanError('parties.gender-mismatch')
  }
  return { ...party, gender: card.gender }
}

function distinctNames(name: string, names: readonly string[]): string[] {
  const seen = new Set([normaliseName(name)])
  return names.filter((other) => {
    const plain = normaliseName(other)
    const isNew = plain !== '' && !seen.has(plain)
    seen.add(plain)
    return isNew
  })
}

/** Throws `parties.not-found` and `parties.in-use` while an agreement that is not voided names the party. */
function voidParty(context: CallContext, input: ParsedInput<'parties.void'>): Party {
  const { db } = context
  const before = getParty(db, input.id)
  const agreements = countAgreements(db).get(input.id) ?? 0
  if (agreements > 0) throw new BoanError('parties.in-use', { name: before.name, count: agreements })
  if (getSelfPartyId(db) === input.id) throw new BoanError('parties.is-self', { name: before.name })
  if (before.voidedAt === null) {
    keepHistory(db, before, context.now())
    writeParty(db, { ...before, voidedAt: context.now(), voidReason: input.reason, updatedAt: context.now() })
  }
  context.subject(input.id)
  return answer(context, input.id)
}

/** Throws `parties.not-found` and `parties.same-identifier` when someone else has its number by now. */
function restoreParty(context: CallContext, input: ParsedInput<'parties.restore'>): Party {
  const { db } = context
  const before = getParty(db, input.id)
  const same = findByIdentifier(db, before)
  if (same !== undefined) throw new BoanError('parties.same-identifier', { name: same.name })
  if (before.voidedAt !== null) {
    keepHistory(db, before, context.now())
    writeParty(db, { ...before, voidedAt: null, voidReason: null, updatedAt: context.now() })
  }
  context.subject(input.id)
  return answer(context, input.id)
}
