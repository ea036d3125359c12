/**
 * Natural keys as numbers: 53 bits, the same in every run. They only find candidates; what a row really is is told by the
 * texts (`order_line_keys` in 0002-statements.sql).
 */
function hashText(text: string, seed: number): number {
  let hash = seed
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** Two independent seeds, so that a key is more than 32 bits. */
export interface KeySeed {
  high: number
  low: number
}

/** What all lines of one account share. */
export function accountSeed(platform: string, role: string, account: string): KeySeed {
  const text = JSON.stringify([platform, role, account])
  return { high: hashText(text, 0x811c9dc5 | 0), low: hashText(text, 0x2545f491) }
}

/** The key of an order line, occurrences apart. */
export function lineKey(seed: KeySeed, orderId: string, productId: string): number {
  const high = mix(hashText(productId, hashText(orderId, seed.high)))
  const low = mix(hashText(orderId, hashText(productId, seed.low)))
  return high * 0x20_0000 + (low >>> 11)
}
