import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffClauses, diffText } from '../../../shared/contracts/life-diff.ts'
import type { BuiltClause } from '../../../shared/contracts/templates/built.ts'

function clause(id: string, text: string): BuiltClause {
  const note = { zh: '说明', en: 'Note' }
  return { id, heading: id, paragraphs: [{ number: '', runs: [{ text }] }], weighty: false, lawIds: [], note }
}

test('a changed figure stands whole, the words around it stay', () => {
  expect(diffText('按净销售额的60%计算，每月15日支付。', '按净销售额的65%计算，每月15日支付。')).toEqual([
    { kind: 'same', text: '按净销售额的' },
    { kind: 'removed', text: '60%' },
    { kind: 'added', text: '65%' },
    { kind: 'same', text: '计算，每月15日支付。' },
  ])
})

test('clauses are compared by their ids: new, gone, changed and the same', () => {
  const before = { clauses: [clause('pay', '六成'), clause('exit', '三十日'), clause('final', '一式两份')] }
  const after = { clauses: [clause('pay', '七成'), clause('exclusive', '独家'), clause('final', '一式两份')] }
  expect(diffClauses(before, after).map(({ id, kind }) => [id, kind])).toEqual([
    ['pay', 'changed'],
    ['exit', 'removed'],
    ['exclusive', 'added'],
    ['final', 'same'],
  ])
})

test('whatever the texts, what is not added gives the earlier one and what is not removed the later one', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '1', '2', ' ', 'a', '，'), maxLength: 60 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = diffText(before, after)
      const without = (kind: string): string =>
        runs
          .filter((run) => run.kind !== kind)
          .map((run) => run.text)
          .join('')
      expect(without('added')).toBe(before)
      expect(without('removed')).toBe(after)
    }),
  )
})
