/** What other domains show received bundles with. */
export { BundleFileView } from './bundle-file-view.tsx'
export { BundleFiles } from './bundle-files.tsx'
export { openReceived } from './received-store.ts'
export { ReceivedDrop, useReceivedPicker } from './received-drop.tsx'
export type { ReceivedViewProps } from './received-views.tsx'
