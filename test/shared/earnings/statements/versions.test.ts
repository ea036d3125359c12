import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findStanding, type LineContent, type VersionClaim } from '../../../../shared/earnings/statements/versions.ts'

const content = (status: LineContent['status'], commissionFen: number | null): LineContent => ({
  status,
  paidAtS: 1_772_323_200,
  receivedAtS: null,
  settledAtS: null,
  refundedAtS: null,
  ratePpm: null,
  shopId: '',
  roomId: '',
  goodsKind: '',
  saleFen: 10_000,
  refundFen: null,
  settledBaseFen: null,
  estimatedCommissionFen: 2_000,
  commissionFen,
  feeFen: null,
  agencyShareFen: null,
  payoutFen: null,
})

const claim = (
  seenAtS: number,
  status: LineContent['status'],
  commissionFen: number | null,
  more: Partial<VersionClaim> = {},
): VersionClaim => ({ content: content(status, commissionFen), seenAtS, isHeld: true, isChosen: false, ...more })

describe('which version of a line counts', () => {
  test('the one of the newest statement, whatever its status', () => {
    const versions = [claim(2, 'paid', null), claim(1, 'settled', 2_000)]
    expect(findStanding(versions)).toEqual({ current: 0, inConflict: false })
  })

  test('of equally new ones the further status', () => {
    expect(findStanding([claim(1, 'paid', null), claim(1, 'refunded', 0)])).toEqual({ current: 1, inConflict: false })
  })

  test('of equal ones with other amounts the one that claims less, as a conflict, until the person chooses', () => {
    const versions = [claim(1, 'settled', 2_000), claim(1, 'settled', 1_900)]
    expect(findStanding(versions)).toEqual({ current: 1, inConflict: true })
    const chosen = [claim(1, 'settled', 2_000, { isChosen: true }), claim(1, 'settled', 1_900)]
    expect(findStanding(chosen)).toEqual({ current: 0, inConflict: false })
  })

  test('a newer statement settles a conflict', () => {
    const versions = [claim(1, 'settled', 2_000), claim(1, 'settled', 1_900), claim(2, 'settled', 2_000)]
    expect(findStanding(versions)).toEqual({ current: 2, inConflict: false })
  })

  test('none that no statement holds', () => {
    expect(findStanding([claim(2, 'settled', 1, { isHeld: false })])).toEqual({ current: -1, inConflict: false })
  })

  test('does not depend on their order', () => {
    const any = fc.record({
      seenAtS: fc.integer({ min: 1, max: 3 }),
      status: fc.constantFrom('paid' as const, 'settled' as const, 'refunded' as const, 'invalid' as const),
      commissionFen: fc.constantFrom(null, 0, 1_900, 2_000),
      isHeld: fc.boolean(),
      isChosen: fc.boolean(),
    })
    const property = fc.property(fc.array(any, { maxLength: 6 }), fc.nat(), (given, turn) => {
      const versions = given.map(({ seenAtS, status, commissionFen, ...more }) =>
        claim(seenAtS, status, commissionFen, more),
      )
      const at = versions.length === 0 ? 0 : turn % versions.length
      const turned = [...versions.slice(at), ...versions.slice(0, at)].toReversed()
      const first = findStanding(versions)
      const second = findStanding(turned)
      const same = JSON.stringify(versions[first.current]?.content) === JSON.stringify(turned[second.current]?.content)
      return same && first.inConflict === second.inConflict
    })
    expect(fc.check(property, { numRuns: 2_000 }).counterexample).toBeNull()
  })
})
