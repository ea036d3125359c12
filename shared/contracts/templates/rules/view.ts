import type { PayTerms } from '../../../earnings/terms.ts'
import type { ContractFault } from '../faults.ts'
import type { ContractValue, PartySnapshot } from '../template.ts'
import { isAsked, isBlank, partyValue, payTermsValue, type Situation } from '../values.ts'

/** What a rule sees: the values of the variables that the template gave it, by the names the rule itself uses. */
export class RuleView {
  private readonly situation: Situation
  private readonly names: Readonly<Record<string, string>>
  private readonly broken: ReadonlySet<string | null>

  constructor(situation: Situation, names: Readonly<Record<string, string>>, broken: ReadonlySet<string | null>) {
    this.situation = situation
    this.names = names
    this.broken = broken
  }

  /** A value that is asked for, filled in and of its type. */
  value(as: string): ContractValue | undefined {
    const name = this.names[as]
    const variable = this.situation.template.variables.find((candidate) => candidate.name === name)
    if (variable === undefined || this.broken.has(variable.name) || !isAsked(this.situation, variable)) return undefined
    const value = this.situation.values[variable.name]
    return isBlank(value) ? undefined : value
  }

  number(as: string): number | undefined {
    const value = this.value(as)
    return typeof value === 'number' ? value : undefined
  }

  text(as: string): string | undefined {
    const value = this.value(as)
    return typeof value === 'string' ? value : undefined
  }

  terms(as: string): PayTerms | undefined {
    return payTermsValue(this.value(as))
  }

  party(as: string): PartySnapshot | undefined {
    return partyValue(this.value(as))
  }

  error(as: string, code: string, lawIds: readonly string[], params: ContractFault['params'] = {}): ContractFault {
    return { code, severity: 'error', variable: this.names[as] ?? null, params, lawIds }
  }

  warning(as: string, code: string, lawIds: readonly string[], params: ContractFault['params'] = {}): ContractFault {
    return { ...this.error(as, code, lawIds, params), severity: 'warning' }
  }
}
