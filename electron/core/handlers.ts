import type { CallDefinition } from '../../shared/call.ts'
import type { CallName } from '../../shared/contract.ts'
import { BoanError } from '../../shared/errors.ts'
import type { CallContext, Handler } from './context.ts'

/** Calls that a thread runs; those of the supervisor switch folders and are handled in core.ts. */
type ThreadCall = { [N in CallName]: N extends 'app.openSample' | 'app.leaveSample' ? never : N }[CallName]

interface Shelf<C extends Record<string, CallDefinition>> {
  calls: C
  handlers: { [N in ThreadCall & keyof C]: Handler<N> }
}
type Load<C extends Record<string, CallDefinition>> = () => Promise<Shelf<C>>

/** Checks a shelf's handlers against its own calls. */
function shelf<C extends Record<string, CallDefinition>>(load: Load<C>): Load<C> {
  return load
}

/**
 * Every domain's calls and handlers, on shelves that are loaded one after the other until one has the call that is asked for: the
 * start of a thread touches no other, and what is asked first of a domain stands first. A handler whose shape differs from its
 * call does not compile, nor does a call of the contract that stands on no shelf.
 */
const shelves = {
  app: [
    shelf(async () => ({
      calls: (await import('../../shared/app/calls.ts')).appCalls,
      handlers: (await import('./app/handlers.ts')).appHandlers,
    })),
  ],
  parties: [
    shelf(async () => ({
      calls: (await import('../../shared/parties/calls.ts')).partyCalls,
      handlers: (await import('./parties/index.ts')).partyHandlers,
    })),
  ],
  contracts: [
    shelf(async () => ({
      calls: (await import('../../shared/contracts/calls.ts')).contractCalls,
      handlers: (await import('./contracts/handlers.ts')).agreementHandlers,
    })),
    shelf(async () => ({
      calls: (await import('../../shared/contracts/template-calls.ts')).templateCalls,
      handlers: (await import('./contracts/template-handlers.ts')).templateHandlers,
    })),
    shelf(async () => ({
      calls: {
        ...(await import('../../shared/contracts/life-calls.ts')).contractLifeCalls,
        ...(await import('../../shared/contracts/hand-over-calls.ts')).handOverCalls,
        ...(await import('../../shared/contracts/roster/calls.ts')).rosterCalls,
      },
      handlers: (await import('./contracts/life-handlers.ts')).lifeHandlers,
    })),
  ],
  disputes: [
    shelf(async () => ({
      calls: (await import('../../shared/disputes/calls.ts')).disputeCalls,
      handlers: (await import('./disputes/handlers.ts')).disputeHandlers,
    })),
    shelf(async () => ({
      calls: {
        ...(await import('../../shared/disputes/mediation/mediator-calls.ts')).mediatorCalls,
        ...(await import('../../shared/disputes/mediation/party-calls.ts')).mediatedPartyCalls,
        ...(await import('../../shared/disputes/mediation/response-calls.ts')).responseCalls,
      },
      handlers: (await import('./disputes/mediation/handlers.ts')).mediationHandlers,
    })),
  ],
  earnings: [
    shelf(async () => ({
      calls: (await import('../../shared/earnings/ledger-calls.ts')).ledgerCalls,
      handlers: (await import('./earnings/ledger/handlers.ts')).ledgerHandlers,
    })),
    shelf(async () => ({
      calls: (await import('../../shared/earnings/import-calls.ts')).importCalls,
      handlers: (await import('./earnings/import/index.ts')).importHandlers,
    })),
    shelf(async () => ({
      calls: (await import('../../shared/earnings/settlement-calls.ts')).settlementCalls,
      handlers: (await import('./earnings/settlement/index.ts')).settlementHandlers,
    })),
  ],
  training: [
    shelf(async () => ({
      calls: (await import('../../shared/training/calls.ts')).trainingCalls,
      handlers: (await import('./training/handlers.ts')).trainingHandlers,
    })),
    shelf(async () => ({
      calls: (await import('../../shared/training/learning-calls.ts')).learningCalls,
      handlers: (await import('./training/learning.ts')).learningHandlers,
    })),
  ],
  bundles: [
    shelf(async () => ({
      calls: (await import('../../shared/bundles/calls.ts')).bundleCalls,
      handlers: (await import('./bundles/handlers.ts')).bundleHandlers,
    })),
  ],
}

type LoadOf<L> = L extends readonly (infer One)[] ? One : never
type CallsOf<L> = L extends Load<infer C> ? keyof C : never
type ShelvedCall = CallsOf<LoadOf<(typeof shelves)[keyof typeof shelves]>>

interface LoadedCall {
  definition: CallDefinition
  handler: (context: CallContext, input: unknown) => unknown
}

type AnyShelf = { calls: Record<string, CallDefinition>; handlers: Record<string, LoadedCall['handler']> }

/** Does not compile while a call of the contract stands on no shelf. */
const shelvesByDomain: Record<string, readonly (() => Promise<unknown>)[]> = shelves satisfies [ThreadCall] extends [
  ShelvedCall,
]
  ? Record<string, readonly (() => Promise<unknown>)[]>
  : never

/** One call's schemas and handler. Throws `app.unknown-call` for a name that is none a thread runs. */
export async function loadCall(name: string): Promise<LoadedCall> {
  const domain = name.slice(0, name.indexOf('.'))
  for (const load of Object.hasOwn(shelvesByDomain, domain) ? (shelvesByDomain[domain] ?? []) : []) {
    const { calls, handlers } = (await load()) as AnyShelf
    const definition = Object.hasOwn(calls, name) ? calls[name] : undefined
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
    if (definition !== undefined && handler !== undefined) return { definition, handler }
  }
  throw new BoanError('app.unknown-call', { name })
}
