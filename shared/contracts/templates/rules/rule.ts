import type { ContractFault } from '../faults.ts'
import type { RuleView } from './view.ts'

/** A check that templates name, with the variables it looks at; it says nothing where one of them has no usable value. */
export type Rule = (view: RuleView) => ContractFault[]
