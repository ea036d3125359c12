/** Bundles as other domains may use them: writing one, the key that signs it, verifying a received one, taking over what it holds. */
export {
  copyReceivedFile,
  existingPath as receivedBundlePath,
  listReceivedBundles,
  readReceivedCase,
  readReceivedManifest,
  readWholeContent,
} from './received.ts'
export { loadSigningKey } from './signing-key.ts'
export { verifyBundle } from './verify-bundle.ts'
export { type BundleFile, writeBundle } from './write-bundle.ts'
