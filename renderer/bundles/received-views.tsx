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
}
