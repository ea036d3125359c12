import type { z } from 'zod'
import { appCalls } from './app/calls.ts'
import { bundleCalls } from './bundles/calls.ts'
import type { CallDefinition } from './call.ts'
import { contractCalls } from './contracts/calls.ts'
import { handOverCalls } from './contracts/hand-over-calls.ts'
import { contractLifeCalls } from './contracts/life-calls.ts'
import { rosterCalls } from './contracts/roster/calls.ts'
import { templateCalls } from './contracts/template-calls.ts'
import { disputeCalls } from './disputes/calls.ts'
import { mediatorCalls } from './disputes/mediation/mediator-calls.ts'
import { mediatedPartyCalls } from './disputes/mediation/party-calls.ts'
import { responseCalls } from './disputes/mediation/response-calls.ts'
import { importCalls } from './earnings/import-calls.ts'
import { ledgerCalls } from './earnings/ledger-calls.ts'
import { settlementCalls } from './earnings/settlement-calls.ts'
import type { ErrorData } from './errors.ts'
import { partyCalls } from './parties/calls.ts'
import { trainingCalls } from './training/calls.ts'
import { learningCalls } from './training/learning-calls.ts'

/**
 * The one list of calls between what people see and what owns the data; each domain contributes its part.
 * To add a call: declare it in `shared/<domain>/…calls.ts`, write its handler in `electron/core/<domain>/`, and both are
 * checked against each other here and in `electron/core/handlers.ts`.
 */
export const contract = mergeCalls(
  appCalls,
  partyCalls,
  contractCalls,
  templateCalls,
  contractLifeCalls,
  handOverCalls,
  rosterCalls,
  disputeCalls,
  mediatorCalls,
  mediatedPartyCalls,
  responseCalls,
  bundleCalls,
  importCalls,
  ledgerCalls,
  settlementCalls,
  trainingCalls,
  learningCalls,
)

export type Contract = typeof contract
export type CallName = keyof Contract
/** What a caller gives. */
export type Input<N extends CallName> = z.input<Contract[N]['input']>
/** What a handler gets after the schema has parsed it. */
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>
export type Output<N extends CallName> = z.output<Contract[N]['output']>

export type Reply<T> = { ok: true; value: T } | { ok: false; error: ErrorData }

type Part = Record<string, CallDefinition>
type Merged<T extends Part[]> = T extends [infer First extends Part, ...infer Rest extends Part[]]
  ? First & Merged<Rest>
  : unknown

function mergeCalls<T extends Part[]>(...parts: T): Merged<T> {
  const merged: Part = {}
  for (const part of parts) {
    for (const [name, definition] of Object.entries(part)) {
      if (Object.hasOwn(merged, name)) throw new Error(`call declared twice: ${name}`)
      merged[name] = definition
    }
  }
  return merged as Merged<T>
}
