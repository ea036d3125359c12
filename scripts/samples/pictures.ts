import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'

const fontFile = join(
  import.meta.dirname,
  '..',
  '..',
  'node_modules',
  '@expo-google-fonts',
  'noto-sans-sc',
  '400Regular',
  'NotoSansSC_400Regular.ttf',
)

/** Draws HTML as a PNG (width × height CSS pixels, twice the dots) or prints it as a PDF, with a font that has Chinese. */
export async function draw(items: { html: string; file: string; width: number; height: number }[]): Promise<void> {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => !['--single-process', '--no-zygote'].includes(arg)), '--no-sandbox'],
  })
  const font = readFileSync(fontFile).toString('base64')
  const style = `<style>@font-face{font-family:N;src:url(data:font/ttf;base64,${font})}*{font-family:N;box-sizing:border-box;margin:0}</style>`
  try {
    for (const item of items) {
      const page = await browser.newPage({
        viewport: { width: item.width, height: item.height },
        deviceScaleFactor: item.file.endsWith('.png') ? 1.5 : 1,
      })
      await page.setContent(`${style}${item.html}`)
      await page.evaluate(() => document.fonts.ready.then(() => true))
      if (item.file.endsWith('.pdf')) writeFileSync(item.file, await page.pdf({ format: 'A4', printBackground: true }))
      else await page.screenshot({ path: item.file })
      await page.close()
    }
  } finally {
    await browser.close()
  }
}

/** A chat in which the payer admits an amount and puts the rest off; names and words invented. */
export function chatHtml(lines: { who: 'them' | 'me' | 'time'; text: string }[]): string {
  return `<body style="background:#ededed;width:390px"><div style="background:#f7f7f7;text-align:center;padding:14px;font-size:16px;border-bottom:1px solid #ddd">云播-财务小周（示例）</div>${lines.map(bubble).join('')}</body>`
}

/** The payer's own settlement slip of a month, as a picture that was sent in a chat. */
export function slipHtml(rows: [string, string][], title: string): string {
  return `<body style="background:#fff;width:640px;padding:26px"><h2 style="text-align:center;font-size:20px;margin-bottom:4px">${title}</h2><p style="text-align:center;color:#666;font-size:13px;margin-bottom:16px">杭州云播文化传媒有限公司（示例） · 收款人 林小满</p><table style="width:100%;border-collapse:collapse;font-size:15px">${rows
    .map(
      ([name, value]) =>
        `<tr><td style="border:1px solid #999;padding:8px 10px">${name}</td><td style="border:1px solid #999;padding:8px 10px;text-align:right">${value}</td></tr>`,
    )
    .join(
      '',
    )}</table><p style="margin-top:18px;font-size:13px;color:#666">制表：财务部 · 2026-09-10（示例材料，均为虚构）</p></body>`
}

/** The cooperation agreement, two pages. */
export function agreementHtml(): string {
  return `<body style="padding:56px 64px"><h1 style="text-align:center;font-size:22px;margin-bottom:18px">直播合作协议（示例）</h1>
  <p style="font-size:14px;line-height:1.9">甲方：杭州云播文化传媒有限公司（示例）<br>乙方：林小满<br>签订日期：2025-10-28</p>
  ${clause('第一条　合作内容', '乙方在抖音账号“小满说衣”（账号 xiaoman2019）为甲方安排的商品进行直播销售。合作期限自 2025 年 11 月 1 日起，任何一方可以提前三十日书面通知终止。')}
  ${clause('第二条　直播天数', '乙方每月直播不少于十二个直播日。同一日多场直播按一个直播日计。')}
  ${clause('第三条　底薪', '甲方每月支付乙方底薪人民币叁仟元整（¥3,000.00）。当月直播日不足十二日的，按实际直播日与十二日的比例支付。')}
  ${clause('第四条　佣金', '以当月已结算订单的净销售额（结算金额）为基数：五万元以内的部分按百分之五，超过五万元的部分按百分之八计算。')}
  ${clause('第五条　保底', '当月底薪与佣金合计不足人民币陆仟元整（¥6,000.00）的，甲方补足至该数额；直播日不足的，按比例计算。')}
  ${clause('第六条　结算与付款', '甲方应当于次月十五日前，将上月款项付至乙方指定的账户。甲方除本协议约定外不得扣款。')}
  ${clause('第七条　其他', '本协议一式两份，双方各执一份，自签字盖章之日起生效。因本协议产生的争议，双方先行协商，协商不成的可以申请调解。')}
  <div style="display:flex;justify-content:space-between;margin-top:56px;font-size:14px"><span>甲方（盖章）：（示例印章）</span><span>乙方（签字）：林小满</span></div></body>`
}

function bubble(line: { who: string; text: string }): string {
  if (line.who === 'time')
    return `<p style="text-align:center;color:#999;font-size:12px;margin:14px 0">${line.text}</p>`
  const mine = line.who === 'me'
  return `<div style="display:flex;justify-content:${mine ? 'flex-end' : 'flex-start'};margin:10px 14px"><span style="max-width:74%;background:${mine ? '#95ec69' : '#fff'};padding:9px 12px;border-radius:6px;font-size:15px;line-height:1.5">${line.text}</span></div>`
}

function clause(title: string, text: string): string {
  return `<h3 style="font-size:15px;margin:16px 0 6px">${title}</h3><p style="font-size:14px;line-height:1.9;text-align:justify">${text}</p>`
}
