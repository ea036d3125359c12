import type { TableBlock } from '../../documents/model.ts'
import type { LateInterest } from '../../earnings/index.ts'
import { formatPpm } from '../../money.ts'
import type { CaseFile } from '../case-file.ts'
import type { ClaimedCycle } from './claimed-cycles.ts'
import { interestRuleOf } from './computation-view.ts'
import type { ComputationView } from './computation-view.ts'
import type { PaperContext } from './context.ts'
import { cycleWords, dateWords, tableAmount } from './words.ts'

type Views = ReadonlyMap<string, ComputationView>

/** 1_300_000 ppm as people say it: 1.3 (times). */
function timesWords(ppm: number): string {
  return String(ppm / 1_000_000)
}

function ruleWords({ t }: PaperContext, rule: LateInterest): string {
  if (rule.kind === 'daily') return t('sheet.interestDaily', { rate: formatPpm(rule.ratePpm) })
  const key = rule.at === 'breach' ? 'sheet.interestBreach' : 'sheet.interestFloating'
  return t(key, { multiple: timesWords(rule.multiplePpm) })
}

function rateWords({ t }: PaperContext, rule: LateInterest | undefined, ratePpm: number): string {
  if (rule === undefined || rule.kind === 'daily') return t('sheet.rateDaily', { rate: formatPpm(ratePpm) })
  return t('sheet.rateLpr', { rate: formatPpm(ratePpm), multiple: timesWords(rule.multiplePpm) })
}

/** Each stretch of days with one principal and one rate: 利息明细. Undefined when there is none. */
export function interestTable(
  context: PaperContext,
  views: Views,
  cycles: readonly ClaimedCycle[],
): TableBlock | undefined {
  const { t } = context
  const rows = cycles.flatMap((cycle) => {
    const view = views.get(cycle.agreementId)
    const periods = view?.cycles.get(cycle.cycle)?.interest?.periods ?? []
    if (view === undefined || cycle.interestFen === 0) return []
    const rule = interestRuleOf(view, cycle)
    return periods.map((period) => [
      cycleWords(t, cycle.cycle, cycle.from),
      period.from,
      period.to,
      String(period.days),
      tableAmount(period.principalFen),
      rateWords(context, rule, period.ratePpm),
    ])
  })
  if (rows.length === 0) return undefined
  return {
    kind: 'table',
    columns: [
      { title: t('sheet.columns.cycle'), width: 14 },
      { title: t('sheet.columns.from'), width: 13, align: 'center' },
      { title: t('sheet.columns.to'), width: 13, align: 'center' },
      { title: t('sheet.columns.days'), width: 8, align: 'right' },
      { title: t('sheet.columns.principal'), width: 14, align: 'right' },
      { title: t('sheet.columns.rate'), width: 26 },
    ],
    rows,
  }
}

/** How interest is counted, in words, with the days whose LPR is assumed or unknown. */
export function interestNote(
  context: PaperContext,
  views: Views,
  file: CaseFile,
  cycles: readonly ClaimedCycle[],
): { text: string; details: string[] } {
  const { t } = context
  if (file.totals.interestFen === 0) return { text: t('sheet.noInterest'), details: [] }
  const rules = new Set<string>()
  const details: string[] = []
  for (const cycle of cycles) {
    const view = views.get(cycle.agreementId)
    if (view === undefined || cycle.interestFen === 0) continue
    const rule = interestRuleOf(view, cycle)
    if (rule !== undefined) rules.add(ruleWords(context, rule))
    const interest = view.cycles.get(cycle.cycle)?.interest
    const name = cycleWords(t, cycle.cycle, cycle.from)
    const knownTo = view.input.lprKnownTo
    if (interest && interest.assumedDays > 0) {
      const known = knownTo ? t('sheet.knownTo', { date: dateWords(t, knownTo) }) : ''
      details.push(t('sheet.assumedDays', { cycle: name, days: interest.assumedDays, known }))
    }
    if (interest && interest.unknownDays > 0) {
      details.push(t('sheet.unknownDays', { cycle: name, days: interest.unknownDays }))
    }
  }
  const text = t('sheet.interest', { rules: [...rules].join(t('words.semicolon')), date: dateWords(t, file.asOf) })
  return { text, details }
}
