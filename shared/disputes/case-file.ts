import { z } from 'zod'
import { civilDateSchema, fenSchema, momentSchema, sha256Schema } from '../call.ts'

/**
 * case.json: the whole case as it leaves the computer (spec/bundle.md). Papers, READ-ME-FIRST, the mediator's screen and the
 * verification all read this and nothing else. Texts are the person's own; codes are rendered through the catalogues.
 */
export const caseFileVersion = 1

export const audienceSchema = z.enum(['mediator', 'court', 'other-side', 'hotline'])
export type Audience = z.infer<typeof audienceSchema>

export const relationSchema = z.enum(['labour', 'intermediate', 'civil', 'undetermined'])

/** Identifiers as they are to be printed for this audience: whole, masked (`3301********1234`) or left out. */
export const casePartySchema = z.strictObject({
  id: z.string(),
  side: z.enum(['applicant', 'respondent', 'representative', 'related']),
  kind: z.enum(['person', 'organisation']),
  name: z.string(),
  idCard: z.string().optional(),
  creditCode: z.string().optional(),
  phone: z.string().optional(),
  bankCard: z.string().optional(),
  bankName: z.string().optional(),
  address: z.string().optional(),
  mailingAddress: z.string().optional(),
  legalRepresentative: z.string().optional(),
  /** From the identity number; an application asks for the age even where the number is masked. */
  birthDate: civilDateSchema.optional(),
  gender: z.enum(['female', 'male']).optional(),
  ethnicity: z.string().optional(),
  occupation: z.string().optional(),
  email: z.string().optional(),
  /** Names of the fields above that are masked or left out for this audience. */
  masked: z.array(z.string()),
})

export const caseFactSchema = z.strictObject({
  id: z.string(),
  date: civilDateSchema,
  text: z.string(),
  /** Made by the app from a record (then `code` and `params` say which), or written by the person. */
  origin: z.enum(['record', 'person']),
  code: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Ids of what it rests on: evidence, payments, deductions, imports. */
  sourceIds: z.array(z.string()),
})

/** One cycle's part of a claim. The two claims of one cycle add up to its outstanding amount (spec/disputes.md 'Claims'). */
export const claimCycleSchema = z.strictObject({
  agreementId: z.string(),
  cycle: z.string(),
  from: civilDateSchema,
  to: civilDateSchema,
  dueDate: civilDateSchema.nullable(),
  overdueDays: z.int().min(0),
  expectedFen: fenSchema,
  withheldFen: fenSchema,
  allowedFen: fenSchema,
  paidFen: fenSchema,
  outstandingFen: fenSchema,
  /** Of claim 1: 少算 and 认账未付 when the payer has acknowledged an amount. */
  underCountedFen: fenSchema.nullable(),
  acknowledgedUnpaidFen: fenSchema.nullable(),
  improperFen: fenSchema,
  amountFen: fenSchema,
  interestFen: fenSchema,
})

export const caseClaimSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['unpaid-pay', 'improper-deduction']),
  amountFen: fenSchema,
  interestFen: fenSchema,
  totalFen: fenSchema,
  /** The last day that interest is counted for. */
  interestTo: civilDateSchema,
  cycles: z.array(claimCycleSchema),
  /** Deductions behind claim 2, each with the reason why it does not hold. */
  deductions: z.array(
    z.strictObject({
      id: z.string(),
      cycle: z.string(),
      statedReason: z.string(),
      deductedFen: fenSchema,
      allowedFen: fenSchema,
      whyCode: z.string(),
      whyParams: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  lawIds: z.array(z.string()),
  /** Marks for the person: what this claim rests on alone (law.md ev-90). */
  warnings: z.array(z.string()),
})

export const caseEvidenceSchema = z.strictObject({
  id: z.string(),
  /** 证据1…n */
  number: z.int().min(1),
  title: z.string(),
  kind: z.enum(['contract', 'statement', 'payment', 'chat', 'screenshot', 'recording', 'video', 'witness', 'other']),
  source: z.string(),
  takenBy: z.string(),
  takenAt: z.string().nullable(),
  purpose: z.string(),
  originalPlace: z.string(),
  originalHolder: z.enum(['me', 'payer', 'platform', 'third-party', 'none']),
  importedAt: momentSchema,
  sha256: sha256Schema,
  mime: z.string(),
  sizeBytes: z.int().min(0),
  /** Pages in the page count through all evidence; null for what has no pages. */
  pages: z.int().min(1).nullable(),
  /** Path in the bundle under data/; null when it does not go along for this audience. */
  file: z.string().nullable(),
  /** A redacted copy names the original's hash and says what was removed. */
  redactedOf: sha256Schema.nullable(),
  redaction: z.string(),
})

export const caseStatementSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  sha256: sha256Schema,
  preset: z.string(),
  platform: z.string(),
  role: z.string(),
  exportedAt: momentSchema.nullable(),
  importedAt: momentSchema,
  rows: z.int().min(0),
  /** Number of the evidence that this file is, if it goes along. */
  evidenceNumber: z.int().nullable(),
})

export const caseFileSchema = z.strictObject({
  format: z.literal('boan-case'),
  version: z.literal(caseFileVersion),
  appVersion: z.string(),
  caseId: z.string(),
  /** Such as 2026-0001. */
  caseNumber: z.string(),
  title: z.string(),
  openedAt: momentSchema,
  exportedAt: momentSchema,
  /** The chosen day: interest and status are counted up to and including it. */
  asOf: civilDateSchema,
  audience: audienceSchema,
  relation: relationSchema,
  procedure: z.enum(['people-mediation', 'labour-mediation']),
  /** To whom the application goes; empty while the person has not said. */
  addressee: z.string(),
  /** 事实与理由 in the person's own words, as paragraphs; the timeline stands beside it. */
  statement: z.string(),
  parties: z.array(casePartySchema),
  facts: z.array(caseFactSchema),
  claims: z.array(caseClaimSchema),
  totals: z.strictObject({
    outstandingFen: fenSchema,
    interestFen: fenSchema,
    totalFen: fenSchema,
    /** What the payer's own statement admits and has not paid. */
    undisputedFen: fenSchema,
  }),
  /** Where the relation is undetermined (computed as civil): the same claims the labour way (spec/disputes.md 'A case'). */
  labourWay: z
    .strictObject({
      claims: z.array(caseClaimSchema),
      totals: z.strictObject({
        outstandingFen: fenSchema,
        interestFen: fenSchema,
        totalFen: fenSchema,
        undisputedFen: fenSchema,
      }),
    })
    .nullable(),
  /** Each agreement's whole input of `earnings.compute` and the answer it gave: who verifies computes it again. */
  computations: z.array(
    z.strictObject({
      agreementId: z.string(),
      title: z.string(),
      /** Shape of spec/compute.md. */
      input: z.record(z.string(), z.unknown()),
      output: z.record(z.string(), z.unknown()),
      /** Where each line stands: id of the line → statement id, sheet and row. */
      lineSources: z.record(z.string(), z.tuple([z.string(), z.string(), z.int()])),
    }),
  ),
  evidence: z.array(caseEvidenceSchema),
  statements: z.array(caseStatementSchema),
  documents: z.array(z.strictObject({ kind: z.string(), file: z.string(), sha256: sha256Schema })),
  /** For a mediator who asked: what the applicant answered, by the question's id in the mediator's reply. Absent where nothing was. */
  answers: z
    .array(
      z.strictObject({
        questionId: z.string(),
        question: z.string(),
        answer: z.string(),
        answeredOn: civilDateSchema,
      }),
    )
    .optional(),
  /** What does not leave for this audience: evidence by number and identifiers by party, in codes. */
  withheld: z.array(z.strictObject({ what: z.string(), code: z.string() })),
})

export type CaseFile = z.infer<typeof caseFileSchema>
export type CaseParty = z.infer<typeof casePartySchema>
export type CaseFact = z.infer<typeof caseFactSchema>
export type CaseClaim = z.infer<typeof caseClaimSchema>
export type ClaimCycle = z.infer<typeof claimCycleSchema>
export type CaseEvidence = z.infer<typeof caseEvidenceSchema>
export type CaseStatement = z.infer<typeof caseStatementSchema>
