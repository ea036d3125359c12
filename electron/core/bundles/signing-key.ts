import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { BoanError } from '../../../shared/errors.ts'

export interface SigningKey {
  privateKey: KeyObject
  /** SubjectPublicKeyInfo PEM, as it lies in a bundle. */
  publicKeyPem: string
  /** SHA-256 of the key's SubjectPublicKeyInfo DER, hex; `shortFingerprint` shows it. */
  fingerprint: string
}

/** Where the key of a data folder lies. All hosts use this one file (design.md 'Security'). */
export function signingKeyPath(dataDir: string): string {
  return join(dataDir, 'keys', 'signing-key.pem')
}

/**
 * The Ed25519 key that signs what leaves this data folder, made at first use (file 0600 in a folder 0700).
 * Throws `bundles.signing-key-damaged` when the file is there and holds no such key: making another in silence would make
 * every receiver doubt the sender.
 */
export function loadSigningKey(dataDir: string): SigningKey {
  const path = signingKeyPath(dataDir)
  if (!existsSync(path)) createSigningKey(path, join(dataDir, 'keys'))
  const privateKey = parsePrivateKey(readFileSync(path), path)
  const publicKey = createPublicKey(privateKey)
  return { privateKey, publicKeyPem: pemOf(publicKey), fingerprint: fingerprintOf(publicKey) }
}

/** Reads the public key of a bundle; undefined when it is no Ed25519 key in SubjectPublicKeyInfo PEM. */
export function parsePublicKey(pem: Uint8Array): KeyObject | undefined {
  const text = Buffer.from(pem).toString('latin1')
  if (!text.startsWith('-----BEGIN PUBLIC KEY-----')) return undefined
  try {
    const key = createPublicKey({ key: text, format: 'pem' })
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined // Any text may stand in a stranger's file; that it is no key is the answer.
  }
}

/** SHA-256 (hex) of a public key's SubjectPublicKeyInfo DER. */
export function fingerprintOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

function pemOf(publicKey: KeyObject): string {
  return publicKey.export({ type: 'spki', format: 'pem' }).toString()
}

function createSigningKey(path: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  const partial = `${path}.${process.pid}.partial`
  const file = openSync(partial, 'wx', 0o600)
  try {
    writeSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    fsyncSync(file)
    closeSync(file)
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

function parsePrivateKey(pem: Buffer, path: string): KeyObject {
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch (error) {
    throw new BoanError('bundles.signing-key-damaged', {}, { file: path }, { cause: error })
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new BoanError('bundles.signing-key-damaged', {}, { file: path })
  return key
}
