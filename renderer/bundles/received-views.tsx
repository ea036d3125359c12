import { type ComponentType, lazy } from 'react'
import type { OpenedBundle } from '../../shared/bundles/calls.ts'
import type { BundleContent } from '../../shared/bundles/contents.ts'

/** What a kind's view is given; `place` is the part of the address after the bundle's id. */
export interface ReceivedViewProps {
  opened: OpenedBundle
  place: string | undefined
}

/** How each kind of bundle is shown once it is verified; each view is a chunk of its own, in the folder of its domain. */
export const receivedViews: Record<BundleContent['kind'], ComponentType<ReceivedViewProps>> = {
  case: lazy(() =>
    import('../disputes/mediator/received-case.tsx').then((module) => ({ default: module.ReceivedCase })),
  ),
  'mediation-reply': lazy(() =>
    import('../disputes/mediator/received-reply.tsx').then((module) => ({ default: module.ReceivedReply })),
  ),
  response: lazy(() =>
    import('../disputes/mediator/received-response.tsx').then((module) => ({ default: module.ReceivedResponse })),
  ),
  contract: lazy(() =>
    import('../contracts/received/received-contract.tsx').then((module) => ({ default: module.ReceivedContract })),
  ),
  'contract-acceptance': lazy(() =>
    import('../contracts/received/received-acceptance.tsx').then((module) => ({ default: module.ReceivedAcceptance })),
  ),
  statement: lazy(() =>
    import('../earnings/settlement/received-statement.tsx').then((module) => ({ default: module.ReceivedStatement })),
  ),
}
