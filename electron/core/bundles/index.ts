/** Bundles as other domains may use them: writing one, the key that signs it, opening and verifying a received one. */
export { extractBundleFile, openBundle, type OpenBundle, readBundleFile } from './read-bundle.ts'
export { loadSigningKey, type SigningKey } from './signing-key.ts'
export { verifyBundle, type VerifyOptions } from './verify-bundle.ts'
export { type BundleFile, type BundleRequest, writeBundle, type WrittenBundle } from './write-bundle.ts'
