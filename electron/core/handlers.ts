import type { CallDefinition } from '../../shared/call.ts'
import type { CallName, Contract } from '../../shared/contract.ts'
import { BoanError } from '../../shared/errors.ts'
import type { CallContext, Handler } from './context.ts'

/** Calls that a thread runs; those of the supervisor switch folders and are handled in core.ts. */
type ThreadCall = { [N in CallName]: N extends 'app.openSample' | 'app.leaveSample' ? never : N }[CallName]
type Domain = CallName extends infer N ? (N extends `${infer D}.${string}` ? D : never) : never

interface Part<D extends Domain> {
  calls: Pick<Contract, CallName & `${D}.${string}`>
  handlers: { [N in ThreadCall & `${D}.${string}`]: Handler<N> }
}

/**
 * Every domain's calls and handlers, loaded with the first call of that domain: the start of a thread touches no other. A call of
 * the contract that lacks a handler, or one whose shape differs, does not compile.
 */
const parts: { [D in Domain]: () => Promise<Part<D>> } = {
  app: async () => ({
    calls: (await import('../../shared/app/calls.ts')).appCalls,
    handlers: (await import('./app/handlers.ts')).appHandlers,
  }),
  parties: async () => ({
    calls: (await import('../../shared/parties/calls.ts')).partyCalls,
    handlers: (await import('./parties/index.ts')).partyHandlers,
  }),
  contracts: async () => ({
    calls: {
      ...(await import('../../shared/contracts/calls.ts')).contractCalls,
      ...(await import('../../shared/contracts/template-calls.ts')).templateCalls,
      ...(await import('../../shared/contracts/life-calls.ts')).contractLifeCalls,
      ...(await import('../../shared/contracts/hand-over-calls.ts')).handOverCalls,
      ...(await import('../../shared/contracts/roster/calls.ts')).rosterCalls,
    },
    handlers: (await import('./contracts/index.ts')).contractHandlers,
  }),
  disputes: async () => ({
    calls: {
      ...(await import('../../shared/disputes/calls.ts')).disputeCalls,
      ...(await import('../../shared/disputes/mediation/mediator-calls.ts')).mediatorCalls,
      ...(await import('../../shared/disputes/mediation/party-calls.ts')).mediatedPartyCalls,
      ...(await import('../../shared/disputes/mediation/response-calls.ts')).responseCalls,
    },
    handlers: {
      ...(await import('./disputes/index.ts')).disputeHandlers,
      ...(await import('./disputes/mediation/handlers.ts')).mediationHandlers,
    },
  }),
  earnings: async () => ({
    calls: {
      ...(await import('../../shared/earnings/import-calls.ts')).importCalls,
      ...(await import('../../shared/earnings/ledger-calls.ts')).ledgerCalls,
      ...(await import('../../shared/earnings/settlement-calls.ts')).settlementCalls,
    },
    handlers: {
      ...(await import('./earnings/import/index.ts')).importHandlers,
      ...(await import('./earnings/index.ts')).ledgerHandlers,
      ...(await import('./earnings/settlement/index.ts')).settlementHandlers,
    },
  }),
  training: async () => ({
    calls: {
      ...(await import('../../shared/training/calls.ts')).trainingCalls,
      ...(await import('../../shared/training/learning-calls.ts')).learningCalls,
    },
    handlers: {
      ...(await import('./training/index.ts')).trainingHandlers,
      ...(await import('./training/learning.ts')).learningHandlers,
    },
  }),
  bundles: async () => ({
    calls: (await import('../../shared/bundles/calls.ts')).bundleCalls,
    handlers: (await import('./bundles/handlers.ts')).bundleHandlers,
  }),
}

interface LoadedCall {
  definition: CallDefinition
  handler: (context: CallContext, input: unknown) => unknown
}

/** One call's schemas and handler. Throws `app.unknown-call` for a name that is none a thread runs. */
export async function loadCall(name: string): Promise<LoadedCall> {
  const domain = name.slice(0, name.indexOf('.'))
  if (!Object.hasOwn(parts, domain)) throw new BoanError('app.unknown-call', { name })
  const part = (await parts[domain as Domain]()) as {
    calls: Record<string, CallDefinition>
    handlers: Record<string, LoadedCall['handler']>
  }
  const definition = Object.hasOwn(part.calls, name) ? part.calls[name] : undefined
  const handler = Object.hasOwn(part.handlers, name) ? part.handlers[name] : undefined
  if (definition === undefined || handler === undefined) throw new BoanError('app.unknown-call', { name })
  return { definition, handler }
}
