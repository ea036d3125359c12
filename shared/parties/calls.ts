import { z } from 'zod'
import { civilDateSchema, defineCall, idSchema, momentSchema } from '../call.ts'

const nameSchema = z.string().trim().min(1).max(200)
const namesSchema = z.array(nameSchema).max(50)
const textSchema = z.string().max(500)
const genderSchema = z.enum(['female', 'male'])
const kindSchema = z.enum(['person', 'organisation'])

/** Texts as they are typed; the core checks them and keeps one form. Absent leaves a field as it is, null clears it. */
const changeSchema = textSchema.nullable().optional()

const detailShape = {
  idCard: z.string().nullable(),
  creditCode: z.string().nullable(),
  phone: z.string().nullable(),
  bankCard: z.string().nullable(),
  bankName: z.string().nullable(),
  address: z.string().nullable(),
  mailingAddress: z.string().nullable(),
  legalRepresentative: z.string().nullable(),
  gender: genderSchema.nullable(),
  ethnicity: z.string().nullable(),
  occupation: z.string().nullable(),
  email: z.string().nullable(),
}

/** A party as screens show it: identity number, phone, bank card, addresses and e-mail masked. */
export const partySchema = z.strictObject({
  id: idSchema,
  kind: kindSchema,
  name: z.string(),
  /** Names under which this party pays or appears in lists. */
  alsoKnownAs: z.array(z.string()),
  ...detailShape,
  note: z.string(),
  /** The person using this computer. */
  isSelf: z.boolean(),
  /** How many agreements that are not voided name this party. */
  agreements: z.int(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
  voidedAt: momentSchema.nullable(),
  voidReason: z.string().nullable(),
})
export type Party = z.infer<typeof partySchema>

export const partyIdentifiersSchema = z.strictObject({
  id: idSchema,
  ...detailShape,
  birthDate: civilDateSchema.nullable(),
})
export type PartyIdentifiers = z.infer<typeof partyIdentifiersSchema>

export const partyCalls = {
  'parties.save': defineCall({
    summary:
      'Adds a person or an organisation (without id) or changes one; identifiers are checked. Answers it masked.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      id: idSchema.optional(),
      /** Needed for a new one. */
      kind: kindSchema.optional(),
      name: nameSchema.optional(),
      alsoKnownAs: namesSchema.optional(),
      idCard: changeSchema,
      creditCode: changeSchema,
      phone: changeSchema,
      bankCard: changeSchema,
      bankName: changeSchema,
      address: changeSchema,
      mailingAddress: changeSchema,
      legalRepresentative: changeSchema,
      gender: genderSchema.nullable().optional(),
      ethnicity: changeSchema,
      occupation: changeSchema,
      email: changeSchema,
      note: z.string().max(2000).optional(),
      /** True makes it the person using this computer. */
      isSelf: z.literal(true).optional(),
    }),
    output: partySchema,
  }),
  'parties.list': defineCall({
    summary: 'People and organisations by name, masked; voided ones only when asked.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ withVoided: z.boolean().default(false) }),
    output: z.strictObject({ parties: z.array(partySchema) }),
  }),
  'parties.get': defineCall({
    summary: 'One party, masked.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ id: idSchema }),
    output: partySchema,
  }),
  'parties.reveal': defineCall({
    summary: 'The identifiers of one party, whole, and the date of birth from the identity number.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ id: idSchema }),
    output: partyIdentifiersSchema,
  }),
  'parties.void': defineCall({
    summary: 'Takes a party that no agreement in force of the records names out of the lists; it can be brought back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: idSchema, reason: z.string().trim().min(1).max(500) }),
    output: partySchema,
  }),
  'parties.restore': defineCall({
    summary: 'Brings a voided party back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: idSchema }),
    output: partySchema,
  }),
}
