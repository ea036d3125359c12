import { shanghaiDate } from '../../../shared/calendar.ts'
import type { disputeCalls } from '../../../shared/disputes/calls.ts'
import type { Handlers } from '../context.ts'
import { listCaseRows, viewCase } from './case-view.ts'
import { chooseExhibit, noteExport, setCaseVoided, setExhibits, setParty, updateCase } from './cases.ts'
import { addEvidence, evidenceItem, listEvidence, setEvidenceVoided, updateEvidence } from './evidence.ts'
import { exportPreview } from './export-preview.ts'
import { moveFact, saveFact, setFactVoided } from './facts.ts'
import { openCase, refreshCase, setCycles } from './open-case.ts'

export const disputeHandlers: Handlers<keyof typeof disputeCalls> = {
  'disputes.addEvidence': addEvidence,
  'disputes.updateEvidence': updateEvidence,
  'disputes.voidEvidence': (context, { id, reason }) => setEvidenceVoided(context, id, reason),
  'disputes.restoreEvidence': (context, { id }) => setEvidenceVoided(context, id, null),
  'disputes.listEvidence': (context, { ids, withVoided }) => {
    const today = shanghaiDate(context.now())
    const rows = listEvidence(context.db, ids, withVoided)
    return { evidence: rows.map((row) => evidenceItem(context.db, row, today)) }
  },
  'disputes.openCase': openCase,
  'disputes.listCases': (context, { withVoided }) => listCaseRows(context, withVoided),
  'disputes.getCase': (context, { id }) => viewCase(context, id),
  'disputes.updateCase': updateCase,
  'disputes.setCycles': setCycles,
  'disputes.setParty': setParty,
  'disputes.saveFact': saveFact,
  'disputes.moveFact': moveFact,
  'disputes.voidFact': (context, { caseId, id, reason }) => setFactVoided(context, caseId, id, reason),
  'disputes.restoreFact': (context, { caseId, id }) => setFactVoided(context, caseId, id, null),
  'disputes.refreshCase': (context, { id }) => refreshCase(context, id),
  'disputes.setExhibits': setExhibits,
  'disputes.chooseExhibit': chooseExhibit,
  'disputes.voidCase': (context, { id, reason }) => setCaseVoided(context, id, reason),
  'disputes.restoreCase': (context, { id }) => setCaseVoided(context, id, null),
  'disputes.exportPreview': exportPreview,
  // Papers and bundles are loaded when they are first made: the start of a thread touches none of them.
  'disputes.renderDocument': async (context, input) => (await import('./papers.ts')).renderDocument(context, input),
  'disputes.demandLetter': async (context, input) => (await import('./papers.ts')).demandLetter(context, input),
  'disputes.exportCase': async (context, input) => (await import('./export-case.ts')).exportCase(context, input),
  'disputes.noteExport': noteExport,
}
