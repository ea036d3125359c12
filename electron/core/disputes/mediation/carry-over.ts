import { checkFinding } from '../../../../shared/disputes/mediation/proposal.ts'
import type { Finding } from '../../../../shared/disputes/mediation/shapes.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { CallContext } from '../../context.ts'
import {
  findingsOf,
  instalmentsOf,
  type MediationRecord,
  questionsOf,
  sessionsOf,
  writeFindings,
  writeInstalments,
  writeMediationWords,
  writeQuestion,
  writeSession,
} from './mediation-store.ts'

/**
 * Takes a mediator's work on an earlier file of a case over to a newer one: words, questions with the answers that came along,
 * sessions, plan, and the findings that still fit what is claimed. Nothing is signed about the newer file yet.
 */
export function carryOver(context: CallContext, from: MediationRecord, to: MediationRecord): void {
  const { db } = context
  const { bundleId, file } = to
  writeMediationWords(db, bundleId, { ...from.words, signedOn: null }, context.now())
  const answers = new Map((file.answers ?? []).map((answer) => [answer.questionId, answer]))
  for (const question of questionsOf(db, from.bundleId)) {
    const answer = question.answeredOn === null ? answers.get(question.id) : undefined
    const { answer: text, answeredOn } = answer ?? question
    writeQuestion(db, bundleId, { ...question, id: context.newId(), answer: text, answeredOn })
  }
  for (const session of sessionsOf(db, from.bundleId)) writeSession(db, bundleId, { ...session, id: context.newId() })
  writeFindings(
    db,
    bundleId,
    findingsOf(db, from.bundleId).filter((finding) => stillFits(to, finding)),
  )
  writeInstalments(db, bundleId, instalmentsOf(db, from.bundleId))
}

/** Whether a finding is still one about this file: its claim is there and bears it. */
function stillFits({ file }: MediationRecord, finding: Finding): boolean {
  try {
    checkFinding(file.claims, finding)
    return true
  } catch (error) {
    if (error instanceof BoanError) return false
    throw error
  }
}
