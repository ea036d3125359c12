import type { StatementAccount } from '../../../shared/contracts/scope.ts'
import type { StatementPreview } from '../../../shared/earnings/import-shapes.ts'

/** Accounts about which one question is asked: who pays for their sales? */
export interface PayerGroup {
  key: string
  platform: string
  role: StatementPreview['role']
  accounts: StatementAccount[]
  /** The first civil date of their rows, if the files say. */
  from: string | undefined
}

/** Up to so many accounts of a platform are asked about one by one; an agency's list of hundreds is one question. */
const mostAskedSingly = 4

/** Every account in the files that earns something (orders) or counts sessions; payments name no account of an agreement. */
export function accountsOf(previews: readonly StatementPreview[]): StatementAccount[] {
  const found = new Map<string, StatementAccount>()
  for (const preview of previews) {
    if (preview.kind === 'payments') continue
    for (const { account } of preview.accounts) {
      if (account === '') continue
      const entry = { platform: preview.platform, account, ...(preview.role === null ? {} : { role: preview.role }) }
      found.set(accountKey(entry), entry)
    }
  }
  return [...found.values()].slice(0, 1_000)
}

/** The questions about the accounts that no agreement takes yet. */
export function groupAccounts(
  unknown: readonly StatementAccount[],
  previews: readonly StatementPreview[],
): PayerGroup[] {
  const byPlatform = Map.groupBy(unknown, ({ platform }) => platform)
  return [...byPlatform].flatMap(([platform, accounts]) => {
    const names = Map.groupBy(accounts, ({ account }) => account)
    const parts = names.size > mostAskedSingly ? [accounts] : [...names.values()]
    return parts.map((part) => describeGroup(platform, part, previews))
  })
}

function describeGroup(
  platform: string,
  accounts: StatementAccount[],
  previews: readonly StatementPreview[],
): PayerGroup {
  const names = new Set(accounts.map(({ account }) => account))
  const days = previews
    .filter((preview) => preview.platform === platform && preview.accounts.some(({ account }) => names.has(account)))
    .flatMap((preview) => preview.periodFrom ?? [])
  return {
    key: accounts.map(accountKey).join(' '),
    platform,
    role: accounts[0]?.role ?? null,
    accounts,
    from: days.toSorted()[0],
  }
}

function accountKey({ platform, account, role }: StatementAccount): string {
  return `${platform}/${role ?? ''}/${account}`
}
