import { describe, expect, test } from 'vitest'
import { buildMediationAgreement } from '../../../../shared/disputes/mediation/agreement-paper.ts'
import { buildPlan } from '../../../../shared/disputes/mediation/plan.ts'
import { buildReplyReadMe } from '../../../../shared/disputes/mediation/read-me-reply.ts'
import { paperContext } from '../../../../shared/disputes/papers/index.ts'
import type { PaperDocument } from '../../../../shared/documents/model.ts'
import { renderPlainText } from '../../../../shared/documents/plain-text.ts'
import type { CaseFile } from '../../../../shared/disputes/case-file.ts'
import { makeCase } from '../../../core/bundles/sample-case.ts'
import { allAccepted, someMediation, someReplyFile } from '../../../renderer/disputes/mediation-fixture.ts'

function agreement(changes: Partial<CaseFile> = {}): PaperDocument {
  const { words, proposal } = someMediation(allAccepted)
  const plan = buildPlan(proposal.totalFen, { count: 3, firstDate: '2026-06-10', dayOfMonth: 10 })
  return buildMediationAgreement(paperContext('f'.repeat(64)), { file: makeCase(changes), words, proposal, plan })
}

describe('the mediation agreement', () => {
  test('has the parts of the form in their order', () => {
    const headings = agreement().blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    expect(headings).toEqual([
      '一、纠纷主要事实、争议事项',
      '二、双方自愿达成如下协议',
      '三、履行方式、时限',
      '四、协议的效力',
    ])
    expect(agreement().blocks[0]).toMatchObject({ text: '人民调解协议书' })
    expect(agreement({ relation: 'labour' }).blocks[0]).toMatchObject({ text: '劳动人事争议调解协议书' })
  })

  test('says every payment in figures and in capitals, and their sum is what is agreed', () => {
    const text = renderPlainText(agreement())
    const { proposal } = someMediation(allAccepted)
    const table = agreement().blocks.find((block) => block.kind === 'table')
    if (table?.kind !== 'table') throw new Error('a table of payments')
    const fen = table.rows.map((row) => Math.round(Number((row[2] ?? '').replaceAll(',', '')) * 100))
    expect(fen.reduce((sum, one) => sum + one, 0)).toBe(proposal.totalFen)
    expect(table.rows.every((row) => (row[3] ?? '').startsWith('人民币'))).toBe(true)
    expect(text).toContain('三十日内，共同向有管辖权的人民法院申请司法确认')
  })

  test('leaves numbers that were masked for the mediator, and all signatures, open for the hand', () => {
    const [applicant] = agreement().blocks.filter((block) => block.kind === 'party')
    if (applicant?.kind !== 'party') throw new Error('a party')
    expect(applicant.fields.find(({ label }) => label === '联系电话')).not.toHaveProperty('value')
    const signatures = agreement().blocks.find((block) => block.kind === 'signatures')
    if (signatures?.kind !== 'signatures') throw new Error('signatures')
    expect(signatures.lines.map(({ label }) => label)).toEqual([
      '林小满（签名、盖章或按指印）：',
      '杭州云播“<b>”文化传媒（盖章，代表人签名）：',
      '调解员王敏（签名）：',
      '记录人（签名）：',
      '余杭区人民调解委员会（印章）：',
      '日期：',
    ])
    expect(signatures.lines.every(({ value }) => value === undefined)).toBe(true)
  })
})

test('the page to read first of a reply is self-contained and runs nothing that anybody wrote', () => {
  const reply = someReplyFile()
  const [question] = reply.questions
  if (question === undefined) throw new Error('a question')
  const hostile = { ...reply, questions: [{ ...question, text: '<script>alert(1)</script>' }] }
  const names = { bagName: 'b', fileName: 'b.boan', content: 'reply.json' }
  const page = buildReplyReadMe({ reply: hostile, sender: '王敏', names, fingerprint: 'c'.repeat(64) })
  expect(page).not.toMatch(/<script|src=|https?:/)
  expect(page).toContain('&lt;script&gt;')
  expect(page).toContain('reply.json')
})
