import { canonicalJsonOf } from '../../../../shared/canonical-json.ts'
import type { Proposal } from '../../../../shared/disputes/mediation/proposal.ts'
import type { Instalment } from '../../../../shared/disputes/mediation/shapes.ts'
import { sha256Text } from '../../audit/journal.ts'
import type { MediationRecord } from './mediation-store.ts'

/**
 * SHA-256 of what a mediation agreement says, and of nothing that is only kept beside it: the day it was signed or the application
 * was taken changes no word of a paper that is signed already.
 */
export function agreementSha256(
  { file, words }: Pick<MediationRecord, 'file' | 'words'>,
  { proposal, plan }: { proposal: Proposal; plan: readonly Instalment[] },
): string {
  const { parties, claims, totals, asOf, relation, procedure, caseNumber } = file
  const { committee, mediator, recorder, agreementNumber, account, late, copies } = words
  const printed = { committee, mediator, recorder, agreementNumber, account, late, copies }
  const said = { parties, claims, totals, asOf, relation, procedure, caseNumber, words: printed, proposal, plan }
  return sha256Text(canonicalJsonOf(said))
}
