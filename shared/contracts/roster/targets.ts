import { normaliseName } from '../../parties/names.ts'
import type { ContractTemplate, ContractValues, TemplateVariable } from '../templates/template.ts'
import { askedVariables, isBlank, payTermsValue } from '../templates/values.ts'
import { termsTargets } from './terms-targets.ts'

/** What a column of a roster can fill: a variable, a detail of a party, a figure of the pay terms, or which orders it is about. */
export interface RosterTarget {
  /** `liveHours`, `streamer.idCard`, `pay/base`, `scope/account`. */
  id: string
  variable: TemplateVariable | null
  kind: 'value' | 'party' | 'terms' | 'scope'
  /** Of a party: which detail. */
  detail: PartyColumn | null
  /** Its words: a key of the catalogue, or the variable's own label when null. */
  wordKey: string | null
  /** What the word speaks of, such as a term's label. */
  label: string
  /** A column is needed: nothing was typed once for all. */
  isRequired: boolean
  hints: readonly string[]
}

export const partyColumns = [
  'name',
  'idCard',
  'phone',
  'address',
  'bankName',
  'bankCard',
  'email',
  'legalRepresentative',
] as const
export type PartyColumn = (typeof partyColumns)[number]

const partyHints: Record<PartyColumn, readonly string[]> = {
  name: ['姓名', '名称', '主播姓名', '真实姓名', '主播', '乙方', 'name'],
  idCard: [
    '身份证号',
    '身份证',
    '身份证号码',
    '证件号码',
    '证件号',
    '统一社会信用代码',
    '信用代码',
    'id card',
    'id number',
  ],
  phone: ['手机号', '手机', '电话', '联系电话', '手机号码', 'phone', 'mobile'],
  address: ['地址', '住址', '联系地址', '居住地址', '住所', 'address'],
  bankName: ['开户行', '开户银行', '银行', 'bank'],
  bankCard: ['银行卡号', '银行卡', '收款账号', '卡号', '银行账号', 'bank card', 'account number'],
  email: ['邮箱', '电子邮箱', 'email', 'e-mail'],
  legalRepresentative: ['法定代表人', '法人', 'legal representative'],
}

const scopeTargets: RosterTarget[] = [
  {
    id: 'scope/platform',
    variable: null,
    kind: 'scope',
    detail: null,
    wordKey: 'roster:target.platform',
    label: '',
    isRequired: false,
    hints: ['平台', '直播平台', 'platform'],
  },
  {
    id: 'scope/account',
    variable: null,
    kind: 'scope',
    detail: null,
    wordKey: 'roster:target.account',
    label: '',
    isRequired: false,
    hints: ['账号', '平台账号', '抖音号', '直播账号', '主播账号', '达人账号', '达人昵称', '昵称', 'account'],
  },
]

/**
 * What the columns of a roster can fill, in the order of the template. `common` is what was typed once: terms that are there can be
 * varied figure by figure, and a party that is there once for all takes no columns.
 */
export function rosterTargets(
  template: ContractTemplate,
  common: ContractValues,
  optionalClauses: readonly string[],
): RosterTarget[] {
  const targets = askedVariables({ template, values: common, optionalClauses }).flatMap((variable) =>
    targetsOf(template, variable, common),
  )
  return [...targets, ...scopeTargets]
}

function targetsOf(template: ContractTemplate, variable: TemplateVariable, common: ContractValues): RosterTarget[] {
  const { name, label, type, required } = variable
  if (type === 'party') {
    // A roster is of those who are paid; the other side is the same in every row.
    if (name !== template.keys.payee || common[name] !== undefined) return []
    return partyColumns.map((detail) => ({
      id: `${name}.${detail}`,
      variable,
      kind: 'party' as const,
      detail,
      wordKey: `roster:party.${detail}`,
      label: '',
      isRequired: required && detail === 'name',
      hints: partyHints[detail],
    }))
  }
  if (type === 'pay-terms') {
    const terms = payTermsValue(common[name])
    if (terms === undefined) return []
    return termsTargets(terms).map((target) => ({
      id: `${name}/${target.id}`,
      variable,
      kind: 'terms' as const,
      detail: null,
      wordKey: `roster:target.${target.word}`,
      label: target.label,
      isRequired: false,
      hints: target.hints,
    }))
  }
  return [
    {
      id: name,
      variable,
      kind: 'value',
      detail: null,
      wordKey: null,
      label: '',
      isRequired: required && isBlank(common[name]),
      hints: [label.zh, label.en, ...dateHints(template, name)],
    },
  ]
}

/** What a roster calls the first and the last day of a contract. */
function dateHints({ keys }: ContractTemplate, name: string): readonly string[] {
  if (name === keys.from) return ['开始日期', '起始日期', '生效日期', '合同开始', '开始', '起', 'start']
  return name === keys.to ? ['结束日期', '到期日期', '终止日期', '合同到期', '到期', '止', 'end'] : []
}

/** Which column fills which target, by index from 0. */
export type RosterMapping = Readonly<Record<string, number>>

/** The mapping that the headers suggest: a header that is a hint, else one that holds it; each column serves once, but for the scope. */
export function guessMapping(targets: readonly RosterTarget[], headers: readonly string[]): RosterMapping {
  const plain = headers.map((header) => normaliseName(header.replaceAll(/[%％]/g, '')))
  const mapping: Record<string, number> = {}
  const used = new Set<number>()
  for (const fits of [isHint, holdsHint]) {
    for (const target of targets) {
      if (Object.hasOwn(mapping, target.id)) continue
      // The account named in the contract may be the one whose orders it is about: a scope takes a column along.
      const isFree = (at: number): boolean => target.kind === 'scope' || !used.has(at)
      const column = plain.findIndex((header, at) => isFree(at) && header !== '' && fits(target, header))
      if (column < 0) continue
      mapping[target.id] = column
      if (target.kind !== 'scope') used.add(column)
    }
  }
  return mapping
}

function isHint({ hints }: RosterTarget, header: string): boolean {
  return hints.some((hint) => normaliseName(hint) === header)
}

function holdsHint({ hints, kind, variable }: RosterTarget, header: string): boolean {
  // A template asks in a phrase (在哪些平台直播) for what a roster names by a word of it (平台); its other labels are too much alike.
  if (kind === 'value' && variable?.type === 'text') {
    return header.length > 1 && variable.required && normaliseName(variable.label.zh).includes(header)
  }
  if (kind === 'value' && variable?.type !== 'date') return false
  return hints.some((hint) => hint.length > 1 && header.includes(normaliseName(hint)))
}
