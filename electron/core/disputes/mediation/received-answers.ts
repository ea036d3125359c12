import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import { BoanError } from '../../../../shared/errors.ts'
import { listReceivedBundles, readWholeContent } from '../../bundles/index.ts'
import type { CallContext } from '../../context.ts'

type Answers = Output<'disputes.answersTo'>['answers']

/**
 * Received responses to a case, the last made first: what the other side admits fills the mediator's table only from a file that is
 * whole and rightly signed (spec/bundle.md 'Verifying'). A damaged one is left to its own screen, which says what is wrong with it.
 */
export async function answersTo(
  context: CallContext,
  { caseId, caseNumber }: ParsedInput<'disputes.answersTo'>,
): Promise<Output<'disputes.answersTo'>> {
  const answers: Answers = []
  for (const { id, kind, externalId } of listReceivedBundles(context.db).bundles) {
    if (kind !== 'response' || externalId !== caseNumber) continue
    context.throwIfCancelled()
    const answer = await answerIn(context, id, caseId)
    if (answer !== undefined) answers.push(answer)
  }
  return { answers: answers.toSorted((a, b) => (a.exportedAt < b.exportedAt ? 1 : -1)) }
}

async function answerIn(context: CallContext, bundleId: string, caseId: string): Promise<Answers[number] | undefined> {
  try {
    const { data } = await readWholeContent(context, bundleId, 'response')
    if (data.case.caseId !== caseId) return undefined
    return { bundleId, respondent: data.respondent, exportedAt: data.exportedAt, claims: data.claims }
  } catch (error) {
    if (error instanceof BoanError) return undefined
    throw error
  }
}
