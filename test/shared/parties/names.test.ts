import { expect, test } from 'vitest'
import { createNameRecogniser } from '../../../shared/parties/names.ts'

const recognise = createNameRecogniser([
  { partyId: 'mcn', names: ['杭州播悦文化传媒有限公司', '播悦传媒'] },
  { partyId: 'boss', names: ['王小明'] },
  { partyId: 'other', names: ['李小明', '杭州播悦网络科技有限公司'] },
])

test('a payer is recognised by any of its names, whatever the width, brackets and spaces', () => {
  expect(recognise('播悦传媒')).toBe('mcn')
  expect(recognise('杭州播悦文化传媒 有限公司')).toBe('mcn')
  expect(recognise('王小明')).toBe('boss')
  expect(recognise('某某公司')).toBeUndefined()
  expect(recognise('')).toBeUndefined()
})

test('a name that the list has masked or cut is recognised when it fits one party only', () => {
  expect(recognise('王*明')).toBe('boss')
  expect(recognise('*小明')).toBeUndefined()
  expect(recognise('***')).toBeUndefined()
  expect(recognise('杭州播悦文化传…')).toBe('mcn')
  expect(recognise('杭州播悦…')).toBeUndefined()
})

test('a name that two parties go by is nobody', () => {
  const both = createNameRecogniser([
    { partyId: 'a', names: ['小红'] },
    { partyId: 'b', names: ['小红'] },
  ])
  expect(both('小红')).toBeUndefined()
})
