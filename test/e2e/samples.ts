import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../resources/samples')

/** The real files of the sample, by the names a person sees in the folder. */
export const sampleFiles = {
  statements: [
    '抖音精选联盟_达人佣金_20260502093015.csv',
    '抖音精选联盟_达人佣金_20261101090512.xlsx',
    '抖音直播场次_20261101.csv',
  ].map((name) => join(folder, 'statements', name)),
  payments: join(folder, 'payments', '支付宝交易明细(20251101-20261120).csv'),
  chatPicture: join(folder, 'evidence', '微信聊天_财务小周.png'),
}

/** Fen of an amount as a page shows it: `¥12,345.67`, `-3.00`. */
export function fenOf(text: string): number {
  const found = /([-−]?)\s*¥?\s*([-−]?)([\d,]+)\.(\d{2})/.exec(text)
  if (found === null) throw new Error(`no amount in: ${text}`)
  const [, before, after, yuan = '', cents = ''] = found
  const fen = Number(yuan.replaceAll(',', '')) * 100 + Number(cents)
  return before === '' && after === '' ? fen : -fen
}
