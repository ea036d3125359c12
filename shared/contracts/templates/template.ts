import { z } from 'zod'
import { idSchema } from '../../call.ts'
import { payTermsSchema } from '../../earnings/terms.ts'
import { relations } from '../../earnings/vocabulary.ts'

/**
 * A contract template as data (spec/contracts.md 'Templates are data'): `resources/contracts/<id>/template.json` with its clauses
 * beside it. What a contract says is Chinese, as papers are; what helps the person who fills it in is in both languages.
 */
export const localTextSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export type LocalText = z.infer<typeof localTextSchema>

const nameSchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/)
const keySchema = z.string().regex(/^[a-z][a-z0-9-]*$/)

export const variableTypes = ['text', 'money', 'percent', 'date', 'integer', 'party', 'choice', 'pay-terms'] as const

/** What a paper needs to know about a party; what the snapshot lacks is missing. */
export const partyDetails = ['idCard', 'creditCode', 'legalRepresentative', 'address', 'phone', 'bankCard'] as const

export const templateVariableSchema = z.strictObject({
  name: nameSchema,
  label: localTextSchema,
  help: localTextSchema,
  type: z.enum(variableTypes),
  required: z.boolean(),
  /** Heading under which it is asked, an id of `groups`. */
  group: keySchema,
  /** Of a `choice`; the Chinese label is what the paper says. */
  options: z.array(z.strictObject({ value: keySchema, label: localTextSchema })).optional(),
  /** What stands in the field at first; money in fen, percent in ppm. */
  default: z.union([z.string(), z.int()]).optional(),
  /** Bounds of a number, inclusive; money in fen, percent in ppm. */
  min: z.int().optional(),
  max: z.int().optional(),
  /** Longest text; 200 unless said. */
  maxLength: z.int().optional(),
  /** Said behind the field of an `integer`: 天, 个月. */
  unit: localTextSchema.optional(),
  /** Of a `party`: what the paper needs of a person and of an organisation. */
  needs: z
    .strictObject({ person: z.array(z.enum(partyDetails)), organisation: z.array(z.enum(partyDetails)) })
    .optional(),
  /** Asked (and required) only while all of these conditions of body.ts hold: `+clause-id`, `choice=value`. */
  when: z.array(z.string()).optional(),
})
export type TemplateVariable = z.infer<typeof templateVariableSchema>

const clauseShape = {
  id: keySchema,
  title: z.string().min(1),
  /** In `clauses/`. */
  file: z.string().regex(/^[a-z0-9-]+\.md$/),
  required: z.boolean(),
  /** The switch that takes an optional clause in. */
  optionalLabel: localTextSchema.optional(),
  /** On from the start. */
  chosenAtFirst: z.boolean().optional(),
  /** Weighs on one side: printed strong, to be pointed out (law cc-496). */
  weighty: z.boolean().optional(),
  lawIds: z.array(z.string().min(1)),
  /** What it means, in plain words, for the streamer. */
  note: localTextSchema,
}

const templateShape = {
  id: keySchema,
  version: z.int().min(1),
  title: localTextSchema,
  relation: z.enum(relations).exclude(['undetermined']),
  forWhom: localTextSchema,
  /** Said before anything is filled in: what this paper is not, what else is needed. */
  caution: localTextSchema.optional(),
  groups: z.array(z.strictObject({ id: keySchema, title: localTextSchema })),
  variables: z.array(templateVariableSchema),
  /** Which variable is what the register, the agreement and the calendar need; `to` absent: open end. */
  keys: z.strictObject({
    payer: nameSchema,
    payee: nameSchema,
    from: nameSchema,
    to: nameSchema.optional(),
    payTerms: nameSchema.optional(),
  }),
  /** 甲方 and 乙方, in this order, with what each is called in the text. */
  parties: z.array(z.strictObject({ variable: nameSchema, mark: z.string(), role: z.string() })).length(2),
  /** The text before the first clause, in `clauses/`. */
  preamble: z.string().regex(/^[a-z0-9-]+\.md$/),
  /** Named checks of `rules/`, each with the variables it looks at. */
  rules: z.array(z.strictObject({ rule: keySchema, with: z.record(z.string(), nameSchema) })),
}

/** `template.json` as it lies on disk. */
export const templateFileSchema = z.strictObject({
  ...templateShape,
  clauses: z.array(z.strictObject(clauseShape)).min(1),
})
export type TemplateFile = z.infer<typeof templateFileSchema>

/** A template with the text of its clauses, as it crosses to the window and goes into `buildContract`. */
export const contractTemplateSchema = z.strictObject({
  ...templateShape,
  preambleText: z.string(),
  clauses: z.array(z.strictObject({ ...clauseShape, body: z.string().min(1) })).min(1),
})
export type ContractTemplate = z.infer<typeof contractTemplateSchema>
export type TemplateClause = ContractTemplate['clauses'][number]

/** In lists. */
export const templateSummarySchema = z.strictObject({
  id: keySchema,
  version: z.int(),
  title: localTextSchema,
  relation: templateShape.relation,
  forWhom: localTextSchema,
  clauses: z.int(),
  optionalClauses: z.int(),
  variables: z.int(),
})
export type TemplateSummary = z.infer<typeof templateSummarySchema>

const detail = z.string().max(500).optional()

/** A party as it stood when the contract was written; whole identifiers, so it stays where the contract stays. */
export const partySnapshotSchema = z.strictObject({
  /** The record it was taken from, if it is one of this person's. */
  id: idSchema.optional(),
  kind: z.enum(['person', 'organisation']),
  name: z.string().trim().min(1).max(200),
  idCard: detail,
  creditCode: detail,
  legalRepresentative: detail,
  address: detail,
  phone: detail,
  mailingAddress: detail,
  email: detail,
  bankName: detail,
  bankCard: detail,
})
export type PartySnapshot = z.infer<typeof partySnapshotSchema>

/**
 * What was filled in, by variable: text and choice as text, money in integer fen, percent in ppm, dates civil, parties as
 * snapshots, pay terms as PayTerms. A variable that is not there is not filled in yet.
 */
export const contractValuesSchema = z.record(
  nameSchema,
  z.union([z.string().max(4000), z.int(), z.boolean(), partySnapshotSchema, payTermsSchema]),
)
export type ContractValues = z.infer<typeof contractValuesSchema>
export type ContractValue = ContractValues[string]

/** Ids of the optional clauses that are in. */
export const optionalClausesSchema = z.array(keySchema).max(100)
