import { assert as check, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeHtml, hrefOf, html } from '../../../shared/bundles/html.ts'
import { buildReadMe } from '../../../shared/bundles/read-me.ts'
import { verifyCommands } from '../../../shared/bundles/read-me-frame.ts'
import { formatFen } from '../../../shared/money.ts'
import { makeCase } from '../../core/bundles/sample-case.ts'

const fingerprint = '7f3a91c20b5e44d8'.padEnd(64, '0')
const build = (changes: Parameters<typeof makeCase>[0] = {}): string =>
  buildReadMe({
    file: makeCase(changes),
    sender: '林小满',
    fingerprint,
    bagName: 'BoAn-2026-0007',
    fileName: 'BoAn-2026-0007.boan',
    tables: ['ledger/2026-03.csv'],
  })

describe('READ-ME-FIRST', () => {
  it('says who claims what from whom, with the figures of the case', () => {
    const page = build()
    const { totals, claims } = makeCase()
    for (const text of [
      '林小满',
      '2026-0007',
      formatFen(totals.totalFen),
      '应付日到了',
      '证据 1',
      '7F3A 91C2 0B5E 44D8',
    ]) {
      expect(page).toContain(text)
    }
    for (const claim of claims) expect(page).toContain(formatFen(claim.totalFen))
  })

  it('links to the files beside it by relative paths', () => {
    const page = build()
    expect(page).toContain(`href="${hrefOf('evidence/001-结算单.png')}"`)
    expect(page).toContain('href="ledger/2026-03.csv"')
    const targets = [...page.matchAll(/href="([^"]*)"/g)].map((match) => match[1])
    for (const target of targets) expect(target).not.toMatch(/^(?:\/|[a-z]+:)/i)
  })

  it('stands alone: no script, nothing fetched, and says what it proves and what not', () => {
    const page = build()
    expect(page).not.toMatch(/<script|<img|<link|<iframe|url\(|@import|https?:/i)
    expect(page).toContain("default-src 'none'")
    expect(page).toContain('不是区块链存证')
    expect(page).toContain('sha256sum -c manifest-sha256.txt')
    expect(page).toContain('certutil -hashfile')
  })

  it('shows what people wrote as text, never as HTML', () => {
    check(
      property(string({ unit: 'binary', maxLength: 200 }), (text) => {
        const page = build({ title: `${text}<img src=x onerror=alert(1)>`, statement: `</p><script>${text}` })
        expect(page).not.toMatch(/<script|<img/i)
      }),
      { numRuns: 30 },
    )
    expect(escapeHtml('<b a="1" c=\'2\'>&\u202e')).toBe('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;\ufffd')
    expect(html`<i>${['<', html`<b>${'>'}</b>`]}</i>`.html).toBe('<i>&lt;<b>&gt;</b></i>')
  })

  it('is the same for the same case', () => {
    expect(build()).toBe(build())
  })

  it('gives commands that no name can break', () => {
    expect(verifyCommands({ bagName: "a'b", fileName: '$(x).boan', content: 'case.json' }).unix).toContain(
      String.raw`cd 'a'\''b'`,
    )
  })
})
