import {
  checkDate,
  checkFilter,
  checkFlag,
  checkInteger,
  checkIntegerMaybe,
  checkObjects,
  checkPeriod,
  checkText,
  checkWord,
  checkWordMaybe,
  invalid,
  readObject,
  readObjectMaybe,
  type Raw,
} from './read.ts'
import {
  bases,
  bonusMetrics,
  cycleEventKinds,
  cycleKinds,
  goodsKinds,
  holidayRules,
  incomeKinds,
  lineRoles,
  relations,
  shortfalls,
  tierSpans,
} from './vocabulary.ts'

function checkDue(due: Raw, path: string): void {
  if (due['daysAfterCycleEnd'] !== undefined && due['daysAfterCycleEnd'] !== null) {
    checkInteger(due, 'daysAfterCycleEnd', path, 0)
  } else if (due['dayOfMonth'] !== undefined && due['dayOfMonth'] !== null) {
    checkInteger(due, 'dayOfMonth', path, 1, 31)
    checkInteger(due, 'monthsAfter', path, 0)
  } else if (due['after'] !== undefined && due['after'] !== null) {
    checkWord(due, 'after', path, cycleEventKinds)
    checkInteger(due, 'days', path, 0)
    checkWord(due, 'unit', path, ['day', 'workday'])
    checkIntegerMaybe(due, 'latestDaysAfterCycleEnd', path, 0)
  } else invalid(path)
  checkWordMaybe(due, 'holiday', path, holidayRules)
}

function checkMinimums(term: Raw, path: string): void {
  checkIntegerMaybe(term, 'minimumDays', path, 0)
  checkIntegerMaybe(term, 'minimumMinutes', path, 0)
  checkWordMaybe(term, 'shortfall', path, shortfalls)
}

/** Tiers ascend from 0. A fault of the list as a whole is one of `tiers`, not of the tier that shows it. */
function checkTiers(term: Raw, path: string): void {
  let last = -1
  let ascending = Array.isArray(term['tiers']) && term['tiers'].length > 0
  if (!ascending) invalid(`${path}.tiers`)
  checkObjects(term, 'tiers', path, (tier, tierPath) => {
    checkInteger(tier, 'fromFen', tierPath, 0)
    checkInteger(tier, 'ratePpm', tierPath, 0)
    const fromFen = Number(tier['fromFen'])
    if (last === -1 ? fromFen !== 0 : fromFen <= last) ascending = false
    last = fromFen
  })
  if (!ascending) invalid(`${path}.tiers`)
}

function checkCommission(term: Raw, path: string): void {
  checkText(term, 'id', path)
  checkText(term, 'label', path)
  checkWord(term, 'basis', path, bases)
  checkWord(term, 'when', path, ['paid', 'settled'])
  checkWord(term, 'mode', path, ['marginal', 'whole'])
  checkTiers(term, path)
  checkWord(term, 'tierOver', path, tierSpans)
  checkIntegerMaybe(term, 'clawbackDays', path, 0)
  const only = readObjectMaybe(term, 'only', path)
  if (only === undefined) return
  checkWordMaybe(only, 'kind', `${path}.only`, goodsKinds)
  checkFilter(only, 'productIds', `${path}.only`)
  checkFilter(only, 'platforms', `${path}.only`)
  checkFilter(only, 'incomeKinds', `${path}.only`, incomeKinds)
}

/** Late interest, in the terms or offered beside them. */
export function checkLateInterest(interest: Raw, path: string): void {
  checkWord(interest, 'kind', path, ['lpr-1y', 'daily'])
  if (interest['kind'] === 'daily') {
    checkInteger(interest, 'ratePpm', path, 0)
    return
  }
  checkWord(interest, 'at', path, ['breach', 'floating'])
  checkInteger(interest, 'multiplePpm', path, 0)
}

function checkFees(terms: Raw, path: string): void {
  checkObjects(terms, 'slotFees', path, (fee, feePath) => {
    checkText(fee, 'id', feePath)
    checkText(fee, 'label', feePath)
    checkInteger(fee, 'amountFen', feePath, 0)
    checkWord(fee, 'per', feePath, ['session', 'product'])
  })
  checkObjects(terms, 'bonuses', path, (bonus, bonusPath) => {
    checkText(bonus, 'id', bonusPath)
    checkText(bonus, 'label', bonusPath)
    checkInteger(bonus, 'amountFen', bonusPath, 0)
    checkWord(bonus, 'metric', bonusPath, bonusMetrics)
    checkInteger(bonus, 'atLeast', bonusPath, 0)
  })
}

function checkCosts(terms: Raw, path: string): void {
  const commissionIds = new Set<unknown>()
  checkObjects(terms, 'commissions', path, (commission) => commissionIds.add(commission['id']))
  checkObjects(terms, 'costs', path, (cost, costPath) => {
    checkText(cost, 'id', costPath)
    checkText(cost, 'label', costPath)
    checkText(cost, 'commissionId', costPath)
    checkInteger(cost, 'sharePpm', costPath, 0)
    checkIntegerMaybe(cost, 'capFen', costPath, 0)
    checkFlag(cost, 'evidenceRequired', costPath)
    if (!commissionIds.has(cost['commissionId'])) invalid(`${costPath}.commissionId`)
  })
}

function checkDeductionTerm(term: Raw, path: string): void {
  checkText(term, 'id', path)
  checkText(term, 'label', path)
  checkFlag(term, 'damages', path)
  checkIntegerMaybe(term, 'capFen', path, 0)
  checkIntegerMaybe(term, 'capPpm', path, 0)
  checkFlag(term, 'evidenceRequired', path)
}

function checkTerms(terms: Raw, path: string): void {
  checkWord(terms, 'relation', path, relations)
  checkWord(terms, 'amountsAre', path, ['gross', 'net'])
  checkWord(terms, 'cycle', path, cycleKinds)
  checkIntegerMaybe(terms, 'cycleStartDay', path, 2, 28)
  if (typeof terms['cycleStartDay'] === 'number' && terms['cycle'] !== 'month') invalid(`${path}.cycleStartDay`)
  checkDue(readObject(terms, 'due', path), `${path}.due`)
  const base = readObjectMaybe(terms, 'base', path)
  if (base !== undefined) {
    checkInteger(base, 'amountFen', `${path}.base`, 0)
    checkWord(base, 'per', `${path}.base`, ['month', 'session', 'hour'])
    checkMinimums(base, `${path}.base`)
  }
  checkObjects(terms, 'commissions', path, checkCommission)
  checkFees(terms, path)
  checkCosts(terms, path)
  const guarantee = readObjectMaybe(terms, 'guarantee', path)
  if (guarantee !== undefined) {
    checkInteger(guarantee, 'amountFen', `${path}.guarantee`, 0)
    checkMinimums(guarantee, `${path}.guarantee`)
    checkFlag(guarantee, 'recoup', `${path}.guarantee`)
  }
  checkObjects(terms, 'deductions', path, checkDeductionTerm)
  const lateInterest = readObjectMaybe(terms, 'lateInterest', path)
  if (lateInterest !== undefined) checkLateInterest(lateInterest, `${path}.lateInterest`)
}

/** The agreement with its scope and all versions of its terms. Throws ComputeFault `invalid`. */
export function checkAgreement(agreement: Raw): void {
  const path = 'agreement'
  checkText(agreement, 'id', path)
  checkText(agreement, 'payer', path)
  checkPeriod(agreement, path, true)
  const scope = readObjectMaybe(agreement, 'scope', path)
  if (scope !== undefined) {
    for (const key of ['platforms', 'accounts', 'shops', 'productIds']) checkFilter(scope, key, `${path}.scope`)
    checkFilter(scope, 'roles', `${path}.scope`, lineRoles)
  }
  if (!Array.isArray(agreement['versions'])) invalid(`${path}.versions`)
  checkObjects(agreement, 'versions', path, (version, versionPath) => {
    checkDate(version, 'from', versionPath)
    checkPeriod(version, versionPath, true)
    checkTerms(readObject(version, 'terms', versionPath), `${versionPath}.terms`)
  })
}
