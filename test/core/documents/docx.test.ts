import yauzl from 'yauzl'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '../../../electron/core/documents/docx.ts'
import type { Block } from '../../../shared/documents/model.ts'
import { MOMENT, paper } from './paper-fixtures.ts'

async function parts(docx: Buffer): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(docx, { lazyEntries: true })
  const found = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk))
    found.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
  }
  return found
}

const blocks: Block[] = [
  { kind: 'title', text: '调解申请书', subtitle: '（报酬纠纷）' },
  {
    kind: 'party',
    heading: '申请人',
    fields: [
      { label: '姓名', value: '𠮷田雨桐' },
      { label: '住址', wide: true },
    ],
  },
  {
    kind: 'list',
    numbering: 'arabic',
    items: [{ text: [{ text: '支付', style: 'strong' }, { text: '¥1.00' }], details: ['明细'] }],
  },
  {
    kind: 'table',
    columns: [{ title: '金额', width: 1, align: 'right' }],
    rows: [['1.00'], ['2.00']],
    totals: [['3.00']],
  },
  {
    kind: 'figures',
    items: [
      { label: '未付', value: '¥3.00' },
      { label: '利息', value: '¥0.10', note: '暂计' },
    ],
  },
  { kind: 'page-break' },
  { kind: 'signatures', lines: [{ label: '申请人：' }, { label: '日期：' }] },
  {
    kind: 'signing',
    sides: [
      { heading: '甲方', lines: [{ label: '盖章：' }] },
      { heading: '乙方', lines: [{ label: '签名：', value: '李雨桐' }] },
    ],
  },
  { kind: 'note', text: '说明' },
]

describe('papers as DOCX', () => {
  it('hold the text, a repeated table head, the page count fields and the moment given', async () => {
    const { docx } = await renderDocx(paper(blocks, 'landscape'), MOMENT)
    const files = await parts(docx)
    const body = files.get('word/document.xml') ?? ''
    for (const text of ['调解申请书', '𠮷田雨桐', '支付', '明细', '1.00', '3.00', '暂计', '申请人：'])
      expect(body).toContain(text)
    expect(body).toContain('<w:tblHeader/>')
    expect(body).toContain('w:orient="landscape"')
    const footers = [...files].filter(([name]) => name.startsWith('word/footer')).map(([, xml]) => xml)
    expect(footers.join('')).toContain('NUMPAGES')
    expect(files.get('docProps/core.xml')).toContain('>2026-05-01T01:02:03Z</dcterms:created>')
  })

  it('are the same file, byte for byte, for the same paper and moment', async () => {
    const first = await renderDocx(paper(blocks), MOMENT)
    const second = await renderDocx(paper(blocks), MOMENT)
    expect(second.docx.equals(first.docx)).toBe(true)
  })

  it('take markup and invisible characters as text', async () => {
    const text = ']]></w:t><w:br/> &amp; <script> \u202eabc\u0000 \ud800'
    const { docx, substituted } = await renderDocx(paper([{ kind: 'paragraph', text }]), MOMENT)
    const body = (await parts(docx)).get('word/document.xml') ?? ''
    expect(body).toContain(
      ']]&gt;&lt;/w:t&gt;&lt;w:br/&gt; &amp;amp; &lt;script&gt; 〔U+202E〕abc〔U+0000〕 〔U+D800〕',
    )
    expect(substituted.map((one) => one.codePoint)).toEqual(['U+202E', 'U+0000', 'U+D800'])
  })
})
