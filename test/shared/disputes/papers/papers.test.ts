import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../../../../shared/disputes/case-file.ts'
import {
  buildCasePaper,
  buildDemandLetter,
  casePaperKinds,
  demandMessage,
  demandOfCase,
  paperContext,
  paperData,
} from '../../../../shared/disputes/papers/index.ts'
import type { CasePaperKind, DemandLetter } from '../../../../shared/disputes/papers/index.ts'
import type { PaperDocument, TableBlock } from '../../../../shared/documents/model.ts'
import { renderPlainText } from '../../../../shared/documents/plain-text.ts'
import { sampleCase } from './case-fixture.ts'

const context = paperContext('a'.repeat(64))
const build = (kind: CasePaperKind, file: CaseFile): PaperDocument =>
  buildCasePaper(kind, context, file, { payBy: '2026-06-05' })
const textOf = (kind: CasePaperKind, file: CaseFile): string => renderPlainText(build(kind, file))

function tables(document: PaperDocument): TableBlock[] {
  return document.blocks.filter((block) => block.kind === 'table')
}

const letter: DemandLetter = {
  number: '',
  relation: 'civil',
  creditor: { name: '李雨桐' },
  debtor: { name: '星禾传媒' },
  agreementTitles: [],
  cycles: [
    {
      cycle: '2026-03',
      from: '2026-03-01',
      dueDate: null,
      overdueDays: 0,
      expectedFen: 1_582_346,
      withheldFen: 0,
      allowedFen: 0,
      paidFen: 1_000_000,
      outstandingFen: 582_346,
    },
  ],
  outstandingFen: 582_346,
  interestFen: 0,
  undisputedFen: 0,
  deductions: [],
  asOf: '2026-05-20',
  payBy: '2026-06-05',
  lawIds: [],
  ofCase: false,
}

describe('papers of a case', () => {
  it('leave no word without its text in the catalogue', () => {
    for (const relation of ['civil', 'labour', 'intermediate', 'undetermined'] as const) {
      for (const kind of casePaperKinds) {
        const text = textOf(kind, sampleCase({ relation }))
        expect(text).not.toMatch(/[a-z]+\.[a-z]+[A-Z.]|\{\{|\bundefined\b|\bnull\b|NaN/)
      }
    }
  })

  it('ask for the same totals in the application, the sheet, the summary and the letter', () => {
    const file = sampleCase()
    expect(file.totals).toMatchObject({ outstandingFen: 3_363_104, undisputedFen: 100_000 })
    for (const kind of ['application', 'calculation-sheet', 'summary', 'demand-letter'] as const) {
      expect(textOf(kind, file)).toContain('33,631.04')
    }
    expect(textOf('application', file)).toContain('人民币叁万叁仟玖佰零贰元零捌分')
    expect(textOf('calculation-sheet', file)).toContain('人民币叁万叁仟玖佰零贰元零捌分')
  })

  it('follow the blank of each procedure: people’s mediation tells first, labour mediation asks first', () => {
    const peoples = textOf('application', sampleCase())
    const labour = textOf('application', sampleCase({ relation: 'labour' }))
    expect(peoples).toContain('人民调解申请书')
    expect(peoples.indexOf('纠纷简要情况')).toBeLessThan(peoples.indexOf('当事人申请事项'))
    expect(labour).toContain('劳动争议调解申请书')
    expect(labour.indexOf('调解请求')).toBeLessThan(labour.indexOf('事实与理由'))
    expect(labour).toContain('《中华人民共和国劳动合同法》第三十条')
    expect(peoples).toContain('《中华人民共和国民法典》第五百零九条')
    expect(peoples).not.toContain('劳动合同法')
  })

  it('leave unknown fields, signature and date open', () => {
    const text = textOf('application', sampleCase())
    for (const open of ['民族：＿＿＿＿', '按指印）：＿＿＿＿', '日期：＿＿＿＿', '＿＿＿＿人民调解委员会'])
      expect(text).toContain(open)
    expect(text).toContain('年龄：29周岁')
    const masked = sampleCase()
    const parties = masked.parties.map((party) => ({ ...party, idCard: '3301********1224' }))
    expect(textOf('application', { ...masked, parties })).toContain('年龄：＿＿＿＿')
  })

  it('never print the marks that are for the person alone', () => {
    const file = sampleCase()
    const claims = file.claims.map((claim) => ({ ...claim, warnings: ['word-only', 'weak-evidence-only'] }))
    for (const kind of casePaperKinds) expect(textOf(kind, { ...file, claims })).toBe(textOf(kind, file))
  })

  it('show sales, refunds, basis, rates, due dates and grounds of each cycle, adding up below', () => {
    const [main, steps] = tables(build('calculation-sheet', sampleCase()))
    expect(main?.columns).toHaveLength(15)
    expect(main?.rows[3]).toEqual([
      '4',
      '2026年3月',
      '雨桐好物、雨桐好物助农\n18场',
      '189,370.35',
      '21,023.31',
      '168,347.04',
      '5% / 8%',
      '16,767.76',
      '0.00',
      '10,000.00',
      '6,767.76',
      '2026-04-15',
      '35',
      '30.65',
      '主播合作协议\n证据1',
    ])
    expect(main?.totals?.[0]?.[10]).toBe('33,631.04')
    expect(steps?.rows.find((row) => row[0] === '2026年3月' && row[1] === '底薪')?.[2]).toContain('18/20')
  })

  it('say how interest was counted, at which LPR, and which days of it are assumed', () => {
    const text = textOf('calculation-sheet', sampleCase())
    expect(text).toContain('2026年3月 | 2026-04-16 | 2026-04-20 | 5 | 16,767.76 | LPR 3% × 1.3')
    expect(text).toContain('2026年3月有35天的LPR按最近一次报价推定（报价已知到2026年3月19日）')
    expect(textOf('calculation-sheet', sampleCase({ relation: 'labour' }))).toContain('本表没有计算利息')
  })

  it('list the evidence that goes along with one page count, and nothing that stays behind', () => {
    const [list] = tables(build('evidence-list', sampleCase()))
    expect(list?.rows.map((row) => [row[0], row[4]])).toEqual([
      ['证据1', '1–6'],
      ['证据2', '7–8'],
      ['证据3', '电子文件'],
      ['证据4', '9–17'],
    ])
    expect(textOf('evidence-list', sampleCase())).not.toContain('值班表')
  })

  it('begin the summary with the undisputed amount', () => {
    const [, figures] = build('summary', sampleCase()).blocks
    expect(figures).toMatchObject({ kind: 'figures', items: [{ value: '¥1,000.00' }, { value: '¥33,631.04' }, {}, {}] })
    const none = { ...sampleCase().totals, undisputedFen: 0 }
    expect(textOf('summary', sampleCase({ totals: none }))).toContain('对方还没有出具认可数额的结算单')
  })

  it('show the labour way beside the civil one while the relation is undetermined', () => {
    const file = sampleCase({ relation: 'undetermined' })
    const totals = { outstandingFen: 100, interestFen: 0, totalFen: 100, undisputedFen: 0 }
    const both = { ...file, labourWay: { claims: [], totals } }
    for (const kind of ['application', 'calculation-sheet', 'summary'] as const) {
      expect(textOf(kind, both)).toContain('如认定为劳动关系，同一期间未付¥1.00')
      expect(textOf(kind, file)).not.toContain('如认定为劳动关系')
    }
  })

  it('tell what records tell in the words of the timeline', () => {
    const fact = { id: 'f', date: '2026-04-20', text: '', origin: 'record' as const, sourceIds: [] }
    const params = { payer: '星禾传媒', amountFen: 1_000_000, cycles: '2026-03' }
    const file = sampleCase({ facts: [{ ...fact, code: 'payment', params }] })
    expect(textOf('application', file)).toContain('2026年4月20日：星禾传媒支付¥10,000.00，计入2026年3月。')
  })

  it('say why a deduction does not hold', () => {
    expect(textOf('calculation-sheet', sampleCase())).toContain(
      '形象管理费 | 1,000.00 | 0.00 | 1,000.00 | 约定里没有这一项扣款',
    )
  })

  it('print a person’s text as it is, whatever it looks like', () => {
    const statement = '{{amount}} $t(proof) #panic("x") <b>粗</b>'
    expect(textOf('application', sampleCase({ statement }))).toContain(statement)
  })

  it('are hashed over the case without its own list of papers', () => {
    const file = sampleCase()
    const documents = [{ kind: 'summary', file: 'documents/summary.pdf', sha256: 'b'.repeat(64) }]
    expect(paperData({ ...file, documents })).toBe(paperData(file))
    expect(paperData({ ...file, statement: '改' })).not.toBe(paperData(file))
  })
})

describe('letter of demand', () => {
  it('can be written without a case, with the sum in figures and capitals and a day to pay by', () => {
    const text = renderPlainText(buildDemandLetter(context, letter))
    expect(text).toContain('致：星禾传媒')
    expect(text).toContain('¥5,823.46（人民币伍仟捌佰贰拾叁元肆角陆分）')
    expect(text).toContain('请于2026年6月5日前付清')
    expect(text).toContain('以往支付时使用的收款账户')
    expect(text).not.toContain('案件文件')
  })

  it('fits a chat as a few lines of plain text', () => {
    const message = demandMessage(context, letter)
    expect(message.length).toBeLessThan(200)
    expect(message.split('\n')).toHaveLength(4)
    expect(message).toContain('2026年3月：应付¥15,823.46，已付¥10,000.00，还差¥5,823.46')
  })

  it('of a case names the account only when it is whole', () => {
    const file = sampleCase()
    const parties = file.parties.map((party) => ({ ...party, bankCard: '6222****3445' }))
    expect(demandOfCase(context, file, '2026-06-05').account?.number).toBe('6222020200112233445')
    expect(demandOfCase(context, { ...file, parties }, '2026-06-05').account).toBeUndefined()
  })
})
