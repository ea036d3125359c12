import { z } from 'zod'
import { civilDateSchema, defineCall, idSchema, momentSchema, outgoingFileSchema, sha256Schema } from '../call.ts'
import { clauseRemarkSchema, contractDecisions } from './hand-over.ts'
import { contractStandings } from './life.ts'
import { contractDetailSchema } from './life-shapes.ts'
import { scopeSchema } from './scope.ts'

const byBundle = z.strictObject({ bundleId: sha256Schema })
const nameSchema = z.string().trim().min(1).max(200)
const sideSchema = z.enum(['payer', 'payee'])
const remarksSchema = z.array(clauseRemarkSchema).max(200)

const answerSchema = z.strictObject({
  decision: z.enum(contractDecisions),
  by: z.string(),
  date: civilDateSchema,
  note: z.string(),
  remarks: remarksSchema,
  contractId: idSchema.nullable(),
})
export type ContractAnswer = z.infer<typeof answerSchema>

/** Handing contracts over and answering them (spec/contracts.md 'Hand-over'). */
export const handOverCalls = {
  'contracts.exportHandOver': defineCall({
    summary:
      'Signed files that hand contracts over: one contract as a .boan, several as a zip with papers and register. Note it with contracts.noteHandOver.',
    effect: 'read',
    worker: 'documents',
    long: true,
    input: z.strictObject({
      ids: z.array(idSchema).min(1).max(1000),
      /** Only for a repeatable file; else now. */
      moment: momentSchema.optional(),
    }),
    output: z.strictObject({
      file: outgoingFileSchema,
      fingerprint: z.string(),
      bundles: z.array(z.strictObject({ id: idSchema, manifestSha256: sha256Schema })),
    }),
  }),
  'contracts.noteHandOver': defineCall({
    summary: 'Notes that contracts were handed over, so that an answer to them is known again.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      bundles: z
        .array(z.strictObject({ id: idSchema, manifestSha256: sha256Schema }))
        .min(1)
        .max(1000),
    }),
    output: z.strictObject({}),
  }),
  'contracts.review': defineCall({
    summary: 'What this computer can say about a received contract before it is answered.',
    effect: 'read',
    worker: 'documents',
    input: byBundle,
    output: z.strictObject({
      /** The hash that the file names is that of its text. */
      contentOk: z.boolean(),
      /** Made on this computer. */
      isOwn: z.boolean(),
      /** Clauses whose words are not those that this BoAn's template makes of the same data; null when it does not know the template. */
      differingClauses: z.array(z.string()).nullable(),
      /** The side that the person using this computer is, as far as names and numbers tell. */
      self: sideSchema.nullable(),
      answer: answerSchema.nullable(),
      /** The contract it amends, when that one is in the register here. */
      amendsId: idSchema.nullable(),
    }),
  }),
  'contracts.acceptReceived': defineCall({
    summary:
      'Accepts a received contract: its parties, terms and dates come into the register and the ledger as they are. It is no signature.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      bundleId: sha256Schema,
      /** Which side the person is. */
      self: sideSchema,
      by: nameSchema,
      date: civilDateSchema,
      /** Which orders it is about; the contract's own when absent. */
      scope: scopeSchema.optional(),
      note: z.string().max(2000).default(''),
      remarks: remarksSchema.default([]),
    }),
    output: contractDetailSchema,
  }),
  'contracts.declineReceived': defineCall({
    summary: 'Declines a received contract, with reasons by clause; nothing of it enters the register.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      bundleId: sha256Schema,
      by: nameSchema,
      date: civilDateSchema,
      note: z.string().max(2000).default(''),
      remarks: remarksSchema.default([]),
    }),
    output: answerSchema,
  }),
  'contracts.exportAcceptance': defineCall({
    summary: 'The signed file with the answer to a received contract, to send back.',
    effect: 'read',
    worker: 'documents',
    input: byBundle,
    output: z.strictObject({ file: outgoingFileSchema, fingerprint: z.string() }),
  }),
  'contracts.reviewAcceptance': defineCall({
    summary: 'Which contract of the register a received answer is about, and whether it can be taken.',
    effect: 'read',
    worker: 'documents',
    input: byBundle,
    output: z.strictObject({
      outcome: z.enum(['fits', 'joined', 'other-contract', 'other-bundle']),
      contract: z
        .strictObject({
          id: idSchema,
          number: z.string().nullable(),
          title: z.string(),
          standing: z.enum(contractStandings),
        })
        .nullable(),
    }),
  }),
  'contracts.joinAcceptance': defineCall({
    summary: 'Takes a received answer into the register: the contract is then accepted, or declined with its reasons.',
    effect: 'write',
    worker: 'writer',
    input: byBundle,
    output: contractDetailSchema,
  }),
}
