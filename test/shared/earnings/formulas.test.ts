import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compute, formulaText, type CycleOutput, type Formula } from '../../../shared/earnings/index.ts'
import { createI18n } from '../../../shared/i18n/index.ts'

const outputs = readFileSync(new URL('../../fixtures/earnings/compute-examples.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => compute((JSON.parse(line) as { input: unknown }).input))

const cycles: CycleOutput[] = outputs.flatMap((output) => ('cycles' in output ? output.cycles : []))

function formulasOf(cycle: CycleOutput): Formula[] {
  return [cycle.dueFormula, ...cycle.steps.flatMap((step) => [step.formula, ...(step.basis ? [step.basis] : [])])]
}

const translators = (['zh', 'en'] as const).map((language) => createI18n(language).getFixedT(language, 'earnings'))

describe('formulas of steps', () => {
  it.each(translators)('all have words with every gap filled (%#)', (t) => {
    const words = (key: string, params: Record<string, number | string>): string => t(key, params)
    const texts = cycles.flatMap(formulasOf).map((formula) => formulaText(formula, words))
    const faulty = texts.filter((text) => /formulas\.|\{\{|NaN|undefined|\$t\(|cycleEvents/.test(text))
    expect(faulty).toEqual([])
    expect(texts.length).toBeGreaterThan(100)
  })

  it.each(translators)('and verdicts on deductions too (%#)', (t) => {
    const texts = cycles.flatMap((cycle) =>
      cycle.deductions.map(({ reason }) => t(`deductions.${reason.code}`, { ...reason.params })),
    )
    expect(texts.filter((text) => /deductions\.|\{\{|NaN|undefined/.test(text))).toEqual([])
    expect(texts.length).toBeGreaterThan(10)
  })

  it('read like a calculation by hand', () => {
    const t = createI18n('zh').getFixedT('zh', 'earnings')
    const march = cycles[0]
    const texts = march?.steps.map(({ formula }) => formulaText(formula, (key, params) => t(key, params)))
    expect(texts).toEqual([
      '¥3,000.00 × 开播天数 18/20',
      '¥100,000.00 × 5% + ¥56,543.22 × 8%',
      '¥200.00 × 18 场',
      '已得 ¥15,823.46，不低于保底 ¥8,000.00（¥8,000.00）',
    ])
  })
})
