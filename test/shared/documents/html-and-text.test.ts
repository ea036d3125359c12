import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../../shared/documents/html.ts'
import type { Block, PaperDocument } from '../../../shared/documents/model.ts'
import { chineseNumber } from '../../../shared/documents/numbering.ts'
import { runningLine } from '../../../shared/documents/running-line.ts'
import { renderPlainText } from '../../../shared/documents/plain-text.ts'

const paper = (blocks: readonly Block[]): PaperDocument => ({
  title: '</title><script>alert(1)</script>',
  author: '李雨桐',
  page: 'portrait',
  header: { left: '左', right: '右' },
  footer: { left: '校验', pagePattern: '第{page}页，共{pages}页' },
  blocks,
})

const hostile = `<img src=x onerror=alert(1)> "'&\u202e`

describe('papers on screen', () => {
  it('escape every text, carry no script and load nothing', () => {
    const html = renderHtml(
      paper([
        { kind: 'title', text: hostile, subtitle: hostile },
        {
          kind: 'paragraph',
          text: [
            { text: hostile, style: 'strong' },
            { text: hostile, style: 'blank' },
          ],
        },
        { kind: 'party', heading: hostile, fields: [{ label: hostile, value: hostile }] },
        { kind: 'list', numbering: 'arabic', items: [{ text: hostile, details: [hostile] }] },
        {
          kind: 'table',
          caption: hostile,
          columns: [{ title: hostile, width: 1 }],
          rows: [[hostile]],
          totals: [[hostile]],
        },
        { kind: 'figures', items: [{ label: hostile, value: hostile, note: hostile }] },
        { kind: 'signatures', lines: [{ label: hostile, value: hostile }] },
        { kind: 'signing', sides: [{ heading: hostile, lines: [{ label: hostile, value: hostile }] }] },
        { kind: 'note', text: hostile },
      ]),
    )
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>\s"/i)
    expect(html.match(/&lt;img src=x onerror=alert\(1\)&gt; &quot;&#39;&amp;〔U\+202E〕/g)).toHaveLength(22)
    expect(html).toContain("default-src 'none'")
    expect(html).not.toMatch(/https?:|src=[^x]|@import|url\(/)
  })

  it('leave open lines open in plain text, and print numbered items and tables as lines', () => {
    const text = renderPlainText(
      paper([
        { kind: 'party', heading: '申请人', fields: [{ label: '姓名', value: '李雨桐' }, { label: '民族' }] },
        { kind: 'list', numbering: 'chinese', items: [{ text: '支付报酬' }, { text: '支付利息' }] },
        {
          kind: 'table',
          columns: [
            { title: '月', width: 1 },
            { title: '元', width: 1 },
          ],
          rows: [['三月', '1.00']],
        },
        { kind: 'signatures', lines: [{ label: '日期：' }] },
        { kind: 'signing', sides: [{ heading: '甲方：播悦', lines: [{ label: '盖章：' }] }] },
      ]),
    )
    expect(text).toBe(
      '申请人\n姓名：李雨桐\n民族：＿＿＿＿\n一、支付报酬\n二、支付利息\n月 | 元\n三月 | 1.00\n日期：＿＿＿＿\n甲方：播悦\n盖章：＿＿＿＿',
    )
  })
})

describe('Chinese numbers of headings', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [23, '二十三'],
    [99, '九十九'],
    [100, '100'],
  ])('writes %d as %s', (value, text) => {
    expect(chineseNumber(value)).toBe(text)
  })
})

describe('a running head', () => {
  it('stays one line however long a name is, and cuts no character in two', () => {
    expect(runningLine('催款函　林小满')).toBe('催款函　林小满')
    const cut = runningLine(`催款函　${'𠮷'.repeat(200)}`)
    expect(Array.from(cut)).toHaveLength(34)
    expect(cut.isWellFormed()).toBe(true)
    expect(cut.endsWith('…')).toBe(true)
  })
})
