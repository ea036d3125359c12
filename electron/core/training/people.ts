import { shanghaiDate } from '../../../shared/calendar.ts'
import { type AgreementScope, scopeTakesAccount } from '../../../shared/contracts/scope.ts'
import { BoanError } from '../../../shared/errors.ts'
import type { TrainingFacts } from '../../../shared/training/required.ts'
import type { Person } from '../../../shared/training/views.ts'
import { readSettings } from '../app/settings.ts'
import type { Db } from '../database/open.ts'
import { getParty, getSelfPartyId } from '../parties/index.ts'

/** The person a call is about: the one named, else the one using this computer; null when that is not known. */
export function findPerson(db: Db, partyId: string | undefined): Person | null {
  const self = getSelfPartyId(db)
  const id = partyId ?? self
  if (id === null) return null
  return { id, name: getParty(db, id).name, isSelf: id === self }
}

/** The same, where somebody must be meant. Throws `training.no-person`, `parties.not-found`. */
export function requirePartyId(db: Db, partyId: string | undefined): string {
  const person = findPerson(db, partyId)
  if (person === null) throw new BoanError('training.no-person')
  return person.id
}

interface AgreementFact {
  payerId: string
  payeeId: string
  payerKind: 'person' | 'organisation'
  from: string
  to: string | null
  scope: AgreementScope
}

function agreements(db: Db): AgreementFact[] {
  return db
    .prepare<[], Omit<AgreementFact, 'scope'> & { scope: string }>(
      `SELECT payer_id AS payerId, payee_id AS payeeId, parties.kind AS payerKind, from_date AS "from", to_date AS "to", scope
       FROM agreements JOIN parties ON parties.id = payer_id WHERE agreements.voided_at IS NULL ORDER BY agreements.id`,
    )
    .all()
    .map((row) => ({ ...row, scope: JSON.parse(row.scope) as AgreementScope }))
}

interface RoomStart {
  platform: string
  account: string
  startedOn: string
}

function roomStarts(db: Db): RoomStart[] {
  return db
    .prepare<[], { platform: string; account: string; startAt: string }>(
      'SELECT platform, account, min(start_at) AS startAt FROM sessions WHERE voided_at IS NULL GROUP BY platform, account',
    )
    .all()
    .map(({ platform, account, startAt }) => ({ platform, account, startedOn: shanghaiDate(startAt) }))
}

/** What the rules on required training ask about a person, from agreements, sessions and who one is. */
export interface Surroundings {
  factsOf(person: Person, year: number): TrainingFacts
  /** Ids of the people whom the person using this computer pays, or of all payees while nobody has said who that is. */
  payees: string[]
}

/** Reads once what all people of a list are judged by. */
export function readSurroundings(db: Db): Surroundings {
  const known = agreements(db)
  const starts = roomStarts(db)
  const { roles, selfPartyId } = readSettings(db)
  // A payer who is an organisation may be an agency; the person using this computer is one when they say so.
  const isAgency = ({ payerId, payerKind }: AgreementFact): boolean =>
    payerKind === 'organisation' || (payerId === selfPartyId && roles.includes('agency'))
  const paid = known.filter((agreement) => selfPartyId === null || agreement.payerId === selfPartyId)
  return {
    payees: [...new Set(paid.map((agreement) => agreement.payeeId))],
    factsOf(person, year) {
      const own = known.filter((agreement) => agreement.payeeId === person.id)
      const isStreamerHere = person.isSelf && roles.includes('streamer')
      // A session names an account, not a person: one's own are all of them where one streams oneself, else those an agreement covers.
      const rooms = starts.filter(
        (start) => isStreamerHere || own.some((agreement) => scopeTakesAccount(agreement.scope, start)),
      )
      const firstStreamOn = rooms.map((room) => room.startedOn).toSorted()[0] ?? null
      return {
        streams: isStreamerHere || (!person.isSelf && own.length > 0) || firstStreamOn !== null,
        operatesRoom: person.isSelf && (roles.includes('merchant') || roles.includes('agency')),
        worksForAgency: own.some((agreement) => isAgency(agreement) && runsIn(agreement, year)),
        firstStreamOn,
      }
    },
  }
}

function runsIn({ from, to }: AgreementFact, year: number): boolean {
  return from <= `${year}-12-31` && (to === null || to >= `${year}-01-01`)
}
