import { checkPartyField, fieldsOfKind, type PartyField, type PartyKind } from '../../../shared/parties/fields.ts'
import { normaliseName } from '../../../shared/parties/names.ts'
import { writeSettings } from '../app/settings.ts'
import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'
import { emptyParty } from './handlers.ts'
import {
  findByIdentifier,
  getParty,
  getSelfPartyId,
  keepHistory,
  listParties,
  type PartyRecord,
  writeParty,
} from './store.ts'

/** A party as a paper names it. */
export type NamedParty = { id?: string | undefined; kind: PartyKind; name: string } & Partial<
  Record<PartyField, string | undefined>
>

/**
 * The record of a party that a paper names: by its id, its identity number or credit code, else its name; made when there is none.
 * What the record lacks is filled in from the paper; nothing that it has is changed, and what cannot be a real number stays in the
 * paper alone. Answers its id, which becomes a subject of the command.
 */
export function ensureParty(context: CallContext, named: NamedParty): string {
  const { db } = context
  const known = findNamedParty(db, named)
  const fresh: PartyRecord = known ?? emptyParty(context, { kind: named.kind, name: named.name })
  const filled = { ...fresh }
  for (const field of fieldsOfKind(fresh.kind)) {
    const value = named[field]
    if (fresh[field] !== null || value === undefined || value.trim() === '') continue
    const checked = checkPartyField(fresh.kind, field, value)
    if (checked.ok) Object.assign(filled, { [field]: checked.value })
  }
  const isChanged = JSON.stringify(filled) !== JSON.stringify(fresh)
  if (known === undefined || isChanged) {
    filled.updatedAt = context.now()
    if (known !== undefined) keepHistory(db, known, filled.updatedAt)
    writeParty(db, filled)
  }
  context.subject(filled.id)
  return filled.id
}

/** The record that a paper's party is, if there is one that is not voided. */
export function findNamedParty(db: Db, named: NamedParty): PartyRecord | undefined {
  if (named.id !== undefined) {
    const own = listParties(db, false).find(({ id }) => id === named.id)
    if (own !== undefined) return own
  }
  const idCard = checkedOf(named, 'idCard')
  const creditCode = checkedOf(named, 'creditCode')
  const probe = { id: '', idCard, creditCode } as PartyRecord
  const same = idCard === null && creditCode === null ? undefined : findByIdentifier(db, probe)
  if (same !== undefined) return same
  const plain = normaliseName(named.name)
  return listParties(db, false).find((party) => {
    if (party.kind !== named.kind) return false
    // Two people of one name are told apart by their numbers.
    if (differs(party.idCard, idCard) || differs(party.creditCode, creditCode)) return false
    return [party.name, ...party.alsoKnownAs].some((name) => normaliseName(name) === plain)
  })
}

function differs(known: string | null, given: string | null): boolean {
  return known !== null && given !== null && known !== given
}

function checkedOf(named: NamedParty, field: 'idCard' | 'creditCode'): string | null {
  const value = named[field]
  if (value === undefined || value.trim() === '') return null
  const checked = checkPartyField(named.kind, field, value)
  return checked.ok ? checked.value : null
}

/** Notes who the person using this computer is, when they have not said so yet. Answers the id that stands. */
export function ensureSelf(context: CallContext, partyId: string): string {
  const self = getSelfPartyId(context.db)
  if (self !== null) return self
  getParty(context.db, partyId)
  writeSettings(context.db, { selfPartyId: partyId })
  return partyId
}
