import { cooperationPay, exclusivity, pay, penaltyCap, settlementSum } from './civil.ts'
import { nonCompete, probation, servicePeriod, wages } from './labour.ts'
import { age } from './people.ts'
import type { Rule } from './rule.ts'

/** The checks that a template may name, by the names it uses. */
export const rules: Readonly<Record<string, Rule>> = {
  age,
  pay,
  wages,
  probation,
  'non-compete': nonCompete,
  'service-period': servicePeriod,
  'cooperation-pay': cooperationPay,
  exclusivity,
  'penalty-cap': penaltyCap,
  'settlement-sum': settlementSum,
}

export const ruleNames: readonly string[] = Object.keys(rules)
