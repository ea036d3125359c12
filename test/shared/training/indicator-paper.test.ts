import { expect, test } from 'vitest'
import { paperContext } from '../../../shared/disputes/papers/index.ts'
import { renderPlainText } from '../../../shared/documents/plain-text.ts'
import { catalogues } from '../../../shared/i18n/catalogues.ts'
import { buildIndicatorPaper, type IndicatorPaperData } from '../../../shared/training/indicator-paper.ts'
import { indicatorIds } from '../../../shared/training/indicators.ts'

const data: IndicatorPaperData = {
  agreement: { title: '云播 · 底薪+阶梯', payer: '云播公司', payee: '林小满', from: '2026-03-01', to: null },
  answers: [
    { indicator: 'fixed-hours', answer: 'yes', evidenceIds: ['e1'], note: '每天打卡' },
    { indicator: 'exclusive', answer: 'no', evidenceIds: [], note: '' },
  ],
  evidence: [{ id: 'e1', title: '排班表' }],
  madeOn: '2026-11-24',
}

function rowsOf(given: IndicatorPaperData): (readonly string[])[] {
  const { blocks } = buildIndicatorPaper(paperContext('a'.repeat(64)), given)
  return blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
}

test('the paper has a row for each sign, with its evidence and note; what was not answered is unknown', () => {
  const rows = rowsOf(data)
  expect(rows).toHaveLength(indicatorIds.length)
  expect(rows.find(([sign]) => sign?.startsWith('上下班'))).toEqual([
    '上下班时间固定，或者要打卡考勤？',
    '是',
    '排班表',
    '每天打卡',
  ])
  expect(rows.filter(([, answer]) => answer === '不清楚')).toHaveLength(indicatorIds.length - 2)
})

test('whatever the answers, the paper draws no conclusion and says who decides', () => {
  const all = indicatorIds.map((indicator) => ({ indicator, answer: 'yes' as const, evidenceIds: [], note: '' }))
  const text = renderPlainText(buildIndicatorPaper(paperContext('a'.repeat(64)), { ...data, answers: all }))
  expect(text).toContain('只陈述事实和依据，不作结论')
  expect(text).toContain('由劳动人事争议仲裁委员会或人民法院认定')
  expect(text).not.toMatch(/合计|得分|总分|属于劳动关系|不属于劳动关系/)
})

test('every sign has its question and what is worth keeping in both languages', () => {
  for (const language of ['zh', 'en'] as const) {
    expect(Object.keys(catalogues[language].lessons.indicators).toSorted()).toEqual(indicatorIds.toSorted())
  }
})
