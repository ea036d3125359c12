import type { CallName } from '../../shared/contract.ts'
import { appHandlers } from './app/handlers.ts'
import { bundleHandlers } from './bundles/handlers.ts'
import type { Handler } from './context.ts'
import { contractHandlers } from './contracts/index.ts'
import { disputeHandlers } from './disputes/index.ts'
import { importHandlers } from './earnings/import/index.ts'
import { ledgerHandlers } from './earnings/index.ts'
import { partyHandlers } from './parties/index.ts'

/** Calls that a thread runs; those of the supervisor switch folders and are handled in core.ts. */
type ThreadCall = { [N in CallName]: N extends 'app.openSample' | 'app.leaveSample' ? never : N }[CallName]

/** Every call's handler. A call of the contract that lacks one, or one whose shape differs, does not compile. */
export const handlers: { [N in ThreadCall]: Handler<N> } = {
  ...appHandlers,
  ...partyHandlers,
  ...contractHandlers,
  ...disputeHandlers,
  ...bundleHandlers,
  ...importHandlers,
  ...ledgerHandlers,
}
