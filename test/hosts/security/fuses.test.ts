import { expect, test } from 'vitest'
import { fuses, setFuses } from '../../../electron/security/fuses.ts'

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

function runtime(count: number, states: string, version = 1): Buffer {
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([version, count]), Buffer.from(states)])
  return Buffer.concat([Buffer.alloc(100, 7), wire, Buffer.alloc(100, 7)])
}

const decided = fuses.map((fuse) => (fuse.on ? '1' : '0')).join('')

test('every fuse is written as decided and nothing else changes', () => {
  const binary = runtime(9, '101100011')
  const expected = runtime(9, decided)
  setFuses(binary)
  expect(binary.equals(expected)).toBe(true)
})

test('both halves of a universal build are written', () => {
  const binary = Buffer.concat([runtime(9, '101100011'), runtime(9, '101100011')])
  setFuses(binary)
  expect(binary.equals(Buffer.concat([runtime(9, decided), runtime(9, decided)]))).toBe(true)
})

test.each([
  ['no wire', Buffer.alloc(100), 'no fuse wire'],
  ['a fuse nobody decided', runtime(10, '1011000110'), '10 fuses'],
  ['a fuse too few', runtime(8, '10110001'), '8 fuses'],
  ['a wire of another version', runtime(9, '101100011', 2), 'version 2'],
  ['a fuse that was removed', runtime(9, '10r100011'), 'EnableNodeOptionsEnvironmentVariable'],
])('a runtime with %s is refused', (_what, binary, reason) => {
  expect(() => setFuses(binary)).toThrow(reason)
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
