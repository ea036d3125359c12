import { describe, expect, it } from 'vitest'
import { renderDocx } from '../../../electron/core/documents/docx.ts'
import { renderPdf } from '../../../electron/core/documents/pdf.ts'
import { buildCasePaper, casePaperKinds, paperContext } from '../../../shared/disputes/papers/index.ts'
import type { CasePaperKind } from '../../../shared/disputes/papers/index.ts'
import type { CaseFile } from '../../../shared/disputes/case-file.ts'
import { sampleCase } from '../../shared/disputes/papers/case-fixture.ts'
import { canReadPdf, FONTS_DIR, MOMENT, pdfText } from './paper-fixtures.ts'

const context = paperContext('7f3a91c20b5e44d8'.repeat(4))

const make = (kind: CasePaperKind, file: CaseFile) =>
  renderPdf(buildCasePaper(kind, context, file, { payBy: '2026-06-05' }), MOMENT, FONTS_DIR)

describe.runIf(canReadPdf)('the papers of a case as PDF', () => {
  it.each(casePaperKinds)(
    '%s carries the case number, the hash of its data, the page count and what it proves',
    async (kind) => {
      const text = pdfText((await make(kind, sampleCase())).pdf)
      for (const part of ['2026-0001', '7f3a91c20b5e44d8', '第1页，共', '不是区块链存证，也不是CA电子签名']) {
        expect(text).toContain(part)
      }
    },
  )

  it('keep to their lengths: summary and letter one page, application two, evidence list two', async () => {
    for (const relation of ['civil', 'labour'] as const) {
      const file = sampleCase({ relation })
      expect((await make('summary', file)).pages).toBe(1)
      expect((await make('demand-letter', file)).pages).toBe(1)
      expect((await make('application', file)).pages).toBe(2)
      expect((await make('evidence-list', file)).pages).toBeLessThanOrEqual(2)
    }
  })

  it('keep the summary on one page for a long case', async () => {
    const file = sampleCase({ relation: 'undetermined' })
    const facts = Array.from({ length: 40 }, (_, index) => ({
      id: `long-${index}`,
      date: '2026-05-01',
      text: '对方再次拖延付款并说明理由。'.repeat(20),
      origin: 'person' as const,
      sourceIds: [],
    }))
    const evidence = Array.from({ length: 60 }, (_, index) => ({
      ...(file.evidence[0] as CaseFile['evidence'][number]),
      number: index + 1,
      title: `很长很长的证据名称${index}`.repeat(5),
    }))
    const claims = file.claims.map((claim) => ({
      ...claim,
      cycles: claim.cycles.flatMap((cycle) => [{ ...cycle, cycle: cycle.cycle.replace('20', '19') }, cycle]),
    }))
    const labourWay = { claims: [], totals: file.totals }
    expect((await make('summary', { ...file, facts, evidence, claims })).pages).toBe(1)
    expect((await make('summary', { ...file, facts, evidence, claims, labourWay })).pages).toBe(1)
  })

  it('are named and not blocked by a name that no font has', async () => {
    const file = sampleCase()
    const parties = file.parties.map((party) => (party.side === 'applicant' ? { ...party, name: '𠮷雨桐' } : party))
    for (const kind of casePaperKinds) {
      const { pdf, substituted } = await make(kind, { ...file, parties })
      expect(substituted[0]?.codePoint).toBe('U+20BB7')
      expect(pdfText(pdf)).toContain('〔U+20BB7〕雨桐')
    }
  })
})

describe('the application as DOCX', () => {
  it('is made from the same document, byte for byte the same each time', async () => {
    const paper = buildCasePaper('application', context, sampleCase(), { payBy: '2026-06-05' })
    const first = await renderDocx(paper, MOMENT)
    expect((await renderDocx(paper, MOMENT)).docx.equals(first.docx)).toBe(true)
  })
})
