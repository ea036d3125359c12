import { assert as check, dictionary, jsonValue, pre, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, canonicalJsonOf } from '../../shared/canonical-json.ts'

describe('canonical JSON (RFC 8785)', () => {
  it('gives the text of the example of RFC 8785 section 3.2.2', () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('sorts members by UTF-16 code units, as RFC 8785 section 3.2.3 shows', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }
    expect(Object.values(JSON.parse(canonicalJson(value)) as Record<string, number>)).toHaveLength(7)
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  })

  it('does not depend on the order in which members were set', () => {
    check(
      property(dictionary(string({ unit: 'grapheme' }), jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed())
        expect(canonicalJsonOf(turned)).toBe(canonicalJsonOf(value))
      }),
    )
  })

  it('is read back by JSON.parse as the same value', () => {
    check(
      property(jsonValue(), (value) => {
        const wellFormed = JSON.stringify(value).isWellFormed() && JSON.stringify(value).search(/\\ud[89a-f]/i) < 0
        pre(wellFormed)
        expect(JSON.parse(canonicalJsonOf(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('leaves out members without a value and refuses what JSON cannot hold', () => {
    expect(canonicalJson({ a: undefined, b: -0 })).toBe('{"b":0}')
    for (const value of [Number.NaN, Infinity, 1n, new Date(0), [undefined]]) {
      expect(() => canonicalJsonOf(value)).toThrow(TypeError)
    }
  })

  it('refuses half a surrogate pair by its own code', () => {
    expect(() => canonicalJson({ name: 'a\ud800' })).toThrow('bundles.ill-formed-text')
  })
})
