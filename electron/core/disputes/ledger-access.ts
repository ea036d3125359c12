import type { ComputeInput } from '../../../shared/earnings/index.ts'
import type { Db } from '../database/open.ts'

/** A statement whose lines an agreement counts, as a case needs it. */
export interface StatementRecord {
  id: string
  file: string
  sha256: string
  preset: string
  platform: string
  role: string
  exportedAt: string | null
  importedAt: string
  rows: number
  /** It has columns about buyers, which never leave (design.md 'Buyers' data'). */
  hasBuyersData: boolean
}

/** What the ledger knows of one agreement beyond the input of a computation. */
export interface AgreementLedger {
  /** The whole input of `earnings.compute`: every line and fact, from the agreement's first day to the chosen one. */
  input: ComputeInput
  /** Line id → statement id, sheet, row. */
  lineSources: Record<string, [string, string, number]>
  statements: StatementRecord[]
  evidenceOfPayments: Map<string, string[]>
  /** By cycle. */
  evidenceOfAcknowledgements: Map<string, string[]>
}

export function readAgreementLedger(_db: Db, _agreementId: string, _asOf: string): AgreementLedger {
  throw new Error('the ledger is not here yet')
}
