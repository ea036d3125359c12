import { describe, expect, test } from 'vitest'
import { shippedPresets } from '../../../electron/core/earnings/import/presets.ts'
import zh from '../../../shared/i18n/zh/import.json' with { type: 'json' }
import { type TestEncoding, writeText } from './files.ts'
import { openSharedCore, previewOne } from './importing.ts'

interface Case {
  preset: string
  encoding?: TestEncoding
  name?: string
  text: string
  rows: number
  sums: object
  rejected?: number
  ignored?: object
}

const order = (rows: number, saleFen: number, amounts: object) => ({
  rows,
  saleFen,
  estimatedCommissionFen: 0,
  settledBaseFen: 0,
  commissionFen: 0,
  feeFen: 0,
  ...amounts,
})

const agencyHeader =
  '订单id,商品id,商品名称,作者账号,抖音/火山号,支付金额,佣金率,预估佣金支出,结算金额,实际佣金支出,订单状态,超时未结算原因,付款时间,收货时间,订单结算时间,商品来源,店铺id,店铺名称'

/** One file of every kind, with what real ones do: tabs after ids, dashes, preambles, totals, repeated headers. */
const cases: Case[] = [
  {
    preset: 'douyin-agency',
    text: [
      agencyHeader,
      '6920000000000000001\t,3510000000000000001\t,苹果,小林,10001\t,100.00,20.00%,20.00,90.00,18.00,订单结算,,2026-03-01 08:00:00,2026-03-05 08:00:00,2026-03-20 08:00:00,小店,71\t,旗舰店',
      '6920000000000000002\t,3510000000000000001\t,红枣,小林,10001\t,50.00,20.00%,10.00,0.00,0.00,订单付款,,2026-03-02 08:00:00,-,-,小店,71\t,旗舰店',
      '6920000000000000003\t,3510000000000000001\t,红枣,-,-,30.00,0.00%,6.00,0.00,0.00,订单退货退款,,2026-03-02 08:00:00,-,-,小店,71\t,旗舰店',
      agencyHeader,
      '合计,,,,,180.00,,36.00,90.00,18.00,,,,,,,,',
    ].join('\n'),
    rows: 5,
    sums: {
      settled: order(1, 10_000, { estimatedCommissionFen: 2_000, settledBaseFen: 9_000, commissionFen: 1_800 }),
      paid: order(1, 5_000, { estimatedCommissionFen: 1_000 }),
      refunded: order(1, 3_000, { estimatedCommissionFen: 600 }),
    },
    ignored: { 'repeated-header': 1, total: 1 },
  },
  {
    preset: 'douyin-leader',
    encoding: 'gb18030',
    text: [
      '订单id,商品名称,商品id,订单状态,超时未结算原因,出单机构,支付金额,服务费率,预估服务费收入,结算金额,实际服务费收入,付款时间,收货时间,结算时间,店铺id,订单来源,订单来源',
      '6920000000000000001\t,苹果,3510000000000000001\t,订单结算,,某机构,100.00,5.00 %,5.00,100.00,5.00,2026-03-01 08:00:00,2026-03-05 08:00:00,2026-03-20 08:00:00,71\t,抖音,直播',
    ].join('\r\n'),
    rows: 1,
    sums: { settled: order(1, 10_000, { estimatedCommissionFen: 500, settledBaseFen: 10_000, commissionFen: 500 }) },
  },
  {
    preset: 'douyin-settlement',
    text: [
      '结算时间,订单号,子订单号,结算金额,结算账户,结算单类型,下单时间,商品ID,商品名称,商品数量,达人ID,达人名称,达人佣金,服务商佣金,备注',
      '结算到账的时间,平台订单号,子订单,应结金额,账户,类型说明,买家下单,商品编号,名称,件数,达人编号,达人昵称,支付给达人的佣金,服务商,说明',
      '2026-03-20 08:00:00,\t6920000000000000001,\t6920000000000000011,80.00,聚合账户,已结算,2026-03-01 08:00:00,351,苹果,1,9001,小林,-20.00,0.00,-',
      '2026-03-25 08:00:00,\t6920000000000000002,\t6920000000000000021,-10.00,聚合账户,退款,2026-03-01 08:00:00,351,苹果,1,9001,小林,2.00,0.00,-',
    ].join('\n'),
    rows: 3,
    sums: { settled: order(1, 8_000, { commissionFen: 2_000 }), refunded: order(1, -1_000, { commissionFen: -200 }) },
    ignored: { explanation: 1 },
  },
  {
    preset: 'kuaishou-settlement',
    text: [
      '商家ID,订单号,商品ID,合计收入(元),订单退款(元),技术服务费(元),达人ID,MCN机构ID,达人佣金(元),团长id,团长佣金(元),分账基数,实际结算金额(元),实际结算时间,备注',
      '1,2301,88,100.00,10.00,5.00,7001,-,18.00,-,0.00,90.00,67.00,2026-03-20 08:00:00,',
    ].join('\n'),
    rows: 1,
    sums: { settled: order(1, 10_000, { settledBaseFen: 9_000, commissionFen: 1_800, feeFen: 500 }) },
  },
  {
    preset: 'kuaishou-orders',
    text: '订单号,订单创建时间,订单状态,实付款,渠道,CPS达人ID,CPS达人昵称,预估推广佣金,预估推广者分佣比例,团长ID\n2301,2026-03-01 08:00:00,已发货,100.00,分销,7001,小林,20.00,0.20,-\n',
    rows: 1,
    sums: { paid: order(1, 10_000, { estimatedCommissionFen: 2_000 }) },
  },
  {
    preset: 'taobao-alliance',
    text: [
      '创建时间,点击时间,商品信息,商品ID,掌柜旺旺,所属店铺,商品数,商品单价,订单状态,订单类型,收入比率,分成比率,付款金额,效果预估,结算金额,预估收入,结算时间,佣金比率,佣金金额,技术服务费比率,订单编号,来源媒体ID,来源媒体名称',
      '2026-03-01 08:00:00,2026-03-01 07:00:00,苹果,351,旺旺,店,1,100.00,订单结算,天猫,20.00 %,100.00 %,100.00,20.00,100.00,18.00,2026-03-20 08:00:00,20.00 %,20.00,10.00 %,2601,mm1,主播甲',
      '2026-03-01 08:00:00,2026-03-01 07:00:00,红枣,352,旺旺,店,1,50.00,订单失效,天猫,20.00 %,100.00 %,50.00,10.00,0.00,0.00,,20.00 %,0.00,10.00 %,2601,mm1,主播甲',
    ].join('\n'),
    rows: 2,
    sums: {
      settled: order(1, 10_000, { estimatedCommissionFen: 2_000, settledBaseFen: 10_000, commissionFen: 1_800 }),
      invalid: order(1, 5_000, { estimatedCommissionFen: 1_000 }),
    },
  },
  {
    preset: 'taobao-alliance',
    text: [
      '淘宝订单编号,淘宝子订单号,创建时间,付款时间,商品标题,商品ID,订单状态,付款金额,付款预估收入,结算金额,结算预估收入,结算时间,提成,技术服务费率,技术服务费,媒体ID,媒体名称,维权标签',
      "'2601,'26011,2026-03-01 08:00:00,2026-03-01 08:01:00,苹果,351,订单付款,100.00,20.00,0.00,0.00,--,20%,10%,2.00,mm1,主播甲,",
    ].join('\n'),
    rows: 1,
    sums: { paid: order(1, 10_000, { estimatedCommissionFen: 2_000, feeFen: 200 }) },
  },
  {
    preset: 'taobao-live',
    text: [
      '淘宝主订单号,淘宝子订单号,商品名称,商品ID,主播昵称,服务商名称,订单创建时间,订单支付时间,订单确认收货时间,订单状态,订单支付金额,订单退款金额,预估计佣金额,预估出佣总额,出佣比例,备注',
      '2601,26011,苹果,351,主播甲,服务商,2026-03-01 08:00:00,2026-03-01 08:01:00,2026-03-08 08:00:00,交易成功,100.00,10.00,90.00,18.00,20%,',
    ].join('\n'),
    rows: 1,
    sums: { received: order(1, 10_000, { estimatedCommissionFen: 1_800, settledBaseFen: 9_000 }) },
  },
  {
    preset: 'wechat-shop',
    text: [
      '订单号,订单下单时间,订单状态,商品编码(平台),商品实付总金额,带货方式,带货账号类型,带货账号昵称,带货费用渠道,带货费用类型,带货费用,带货佣金率,订单完成结算时间,收件人姓名,收件人手机,收件人地址,省,市,区,快递单号,买家备注',
      '3701,2026-03-01 08:00:00,已完成,10001,100.00,直播,视频号,小林,达人佣金,佣金,20.00,20%,2026-03-20 08:00:00,张三,13800000000,某路 1 号,陕西,延安,洛川,SF1,',
      '3702,2026-03-01 08:00:00,待发货,10001,50.00,直播,视频号,小林,达人佣金,预估佣金,10.00,20%,-,李四,13800000001,某路 2 号,陕西,延安,洛川,,',
      '3703,2026-03-01 08:00:00,已完成,10001,30.00,-,-,-,-,-,-,-,-,王五,13800000002,某路 3 号,陕西,延安,洛川,,',
    ].join('\n'),
    rows: 3,
    sums: {
      settled: order(1, 10_000, { commissionFen: 2_000 }),
      paid: order(1, 5_000, { estimatedCommissionFen: 1_000 }),
      received: order(1, 3_000, {}),
    },
  },
  {
    preset: 'xiaohongshu-orders',
    text: '支付时间,订单ID,订单状态,规格名称,规格ID,价格,达人名称,达人ID,商家实收金额,用户实付金额,退款金额,有效销售金额（计佣金额）,佣金率,预估支出佣金,合作类型,推广渠道\n2026-03-01 08:00:00,P701,已签收,红色,s1,100.00,小林,d1,100.00,98.00,0.00,98.00,20%,19.60,买手,直播\n',
    rows: 1,
    sums: { received: order(1, 9_800, { estimatedCommissionFen: 1_960, settledBaseFen: 9_800 }) },
  },
  {
    preset: 'xiaohongshu-settlement',
    text: '订单号,售后单号,下单时间,结算时间,交易类型,结算账户,动账金额,计佣基数,佣金,支付渠道费,分销佣金,备注\nP701,,2026-03-01 08:00:00,2026-03-20 08:00:00,订单结算,店铺,70.00,98.00,-4.90,-0.60,-19.60,\n',
    rows: 1,
    sums: { settled: order(1, 9_800, { settledBaseFen: 9_800, commissionFen: 1_960 }) },
  },
  {
    preset: 'douyin-sessions',
    text: '直播间id,主播昵称,开播时间,下播时间\n7301,小林,2026-03-01 20:00:00,2026-03-01 23:30:00\n',
    rows: 1,
    sums: { sessions: { rows: 1, minutes: 210 } },
  },
  {
    preset: 'wechat-pay',
    text: [
      '微信支付账单明细,,,,,,,,,,',
      '微信昵称：[小林],,,,,,,,,,',
      '起始时间：[2026-03-01 00:00:00] 终止时间：[2026-03-31 23:59:59],,,,,,,,,,',
      '导出时间：[2026-04-02 10:00:00],,,,,,,,,,',
      '共5笔记录,,,,,,,,,,',
      ',,,,,,,,,,',
      '----------------------微信支付账单明细列表--------------------,,,,,,,,,,',
      '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注',
      '2026-03-15 10:00:00,转账,杭州播悦文化传媒有限公司,"转账备注:2月,佣金",收入,¥10000.00,/,已存入零钱,"10001\t","2001\t","/"',
      '2026-03-16 10:00:00,商户消费,超市,"买菜",支出,¥33.50,零钱,支付成功,"10002\t","2002\t","/"',
      '2026-03-17 10:00:00,超市-退款,超市,"买菜",收入,¥3.50,零钱,已全额退款,"10003\t","2003\t","/"',
      '2026-03-18 10:00:00,零钱提现,银行,"/",/,¥100.00,银行,提现已到账,"10004\t","/","/"',
      '2026-03-18 10:00:00,二维码收款,路人,"/",收入,¥5.00,/,已收钱,"10005\t","/","/"',
    ].join('\n'),
    rows: 5,
    sums: {
      income: { rows: 2, amountFen: 1_000_500 },
      refund: { rows: 1, amountFen: 350 },
      expense: { rows: 1, amountFen: 3_350 },
      neutral: { rows: 1, amountFen: 10_000 },
    },
    ignored: { 'not-ticked': 3 },
  },
  {
    preset: 'alipay-app',
    encoding: 'gb18030',
    text: [
      '------------------------------------------------------------------------------------',
      '导出信息：',
      '姓名：小林',
      '导出时间：[2026-04-02 10:00:00]    导出交易类型：[全部]',
      '共3笔记录',
      '',
      '交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,',
      '2026-03-15 10:00:00,转账红包,杭州播悦,bo***@x.com,佣金,收入,500.00,余额宝,交易成功,2026031522001\t,\t,,',
      '2026-03-16 10:00:00,退款,超市,sh***,退款-买菜,不计收支,3.50,余额,退款成功,2026031622001\t,T2\t,,',
      '2026-03-17 10:00:00,餐饮,饭馆,fa***,午饭,支出,20.00,余额,等待确认收货,2026031722001\t,T3\t,,',
    ].join('\r\n'),
    rows: 3,
    sums: {
      income: { rows: 1, amountFen: 50_000 },
      refund: { rows: 1, amountFen: 350 },
      expense: { rows: 1, amountFen: 2_000 },
    },
    ignored: { 'not-ticked': 2 },
  },
  {
    preset: 'alipay-web',
    encoding: 'gb18030',
    text: [
      '支付宝交易记录明细查询',
      '账号:[xiao@x.com]',
      '---------------------------------交易记录明细列表------------------------------------',
      '交易号\t,商家订单号\t,交易创建时间\t,付款时间\t,最近修改时间\t,交易来源地\t,类型\t,交易对方\t,商品名称\t,金额（元）\t,收/支\t,交易状态\t,服务费（元）\t,成功退款（元）\t,备注\t,资金状态\t,',
      '2026031522001\t,\t,2026-03-15 10:00:00\t,2026-03-15 10:00:01\t,2026-03-15 10:00:01\t,其他\t,即时到账交易\t,杭州播悦\t,佣金\t,500.00\t,收入\t,交易成功\t,0.00\t,0.00\t,\t,已收入\t,',
      '------------------------------------------------------------------------------------',
      '共1笔记录',
      '已收入:1笔,500.00元',
    ].join('\n'),
    rows: 4,
    sums: { income: { rows: 1, amountFen: 50_000 } },
  },
  {
    preset: 'alipay-merchant',
    text: '入账时间,支付宝交易号,支付宝流水号,账务类型,收入（+元）,支出（-元）,账户余额（元）,对方名称,备注\n2026-03-15 10:00:00,T1,F1,在线支付,100.00,,100.00,买家,\n2026-03-16 10:00:00,T2,F2,转账,,-30.00,70.00,小林,佣金\n',
    rows: 2,
    sums: { income: { rows: 1, amountFen: 10_000 }, expense: { rows: 1, amountFen: 3_000 } },
  },
  {
    preset: 'douyin-funds',
    text: '动账时间,动账流水号,动账方向,动账金额,佣金,备注\n2026-03-15 10:00:00,F1,入账,100.00,0,-\n2026-03-16 10:00:00,F2,出账,20.00,0,-\n',
    rows: 2,
    sums: { income: { rows: 1, amountFen: 10_000 }, expense: { rows: 1, amountFen: 2_000 } },
  },
  {
    preset: 'wechat-shop-funds',
    text: '流水单号,记账时间,动帐类型,收支类型,收支金额,账户余额,关联订单号\nF1,2026-03-15 10:00:00,订单支付,收入,100.00,100.00,3701\nF2,2026-03-16 10:00:00,达人佣金,支出,20.00,80.00,3701\n',
    rows: 2,
    sums: { income: { rows: 1, amountFen: 10_000 }, expense: { rows: 1, amountFen: 2_000 } },
  },
  {
    preset: 'bank',
    text: '户名：小林,,,,\n交易日期,收入,支出,余额,对方户名\n"\t20260115",500.00,0,1500.00,杭州播悦\n2026/1/16,-,20.00,1480.00,超市\n人民币合计,500.00,20.00,,\n本单据仅供参考,,,,\n',
    rows: 4,
    sums: { income: { rows: 1, amountFen: 50_000 }, expense: { rows: 1, amountFen: 2_000 } },
    ignored: { total: 1, note: 1, 'not-ticked': 1 },
  },
  {
    preset: 'bank',
    text: '记账日期;交易金额;借贷标志;摘要\n2026-01-15;500.00;贷 Cr;工资\n2026-01-16;20.00;借 Dr;消费\n',
    rows: 2,
    sums: { income: { rows: 1, amountFen: 50_000 }, expense: { rows: 1, amountFen: 2_000 } },
  },
  {
    preset: 'bank',
    text: '交易时间\t金额\t余额\t对方户名\n2026-01-15 10:00:00\t500.00\t500.00\t杭州播悦\n2026-01-16 10:00:00\t-20.00\t480.00\t超市\n',
    encoding: 'utf-16le',
    rows: 2,
    sums: { income: { rows: 1, amountFen: 50_000 }, expense: { rows: 1, amountFen: 2_000 } },
  },
  {
    preset: 'bank-credit-card',
    text: '交易日,记账日,交易摘要,人民币金额,卡号末四位\n2026-01-15,2026-01-16,超市,20.00,1234\n2026-01-20,2026-01-20,还款,-500.00,1234\n',
    rows: 2,
    sums: { expense: { rows: 1, amountFen: 2_000 }, income: { rows: 1, amountFen: 50_000 } },
  },
]

describe('shipped presets', () => {
  const { core, folder } = openSharedCore()

  test.each(cases)('$preset is found by its header and adds up', async (one) => {
    const file = writeText(folder, one.name ?? `${one.preset}.csv`, one.text, one.encoding)
    const preview = await previewOne(core, file)
    expect(preview.preset).toBe(one.preset)
    expect(preview.rejected).toEqual([])
    expect(preview.rows).toBe(one.rows)
    expect(preview.sums).toEqual(one.sums)
    expect(preview.ignored).toMatchObject(one.ignored ?? {})
    const { new: fresh, repeated, superseding, superseded, conflict, ignored, rejected } = preview.decisions
    expect(fresh + repeated + superseding + superseded + conflict + ignored + rejected).toBe(preview.rows)
  })

  test('every preset has a file here and a name', () => {
    const ids = shippedPresets().map(({ id }) => id)
    expect(new Set([...cases.map(({ preset }) => preset), 'douyin-creator'])).toEqual(new Set(ids))
    expect(Object.keys(zh.presets).toSorted()).toEqual(ids.toSorted())
  })

  test('the preamble says when a list was exported', async () => {
    const wechat = cases.find(({ preset }) => preset === 'wechat-pay')
    const file = writeText(folder, 'wechat-20260601.csv', wechat?.text ?? '')
    const preview = await previewOne(core, file)
    expect(preview).toMatchObject({ exportedAt: '2026-04-02T02:00:00.000Z', exportedFrom: 'preamble', headerRow: 8 })
  })
})
