import type { mediatorCalls } from '../../../../shared/disputes/mediation/mediator-calls.ts'
import type { mediatedPartyCalls } from '../../../../shared/disputes/mediation/party-calls.ts'
import type { responseCalls } from '../../../../shared/disputes/mediation/response-calls.ts'
import type { Handlers } from '../../context.ts'
import {
  acceptProposal,
  answerQuestion,
  joinReply,
  linkInstalment,
  saveStep,
  viewCaseMediation,
  voidStep,
} from './case-mediation.ts'
import { listDisputeDates } from './dispute-dates.ts'
import { listMediations, viewMediation } from './mediation-view.ts'
import {
  noteAgreement,
  noteAnswer,
  saveFinding,
  saveMediation,
  saveQuestion,
  saveSession,
  setInstalments,
  setVoided,
  startMediation,
} from './mediator-commands.ts'
import {
  fillResponse,
  saveResponse,
  saveResponseClaim,
  saveResponseCycle,
  setResponseEvidence,
  startResponse,
  viewResponse,
} from './response-commands.ts'

type Call = keyof typeof mediatorCalls | keyof typeof mediatedPartyCalls | keyof typeof responseCalls

export const mediationHandlers: Handlers<Call> = {
  'disputes.startMediation': startMediation,
  'disputes.mediation': ({ db }, { bundleId }) => viewMediation(db, bundleId),
  'disputes.listMediations': ({ db }) => listMediations(db),
  'disputes.saveMediation': saveMediation,
  'disputes.saveQuestion': saveQuestion,
  'disputes.voidQuestion': (context, { reason, ...place }) => setVoided(context, 'mediation_questions', place, reason),
  'disputes.restoreQuestion': (context, place) => setVoided(context, 'mediation_questions', place, null),
  'disputes.saveFinding': saveFinding,
  'disputes.saveSession': saveSession,
  'disputes.voidSession': (context, { reason, ...place }) => setVoided(context, 'mediation_sessions', place, reason),
  'disputes.restoreSession': (context, place) => setVoided(context, 'mediation_sessions', place, null),
  'disputes.setInstalments': setInstalments,
  // Papers and bundles are loaded when they are first made: the start of a thread touches none of them.
  'disputes.mediationPaper': async (context, input) => (await import('./paper.ts')).mediationPaper(context, input),
  'disputes.exportReply': async (context, input) => (await import('./export-reply.ts')).exportReply(context, input),
  'disputes.noteAgreement': noteAgreement,
  'disputes.noteAnswer': noteAnswer,
  'disputes.joinReply': joinReply,
  'disputes.caseMediation': viewCaseMediation,
  'disputes.answerQuestion': answerQuestion,
  'disputes.acceptProposal': acceptProposal,
  'disputes.linkInstalment': linkInstalment,
  'disputes.saveStep': saveStep,
  'disputes.voidStep': (context, { caseId, id, reason }) => voidStep(context, caseId, id, reason),
  'disputes.restoreStep': (context, { caseId, id }) => voidStep(context, caseId, id, null),
  'disputes.dates': listDisputeDates,
  'disputes.response': (context, { bundleId }) => viewResponse(context, bundleId),
  'disputes.startResponse': startResponse,
  'disputes.saveResponse': saveResponse,
  'disputes.saveResponseClaim': saveResponseClaim,
  'disputes.saveResponseCycle': saveResponseCycle,
  'disputes.fillResponse': fillResponse,
  'disputes.setResponseEvidence': setResponseEvidence,
  'disputes.exportResponse': async (context, input) =>
    (await import('./export-response.ts')).exportResponse(context, input),
  'disputes.answersTo': async (context, input) => (await import('./received-answers.ts')).answersTo(context, input),
  'disputes.compareFiles': async (context, input) => (await import('./compare-files.ts')).compareFiles(context, input),
}
