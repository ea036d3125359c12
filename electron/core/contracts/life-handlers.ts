import type { handOverCalls } from '../../../shared/contracts/hand-over-calls.ts'
import type { contractLifeCalls } from '../../../shared/contracts/life-calls.ts'
import type { rosterCalls } from '../../../shared/contracts/roster/calls.ts'
import type { Handlers } from '../context.ts'
import { acceptReceived, declineReceived, reviewContract } from './hand-over-answer.ts'
import { endContract, putInForce } from './life-force.ts'
import { finishIssue, issueContracts, makePapers, takeBackIssue } from './life-issue.ts'
import { contractDetail, registerRows } from './life-view.ts'
import { saveDraft, saveKept, setContractVoided, signContract, todayOf } from './life.ts'
import { datesOfContracts, exportRegister, listBatches } from './register.ts'

type LifeCall = keyof typeof contractLifeCalls | keyof typeof handOverCalls | keyof typeof rosterCalls

export const lifeHandlers: Handlers<LifeCall> = {
  'contracts.saveDraft': saveDraft,
  'contracts.saveKept': saveKept,
  'contracts.issue': (context, { ids }) => issueContracts(context, ids),
  'contracts.makePapers': makePapers,
  'contracts.finishIssue': (context, { ids }) => finishIssue(context, ids),
  'contracts.takeBackIssue': (context, { ids }) => takeBackIssue(context, ids),
  'contracts.sign': signContract,
  'contracts.putInForce': putInForce,
  'contracts.end': endContract,
  'contracts.void': (context, { id, reason }) => setContractVoided(context, id, reason),
  'contracts.restore': (context, { id }) => setContractVoided(context, id, null),
  'contracts.register': (context, filter) => ({ contracts: registerRows(context.db, todayOf(context), filter) }),
  'contracts.get': (context, { id }) => contractDetail(context, id),
  'contracts.exportRegister': exportRegister,
  'contracts.dates': datesOfContracts,
  'contracts.review': reviewContract,
  'contracts.acceptReceived': acceptReceived,
  'contracts.declineReceived': declineReceived,
  // Bundles and tables are loaded when they are first needed: the start of a thread touches none of them.
  'contracts.exportHandOver': async (context, input) => (await import('./hand-over.ts')).exportHandOver(context, input),
  'contracts.noteHandOver': async (context, input) => (await import('./hand-over.ts')).noteHandOver(context, input),
  'contracts.exportAcceptance': async (context, input) =>
    (await import('./hand-over-return.ts')).exportAcceptance(context, input),
  'contracts.reviewAcceptance': async (context, input) =>
    (await import('./hand-over-return.ts')).reviewAcceptance(context, input),
  'contracts.joinAcceptance': async (context, input) =>
    (await import('./hand-over-return.ts')).joinAcceptance(context, input),
  'contracts.readRoster': async (context, input) => (await import('./batch-roster.ts')).readRoster(context, input),
  'contracts.checkRoster': async (context, input) => (await import('./batch.ts')).checkRoster(context, input),
  'contracts.createBatch': async (context, input) => (await import('./batch.ts')).createBatch(context, input),
  'contracts.listBatches': ({ db }) => listBatches(db),
}
