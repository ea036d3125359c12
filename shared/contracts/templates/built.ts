import { z } from 'zod'
import { localTextSchema, partySnapshotSchema } from './template.ts'

/** A stretch of a contract's text; `strong` is 黑体, `blank` an open line for the hand or what is still to be filled in. */
const runSchema = z.strictObject({ text: z.string(), style: z.enum(['strong', 'blank']).optional() })

/** One numbered or plain paragraph: 7.1 …, or （1）… under it; or a row of a table. */
export const builtParagraphSchema = z.strictObject({
  /** '' where none is printed. */
  number: z.string(),
  runs: z.array(runSchema),
  /** Of a row of a table: its cells; rows that follow one another are one table, the first its head. */
  cells: z.array(z.string()).optional(),
})
export type BuiltParagraph = z.infer<typeof builtParagraphSchema>

export const builtClauseSchema = z.strictObject({
  /** The template's id of the clause: the same clause in two versions, for a comparison. */
  id: z.string(),
  /** 第七条 报酬 */
  heading: z.string(),
  paragraphs: z.array(builtParagraphSchema),
  weighty: z.boolean(),
  lawIds: z.array(z.string()),
  note: localTextSchema,
})
export type BuiltClause = z.infer<typeof builtClauseSchema>

export const builtPartySchema = z.strictObject({
  /** 甲方（用人单位） */
  mark: z.string(),
  role: z.string(),
  /** Null while nobody was chosen. */
  party: partySnapshotSchema.nullable(),
  /** Fields the paper prints, in order; those without a value stay open. */
  fields: z.array(z.strictObject({ label: z.string(), value: z.string() })),
})
export type BuiltParty = z.infer<typeof builtPartySchema>

/** A contract as text: what the paper prints and what a reader sees clause by clause. Pure data, the same for the same input. */
export const builtContractSchema = z.strictObject({
  templateId: z.string(),
  version: z.int(),
  title: z.string(),
  /** Null in a draft. */
  number: z.string().nullable(),
  parties: z.array(builtPartySchema),
  preamble: z.array(builtParagraphSchema),
  clauses: z.array(builtClauseSchema),
  /** Required variables without a value. */
  missing: z.array(z.strictObject({ variable: z.string(), label: localTextSchema })),
})
export type BuiltContract = z.infer<typeof builtContractSchema>

/** A paragraph as plain text with its number, to search, compare and read aloud. */
export function paragraphText({ number, runs, cells }: BuiltParagraph): string {
  if (cells !== undefined) return cells.join(' | ')
  const text = runs.map((run) => run.text).join('')
  return number === '' ? text : `${number}　${text}`
}
