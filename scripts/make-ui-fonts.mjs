/**
 * Makes the window's fonts from Noto Sans SC (OFL-1.1), about a minute. Its tool is no dependency of the project:
 * `npm i --no-save subset-font@2.9.0 && npx -c 'node scripts/make-ui-fonts.mjs'`.
 * Two files a weight: what almost every page needs (GB 2312's first level, Latin, signs) and all the other characters.
 * A browser loads the second only when a page holds such a character, and neither where the system has a Chinese font.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

const source = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
const target = join(import.meta.dirname, '../resources/fonts/ui')
const weights = { 400: '400Regular/NotoSansSC_400Regular.ttf', 600: '600SemiBold/NotoSansSC_600SemiBold.ttf' }

const common =
  range(0x20, 0x24f) + range(0x2000, 0x23ff) + range(0x2460, 0x26ff) + gb2312(0xa1, 0xa9) + gb2312(0xb0, 0xd7)
const known = new Set(common)
const rest = [...(range(0x2e80, 0x9fff) + range(0xf900, 0xfaff))].filter((character) => !known.has(character)).join('')

mkdirSync(target, { recursive: true })
for (const [weight, file] of Object.entries(weights)) {
  const ttf = readFileSync(join(source, file))
  for (const [part, text] of Object.entries({ common, rest })) {
    const woff2 = await subsetFont(ttf, text, { targetFormat: 'woff2' })
    writeFileSync(join(target, `noto-sans-sc-${weight}-${part}.woff2`), woff2)
    console.log(weight, part, woff2.length)
  }
}
writeFileSync(join(target, 'OFL.txt'), readFileSync(join(source, 'LICENSE_FONT')))

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('')
}

/** Rows `from` to `to` of GB 2312, decoded as the browser would. */
function gb2312(from, to) {
  const decoder = new TextDecoder('gb18030')
  let text = ''
  for (let high = from; high <= to; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) text += decoder.decode(Uint8Array.of(high, low))
  }
  return text
}
