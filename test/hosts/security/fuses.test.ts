import { FuseV1Options } from '@electron/fuses'
import { expect, test } from 'vitest'
import { fuses } from '../../../electron/security/fuses.ts'

test('every fuse that a runtime has is decided, once', () => {
  const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))
  expect(fuses.map(({ name }) => name).toSorted()).toEqual(known.toSorted())
})

test('nothing can run code in the signed app from outside', () => {
  const on = fuses.filter((fuse) => fuse.on).map((fuse) => fuse.name)
  expect(on).toEqual([
    'EnableCookieEncryption',
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
    'WasmTrapHandlers',
  ])
})
