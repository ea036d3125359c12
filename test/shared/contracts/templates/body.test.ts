import { expect, test } from 'vitest'
import { parseBody, variablesOf } from '../../../../shared/contracts/templates/body.ts'
import { buildContract } from '../../../../shared/contracts/templates/build.ts'
import { paragraphText } from '../../../../shared/contracts/templates/built.ts'
import { templateProblems } from '../../../../shared/contracts/templates/check.ts'
import type { ContractTemplate, ContractValues } from '../../../../shared/contracts/templates/template.ts'
import { company, streamer } from './filled.ts'

const say = (text: string) => ({ zh: text, en: text })

/** A small template with one clause that always stands and one that is chosen. */
function template(body: string): ContractTemplate {
  const party = { type: 'party', required: true, group: 'g', help: say('帮助') } as const
  const field = { required: false, group: 'g', help: say('帮助') } as const
  const clause = { lawIds: [], note: say('说明'), file: 'a.md' }
  return {
    id: 'small',
    version: 1,
    title: say('小合同'),
    relation: 'civil',
    forWhom: say('试一试'),
    groups: [{ id: 'g', title: say('组') }],
    variables: [
      { ...party, name: 'payer', label: say('付款方') },
      { ...party, name: 'payee', label: say('收款方') },
      { ...field, name: 'from', type: 'date', label: say('开始') },
      { ...field, name: 'sum', type: 'money', label: say('金额') },
      { ...field, name: 'note', type: 'text', label: say('备注') },
      {
        ...field,
        name: 'way',
        type: 'choice',
        label: say('方式'),
        options: [
          { value: 'cash', label: say('现金') },
          { value: 'bank', label: say('转账') },
        ],
      },
    ],
    keys: { payer: 'payer', payee: 'payee', from: 'from' },
    parties: [
      { variable: 'payer', mark: '甲方', role: '付款方' },
      { variable: 'payee', mark: '乙方', role: '收款方' },
    ],
    preamble: 'preamble.md',
    preambleText: '双方约定如下。',
    clauses: [
      { ...clause, id: 'main', title: '正文', required: true, body },
      { ...clause, id: 'extra', title: '附加', required: false, optionalLabel: say('附加'), body: '见{{§main}}。' },
    ],
    rules: [],
  }
}

function textOf(body: string, values: ContractValues = {}, optional: string[] = []): string[] {
  const built = buildContract(template(body), { payer: company, payee: streamer, ...values }, optional, null)
  return (built.clauses[0]?.paragraphs ?? []).map(paragraphText)
}

test('paragraphs are numbered by their clause, items under them, and a single paragraph is not', () => {
  expect(textOf('第一段。\n\n- 甲；\n- 乙。\n\n第二段。\n- 丙。\n> 没有编号。')).toEqual([
    '1.1　第一段。',
    '（1）　甲；',
    '（2）　乙。',
    '1.2　第二段。',
    '（1）　丙。',
    '没有编号。',
  ])
  expect(textOf('只有一段。')).toEqual(['只有一段。'])
})

test('a part stands only when its condition holds, and a line of which nothing stands is gone', () => {
  const body =
    '付款{{?sum}}{{sum|figures}}{{/}}{{?!sum}}若干{{/}}。\n{{?way=cash}}用现金。{{/}}\n{{?+extra}}另见{{§extra}}。{{/}}'
  expect(textOf(body)).toEqual(['付款若干。'])
  expect(textOf(body, { sum: 120_000, way: 'cash' }, ['extra'])).toEqual([
    '1.1　付款人民币1,200.00元。',
    '1.2　用现金。',
    '1.3　另见第二条。',
  ])
})

test('what a person fills in is never read as a template', () => {
  expect(textOf('备注：{{note}}。', { note: '**粗体** {{sum}} {{?x}} $t(app:errors.unknown)' })).toEqual([
    '备注：**粗体** {{sum}} {{?x}} $t(app:errors.unknown)。',
  ])
})

test('what is not filled in is an open line, in a draft with the name of what belongs there', () => {
  const built = buildContract(template('共{{sum}}。'), {}, [], null)
  expect(built.clauses[0]?.paragraphs[0]?.runs).toEqual([
    { text: '共' },
    { text: '金额', style: 'blank' },
    { text: '。' },
  ])
  expect(built.missing.map(({ variable }) => variable)).toEqual(['payer', 'payee'])
  const numbered = buildContract(template('共{{sum}}。'), {}, [], 'HT-2026-0001')
  expect(numbered.clauses[0]?.paragraphs[0]?.runs[1]).toEqual({ text: '', style: 'blank' })
})

test('rows that follow one another are a table whose empty rows are left out', () => {
  expect(
    textOf('如下：\n| 项目 | 金额 |\n| {{?sum}}合计{{/}} | {{?sum}}{{sum|figures}}{{/}} |\n| 余额 | 无 |'),
  ).toEqual(['如下：', '项目 | 金额', '余额 | 无'])
})

test('strong text is marked, and a condition that is not closed breaks the template', () => {
  expect(parseBody('这是**重点**。')[0]?.parts.map((part) => part.strong)).toEqual([false, true, false])
  expect(() => parseBody('{{?sum}}没关上')).toThrow('condition not closed')
})

test('names that point nowhere, clauses that may be absent and what is printed nowhere are found', () => {
  expect(variablesOf(parseBody('{{a}}{{?b=x}}{{?!c}}{{?+d}}y{{/}}{{/}}{{/}}'))).toEqual(new Set(['a', 'b', 'c']))
  expect(templateProblems(template('{{from}}{{sum}}{{note}}{{way}}见{{§extra}}和{{§none}}和{{nothing}}。'))).toEqual([
    'main: no variable nothing',
    'main: no clause none',
    'main: points at extra, which may not be there',
  ])
  expect(templateProblems(template('{{from}}{{sum}}{{note}}'))).toEqual(['way is printed nowhere'])
})
