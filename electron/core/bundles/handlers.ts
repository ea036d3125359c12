import type { bundleCalls } from '../../../shared/bundles/calls.ts'
import type { Handlers } from '../context.ts'

// Zip, signatures and the rules of pay are loaded when a bundle first comes: the start of a thread touches none of them.
const received = () => import('./received.ts')

export const bundleHandlers: Handlers<keyof typeof bundleCalls> = {
  'bundles.verify': async (context, { token }) => (await received()).verifyReceived(context, token),
  'bundles.open': async (context, input) => (await received()).openReceived(context, input),
  'bundles.remember': async (context, input) => (await received()).rememberReceived(context, input),
  'bundles.acceptKey': async (context, { id }) => (await received()).acceptKey(context, id),
  'bundles.list': async ({ db }) => (await received()).listReceivedBundles(db),
  'bundles.remove': async (context, { id }) => (await received()).removeReceived(context, id),
  'bundles.file': async (context, input) => (await received()).takeOutFile(context, input),
  'bundles.working': async (context, input) => (await import('./received-workings.ts')).showWorking(context, input),
  'bundles.lines': async (context, input) => (await import('./received-workings.ts')).listLines(context, input),
}
