import { assert as check, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundleFileName, entryNameFault, entryNameKey } from '../../../shared/bundles/entry-names.ts'

describe('names of files in a bundle', () => {
  it('leaves ordinary names as they are', () => {
    for (const name of ['结算单 2026-03.xlsx', 'IMG_0001.JPG', '聊天记录（一）.png', '👩‍🌾.jpg'])
      expect(bundleFileName(name)).toBe(name)
  })

  it('makes names of every system out of names of one', () => {
    expect(bundleFileName('a/b\\c:d*e?.txt')).toBe('a_b_c_d_e_.txt')
    expect(bundleFileName('退款50%.png')).toBe('退款50％.png')
    expect(bundleFileName('CON.txt')).toBe('_CON.txt')
    expect(bundleFileName('..')).toBe('file')
    expect(bundleFileName(' .hidden. ')).toBe('hidden')
    expect(bundleFileName('e\u0301.txt')).toBe('é.txt')
    expect(bundleFileName('photo\u202egpj.exe')).toBe('photogpj.exe')
    expect(bundleFileName(`${'长'.repeat(300)}.pdf`)).toBe(`${'长'.repeat(38)}.pdf`)
  })

  it('always gives a name that a reader accepts, and the same when it is cleaned again', () => {
    check(
      property(string({ unit: 'binary', maxLength: 300 }), (name) => {
        const cleaned = bundleFileName(name)
        expect(entryNameFault(`data/evidence/001-${cleaned}`)).toBeUndefined()
        expect(entryNameFault(cleaned)).toBeUndefined()
        expect(cleaned).not.toMatch(/[%/\\]/)
      }),
    )
  })

  it('gives one key to names that become one file on some system', () => {
    const key = entryNameKey('data/Straße-é.JPG')
    for (const same of ['DATA/STRASSE-É.jpg', 'data/straße-e\u0301.jpg', 'data/stra\u200bße-é.jpg']) {
      expect(entryNameKey(same)).toBe(key)
    }
    expect(entryNameKey('data/strase-é.jpg')).not.toBe(key)
  })
})
