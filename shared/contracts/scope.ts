import { z } from 'zod'
import { lineRoles } from '../earnings/vocabulary.ts'

const listSchema = z.array(z.string().min(1).max(200)).min(1).max(1000)

/** Which lines an agreement is about (spec/earnings.md 'Facts'); a list that is absent does not restrict. */
export const scopeSchema = z.strictObject({
  platforms: listSchema.optional(),
  accounts: listSchema.optional(),
  shops: listSchema.optional(),
  productIds: listSchema.optional(),
  roles: z.array(z.enum(lineRoles)).min(1).optional(),
})
export type AgreementScope = z.infer<typeof scopeSchema>

/** An account as a statement names it: whose statement it stands in plays a part too, since a scope may ask for a role. */
export const statementAccountSchema = z.strictObject({
  platform: z.string().min(1).max(60),
  account: z.string().min(1).max(200),
  role: z.enum(lineRoles).optional(),
})
export type StatementAccount = z.infer<typeof statementAccountSchema>

/** Whether lines of this account may belong to the scope; shops and products, which only a line has, are not looked at. */
export function scopeTakesAccount(scope: AgreementScope, account: StatementAccount): boolean {
  return (
    (scope.platforms?.includes(account.platform) ?? true) &&
    (scope.accounts?.includes(account.account) ?? true) &&
    (scope.roles === undefined || account.role === undefined || scope.roles.includes(account.role))
  )
}

/** The scope that takes these accounts too. Only lists that are there grow: what does not restrict stays so. */
export function widenScope(scope: AgreementScope, accounts: readonly StatementAccount[]): AgreementScope {
  const wider = { ...scope }
  const missing = accounts.filter((account) => !scopeTakesAccount(scope, account))
  const platforms = missing.map((account) => account.platform)
  const names = missing.map((account) => account.account)
  const roles = missing.flatMap((account) => account.role ?? [])
  if (scope.platforms !== undefined) wider.platforms = [...new Set([...scope.platforms, ...platforms])]
  if (scope.accounts !== undefined) wider.accounts = [...new Set([...scope.accounts, ...names])]
  if (scope.roles !== undefined) wider.roles = [...new Set([...scope.roles, ...roles])]
  return wider
}

/** The scope of an agreement that is to be about exactly these accounts. */
export function scopeOf(accounts: readonly StatementAccount[]): AgreementScope {
  if (accounts.length === 0) return {}
  return {
    platforms: [...new Set(accounts.map((account) => account.platform))],
    accounts: [...new Set(accounts.map((account) => account.account))],
  }
}
