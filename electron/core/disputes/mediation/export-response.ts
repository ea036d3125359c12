import type { ParsedInput } from '../../../../shared/contract.ts'
import type { MadeAnswer } from '../../../../shared/disputes/mediation/mediator-calls.ts'
import { buildResponseReadMe } from '../../../../shared/disputes/mediation/read-me-response.ts'
import { type ResponseFile, responseFileSchema } from '../../../../shared/disputes/mediation/response-file.ts'
import { BoanError } from '../../../../shared/errors.ts'
import { attachmentPath } from '../../attachments/store.ts'
import type { CallContext } from '../../context.ts'
import { readOneState } from '../../database/one-state.ts'
import type { Db } from '../../database/open.ts'
import { exhibitOf, sentEvidence } from '../sent-exhibits.ts'
import { answeredClaimsOf, answeredCyclesOf, getResponse, responseEvidenceOf } from './response-store.ts'
import { answeredCaseOf, writeAnswer } from './write-answer.ts'

/**
 * Makes the signed `response` file: the answer whole, with its evidence; files about buyers go only as their redacted copy. Throws
 * `mediation.response-not-begun`, `mediation.response-nameless`, `mediation.response-empty`.
 */
export function exportResponse(
  context: CallContext,
  input: ParsedInput<'disputes.exportResponse'>,
): Promise<MadeAnswer> {
  return readOneState(context.db, () => exportState(context, input))
}

function exportState(context: CallContext, input: ParsedInput<'disputes.exportResponse'>): MadeAnswer {
  const { db, dataDir } = context
  const moment = input.moment ?? context.now()
  const response = responseOf(db, input.bundleId, { moment, appVersion: context.appVersion })
  const sender = response.respondent
  return writeAnswer(context, {
    kind: 'response',
    caseNumber: response.case.caseNumber,
    sender,
    moment,
    content: response,
    schema: responseFileSchema,
    readMe: (names, fingerprint) => buildResponseReadMe({ response, sender, names, fingerprint }),
    files: response.evidence.flatMap(({ file, sha256 }) =>
      file === null ? [] : [{ path: file, sourcePath: attachmentPath(dataDir, sha256), sha256 }],
    ),
    substituted: [],
  })
}

function responseOf(db: Db, bundleId: string, made: { moment: string; appVersion: string }): ResponseFile {
  const record = getResponse(db, bundleId)
  const { file, respondent, statement } = record
  const claims = answeredClaimsOf(db, record)
  const cycles = answeredCyclesOf(db, record)
  if (respondent === '') throw new BoanError('mediation.response-nameless')
  const saysNothing =
    claims.every(({ stance }) => stance === null) &&
    cycles.every((one) => one.reason === '' && Object.values(one.respondent).every((fen) => fen === null))
  if (saysNothing) throw new BoanError('mediation.response-empty')
  const evidence = responseEvidenceOf(db, bundleId).map((id, index) =>
    sentEvidence(exhibitOf(db, id, index + 1), 'mediator'),
  )
  return {
    format: 'boan-response',
    version: 1,
    appVersion: made.appVersion,
    title: file.title,
    exportedAt: made.moment,
    case: answeredCaseOf(record),
    respondent,
    applicants: file.parties.filter(({ side }) => side === 'applicant').map(({ name }) => name),
    statement,
    claims,
    cycles,
    evidence,
  }
}
