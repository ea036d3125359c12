import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { listTemplates, readTemplate } from '../../../electron/core/contracts/templates.ts'
import { callCore } from '../../../electron/core/core.ts'
import { buildContract } from '../../../shared/contracts/templates/build.ts'
import { paragraphText } from '../../../shared/contracts/templates/built.ts'
import { templateProblems } from '../../../shared/contracts/templates/check.ts'
import { contractFaults } from '../../../shared/contracts/templates/faults.ts'
import { contractPaper } from '../../../shared/contracts/templates/paper.ts'
import type { ContractTemplate } from '../../../shared/contracts/templates/template.ts'
import { startingClauses, startingValues } from '../../../shared/contracts/templates/values.ts'
import { renderPlainText } from '../../../shared/documents/plain-text.ts'
import { catalogues } from '../../../shared/i18n/catalogues.ts'
import { filled } from '../../shared/contracts/templates/filled.ts'
import { openTempCore } from '../temp-core.ts'

const ids = ['mcn-cooperation', 'labour-streamer', 'settlement-confirmation']

function complete(template: ContractTemplate) {
  const { values, optionalClauses } = filled[template.id] ?? { values: {}, optionalClauses: [] }
  return { values: { ...startingValues(template), ...values }, optionalClauses }
}

test('the three templates are offered, the cooperation first', async () => {
  const core = openTempCore()
  const { templates } = await callCore(core, 'contracts.listTemplates', {})
  expect(templates.map(({ id }) => id)).toEqual(ids)
  expect(listTemplates()).toEqual(templates)
  await expect(callCore(core, 'contracts.template', { id: '../secrets' })).rejects.toMatchObject({
    code: 'templates.template-not-found',
  })
})

describe.each(ids)('%s', (id) => {
  const template = readTemplate(id)

  test('is in order, and all law it rests on has words in both languages', () => {
    expect(templateProblems(template)).toEqual([])
    const lawIds = template.clauses.flatMap((clause) => clause.lawIds)
    for (const catalogue of [catalogues.zh, catalogues.en]) {
      const known: Record<string, string> = catalogue.documents.law
      expect(lawIds.filter((lawId) => known[lawId] === undefined)).toEqual([])
    }
  })

  test('filled in with every optional clause it can be issued, and no gap is left open', () => {
    const { values, optionalClauses } = complete(template)
    const faults = contractFaults(template, values, { optionalClauses })
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([])
    const built = buildContract(template, values, optionalClauses, 'HT-2026-0001')
    expect(built.missing).toEqual([])
    const runs = built.clauses.flatMap((clause) => clause.paragraphs.flatMap((paragraph) => paragraph.runs))
    expect(runs.filter(({ style }) => style === 'blank')).toEqual([])
    expect(renderPlainText(contractPaper(built, { contentSha256: 'ab'.repeat(32) }))).not.toMatch(/[{}*|]{2}|undefined/)
  })

  test('without optional clauses it is whole too, and its clauses are numbered without a gap', () => {
    const { values } = complete(template)
    expect(
      contractFaults(template, values, { optionalClauses: [] }).filter(({ severity }) => severity === 'error'),
    ).toEqual([])
    const built = buildContract(template, values, [], null)
    const text = built.clauses.map((clause) => clause.heading).join('\n')
    expect(text.startsWith('第一条')).toBe(true)
    expect(built.clauses).toHaveLength(template.clauses.filter((clause) => clause.required).length)
    for (const paragraph of built.clauses.flatMap((clause) => clause.paragraphs)) {
      expect(paragraphText(paragraph)).not.toContain('第条')
    }
  })

  test('as it stands at first it says what is missing and prints open lines with what belongs there', () => {
    const built = buildContract(template, startingValues(template), startingClauses(template), null)
    expect(built.missing.length).toBeGreaterThan(3)
    const { required } = Object.groupBy(template.variables, (variable) => (variable.required ? 'required' : 'optional'))
    expect(built.missing.every(({ variable }) => required?.some(({ name }) => name === variable))).toBe(true)
  })
})

test('the labour contract has every item that article 17 asks for', () => {
  const template = readTemplate('labour-streamer')
  const { values } = complete(template)
  const text = renderPlainText(contractPaper(buildContract(template, values, [], null), { contentSha256: null }))
  const items = ['法定代表人', '身份证号码', '合同期限', '工作内容和工作地点', '工作时间和休息休假']
  for (const item of [...items, '劳动报酬', '社会保险', '劳动保护、劳动条件和职业危害防护'])
    expect(text).toContain(item)
  expect(text).toContain('甲方不得要求乙方承担违约金')
})

test('a draft is made as PDF and as DOCX and says that it is one', async () => {
  const core = openTempCore()
  const template = readTemplate('settlement-confirmation')
  const { values, optionalClauses } = complete(template)
  const given = { templateId: template.id, values, optionalClauses }
  const pdf = await callCore(core, 'contracts.previewTemplate', { ...given, format: 'pdf' })
  expect(pdf).toMatchObject({ file: { name: '结算确认书.pdf' }, pages: 2, substituted: [] })
  const docx = await callCore(core, 'contracts.previewTemplate', { ...given, format: 'docx' })
  expect(docx).toMatchObject({ file: { name: '结算确认书.docx' }, pages: null })
})

test('the notes and helps of templates use full-width punctuation', () => {
  const texts = ids.flatMap((id) => {
    const raw = readFileSync(new URL(`../../../resources/contracts/${id}/template.json`, import.meta.url), 'utf8')
    return [...raw.matchAll(/"zh": "([^"]*)"/g)].map((match) => match[1] ?? '')
  })
  expect(texts.filter((text) => /[\u3400-\u9fff][,;:?!()]|[,;?!][\u3400-\u9fff]/.test(text))).toEqual([])
})
