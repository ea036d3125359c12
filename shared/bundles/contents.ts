import { z } from 'zod'
import { acceptanceFileSchema, contractFileSchema } from '../contracts/hand-over.ts'
import { caseFileSchema } from '../disputes/case-file.ts'
import { replyFileSchema } from '../disputes/mediation/reply-file.ts'
import { responseFileSchema } from '../disputes/mediation/response-file.ts'
import { statementFileSchema } from '../earnings/statement-file.ts'
import type { BundleKind } from './bag.ts'

/** The file below `data/` that is the content of each kind; its JSON Schema lies beside it as `<name>.schema.json`. */
export const contentFiles: Record<BundleKind, string> = {
  case: 'case.json',
  response: 'response.json',
  'mediation-reply': 'reply.json',
  contract: 'contract.json',
  'contract-acceptance': 'acceptance.json',
  statement: 'statement.json',
}

/** A received case as it is shown. What it was computed from is large and comes cycle by cycle, by `bundles.working` and `bundles.lines`. */
const shownCaseSchema = caseFileSchema.omit({ computations: true })
export type ShownCase = z.infer<typeof shownCaseSchema>

/**
 * The content of a received bundle, by kind. To add a kind: its schema here (the file of `contentFiles`, whole), and its view in
 * `renderer/bundles/received-views.tsx`.
 */
export const bundleContentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), data: shownCaseSchema }),
  z.strictObject({ kind: z.literal('mediation-reply'), data: replyFileSchema }),
  z.strictObject({ kind: z.literal('response'), data: responseFileSchema }),
  z.strictObject({ kind: z.literal('statement'), data: statementFileSchema }),
  z.strictObject({ kind: z.literal('contract'), data: contractFileSchema }),
  z.strictObject({ kind: z.literal('contract-acceptance'), data: acceptanceFileSchema }),
])
export type BundleContent = z.infer<typeof bundleContentSchema>
/** What a bundle of a kind holds. */
export type ContentOf<K extends BundleContent['kind']> = Extract<BundleContent, { kind: K }>['data']
