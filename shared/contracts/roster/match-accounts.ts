import { z } from 'zod'
import { normaliseName } from '../../parties/names.ts'
import type { AgreementScope } from '../scope.ts'

/** An account that imported statements brought: the platform's stable id, and the name shown beside it ('' where no file had one). */
export interface KnownAccount {
  platform: string
  account: string
  name: string
}

/** What a roster calls an account, and which known one that is; `several` share that name, so it is none of them. */
export const accountMatchSchema = z.strictObject({
  typed: z.string(),
  by: z.enum(['id', 'name', 'several', 'none']),
  found: z.strictObject({ platform: z.string(), account: z.string(), name: z.string() }).nullable(),
})
export type AccountMatch = z.infer<typeof accountMatchSchema>

/**
 * The scope of a row with its accounts as statements name them: a person types the nickname, lines carry the id. An id counts
 * before a name; a name that two accounts share, or that nobody has, stays as it was typed.
 */
export function matchScope(
  known: readonly KnownAccount[],
  scope: AgreementScope,
): { scope: AgreementScope; matches: AccountMatch[] } {
  if (scope.accounts === undefined) return { scope, matches: [] }
  const candidates = known.filter(
    ({ platform, account }) => account !== '' && (scope.platforms?.includes(platform) ?? true),
  )
  const matches = scope.accounts.map((typed) => matchAccount(candidates, typed))
  const accounts = [...new Set(matches.map(({ typed, found }) => found?.account ?? typed))]
  return { scope: { ...scope, accounts }, matches }
}

function matchAccount(candidates: readonly KnownAccount[], typed: string): AccountMatch {
  const same = candidates.find(({ account }) => account === typed)
  if (same !== undefined) return { typed, by: 'id', found: accountOf(same) }
  const plain = normaliseName(typed)
  const named = candidates.filter(({ name }) => plain !== '' && normaliseName(name) === plain)
  // One account may stand in statements of several roles.
  const ids = new Set(named.map(({ platform, account }) => `${platform}\n${account}`))
  const [only] = named
  if (only === undefined) return { typed, by: 'none', found: null }
  return ids.size === 1 ? { typed, by: 'name', found: accountOf(only) } : { typed, by: 'several', found: null }
}

function accountOf({ platform, account, name }: KnownAccount): KnownAccount {
  return { platform, account, name }
}
