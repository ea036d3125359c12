import type { Db } from '../../database/open.ts'
import { accountSeed, type KeySeed } from './identity.ts'

export interface ImportAccount {
  account: string
  name: string
  seed: KeySeed
  /** Its row in line_accounts; undefined while a preview has met it for the first time. */
  id: number | undefined
  /** Rows of the file at hand. */
  rows: number
  /** Whether an agreement may take its lines; asked once per import. */
  isWanted: boolean | undefined
}

/** The accounts of one platform and role, known ones and those a file brings. */
export class AccountBook {
  readonly platform: string
  readonly role: string
  readonly #byName = new Map<string, ImportAccount>()
  readonly #db: Db

  constructor(db: Db, platform: string, role: string) {
    this.#db = db
    this.platform = platform
    this.role = role
    const known = db
      .prepare<[string, string], { id: number; account: string; name: string }>(
        'SELECT id, account, name FROM line_accounts WHERE platform = ? AND role = ?',
      )
      .all(platform, role)
    for (const { id, account, name } of known) {
      this.#byName.set(account, {
        id,
        account,
        name,
        seed: accountSeed(platform, role, account),
        rows: 0,
        isWanted: undefined,
      })
    }
  }

  of(account: string): ImportAccount {
    let known = this.#byName.get(account)
    if (known === undefined) {
      const seed = accountSeed(this.platform, this.role, account)
      known = { account, name: '', id: undefined, seed, rows: 0, isWanted: undefined }
      this.#byName.set(account, known)
    }
    return known
  }

  /** The account's row in the database, made when it is new. */
  idOf(known: ImportAccount): number {
    known.id ??= Number(
      this.#db
        .prepare('INSERT INTO line_accounts (platform, role, account, name) VALUES (?, ?, ?, ?)')
        .run(this.platform, this.role, known.account, known.name).lastInsertRowid,
    )
    return known.id
  }

  /** Keeps the names that a file shows beside the ids. */
  writeNames(): void {
    const update = this.#db.prepare('UPDATE line_accounts SET name = ? WHERE id = ? AND name <> ?')
    for (const { id, name } of this.#byName.values()) if (id !== undefined && name !== '') update.run(name, id, name)
  }

  /** Accounts of the file at hand, the largest first. */
  used(): ImportAccount[] {
    return [...this.#byName.values()].filter(({ rows }) => rows > 0).toSorted((a, b) => b.rows - a.rows)
  }
}
