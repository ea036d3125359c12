import { shanghaiDate } from '../../../../shared/calendar.ts'
import type { Output } from '../../../../shared/contract.ts'
import { confirmationEnd, type DisputeDate, termsOfSteps } from '../../../../shared/disputes/mediation/dates.ts'
import { followInstalments } from '../../../../shared/disputes/mediation/instalments.ts'
import type { CallContext } from '../../context.ts'
import type { Db } from '../../database/open.ts'
import { getCase, listCases } from '../case-store.ts'
import { listMediationRecords, type MediationRecord } from './mediation-store.ts'
import { termEndOf } from './mediation-view.ts'
import { instalmentPaymentsOf, repliesOf, stepsOf } from './reply-store.ts'

/** Days to keep of every case that is not voided and of every case this person mediates, the nearest first. */
export function listDisputeDates(context: CallContext): Output<'disputes.dates'> {
  const { db } = context
  const today = shanghaiDate(context.now())
  const dates = [
    ...listCases(db, false).flatMap(({ id }) => datesOfCase(db, id, today)),
    ...listMediationRecords(db).flatMap(datesOfMediation),
  ]
  return { dates: dates.toSorted(byDate) }
}

function byDate(a: DisputeDate, b: DisputeDate): number {
  return a.date === b.date ? compare(a.id, b.id) : compare(a.date, b.date)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** Terms that a case's steps let run, and the instalments of an accepted proposal that are not paid yet. */
export function datesOfCase(db: Db, caseId: string, today: string): DisputeDate[] {
  const { number, title } = getCase(db, caseId)
  const place = { caseId, bundleId: null }
  const terms = termsOfSteps(stepsOf(db, caseId)).map(({ kind, date, lawId }) => ({
    id: `${kind}:${caseId}`,
    kind,
    date,
    ...place,
    params: { number, title },
    lawId,
  }))
  const accepted = repliesOf(db, caseId).filter(({ acceptedAt }) => acceptedAt !== null)
  const instalments = accepted.flatMap(({ id, reply }) =>
    followInstalments(reply.plan, instalmentPaymentsOf(db, id, reply.plan.length), today)
      .filter(({ remainingFen }) => remainingFen > 0)
      .map((one) => ({
        id: `instalment:${id}:${one.number}`,
        kind: 'instalment' as const,
        date: one.date,
        ...place,
        params: { number, title, instalment: one.number, amountFen: one.remainingFen },
        lawId: null,
      })),
  )
  return [...terms, ...instalments].toSorted(byDate)
}

/** The body's term while nothing is signed; once it is, the day to ask a court together. */
function datesOfMediation({ bundleId, file, words }: MediationRecord): DisputeDate[] {
  const params = { number: file.caseNumber, title: file.title }
  const place = { caseId: null, bundleId, params }
  if (words.signedOn !== null) {
    const date = confirmationEnd(words.signedOn)
    return [{ id: `judicial-confirmation:${bundleId}`, kind: 'judicial-confirmation', date, ...place, lawId: 'pm-28' }]
  }
  const termEnd = termEndOf(words)
  const lawId = words.isExtended ? 'dma-onestop' : 'dma-14'
  return termEnd === null
    ? []
    : [{ id: `mediation-term:${bundleId}`, kind: 'mediation-term', date: termEnd, ...place, lawId }]
}
