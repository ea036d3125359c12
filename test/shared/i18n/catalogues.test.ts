import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogues } from '../../../shared/i18n/catalogues.ts'
import { createI18n, errorSentence, platformName, withThinSpaces } from '../../../shared/i18n/index.ts'

type Tree = { [key: string]: string | Tree }

/** Every sentence by its dotted key; the plural forms of English count as one. */
function sentences(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key.replace(/_(one|other)$/, '')}`, value] as [string, string]]
      : sentences(value, `${prefix}${key}.`),
  )
}

function gapsOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{\{(\w+)/g)].map((match) => match[1] ?? ''))].toSorted()
}

const domains = Object.keys(catalogues.zh) as (keyof typeof catalogues.zh)[]

test('every catalogue file of both languages is registered', () => {
  const folder = join(import.meta.dirname, '../../../shared/i18n')
  for (const language of ['zh', 'en'] as const) {
    const files = readdirSync(join(folder, language)).map((name) => name.replace(/\.json$/, ''))
    expect(Object.keys(catalogues[language]).toSorted()).toEqual(files.toSorted())
  }
})

test.each(domains)('%s says the same things in Chinese and in English, with the same gaps', (domain) => {
  const zh = new Map(sentences(catalogues.zh[domain]))
  const en = new Map(sentences(catalogues.en[domain]))
  expect([...zh.keys()].toSorted()).toEqual([...en.keys()].toSorted())
  for (const [key, sentence] of zh)
    expect({ key, gaps: gapsOf(sentence) }).toEqual({ key, gaps: gapsOf(en.get(key) ?? '') })
})

test.each(domains)('the Chinese of %s uses full-width punctuation', (domain) => {
  const wrong = sentences(catalogues.zh[domain]).filter(([, text]) =>
    /[\u3400-\u9fff][,;:?!()]|[,;?!][\u3400-\u9fff]/.test(text),
  )
  expect(wrong).toEqual([])
})

test('figures in sentences are formatted by what they are', () => {
  const { t } = createI18n('zh')
  const figures = { from: '2026-01', to: '2026-03', expected: '应得', paid: '已到账', outstanding: '还差' }
  const sums = { expectedFen: 1_582_346, paidFen: 1_000_000, outstandingFen: 582_346 }
  expect(t('chart.monthsSummary', { ...figures, ...sums })).toBe(
    '2026-01 到 2026-03：应得 ¥15,823.46，已到账 ¥10,000.00，还差 ¥5,823.46',
  )
})

test('a platform has one name everywhere, and one that is not known is called as it is', () => {
  const { t } = createI18n('zh')
  expect(platformName(t, 'wechat-channels')).toBe('微信小店')
  expect(t('contracts:sentence.platform', { platform: 'wechat-channels' })).toBe('微信小店')
  expect(t('contracts:sentence.platform', { platform: 'bilibili' })).toBe('bilibili')
})

test('an error becomes its sentence, and an unknown one names its code', () => {
  const { t } = createI18n('en')
  expect(errorSentence(t, { code: 'app.disk-full', params: {} })).toMatch(/^The disk is full/)
  expect(errorSentence(t, { code: 'app.no-such-thing', params: {} })).toContain('app.no-such-thing')
})

test('Chinese stands apart from figures and Latin words by a thin space', () => {
  expect(withThinSpaces('逾期 37 天，一年期 LPR 是 3%')).toBe('逾期\u200937\u2009天，一年期\u2009LPR\u2009是\u20093%')
})
