// Draws renderer/icon.svg as the icons that packages want: `npx -c 'node scripts/make-icons.mjs'`. Its results are committed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { browserLaunchOptions } from '../test/e2e/browser.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'resources', 'icons')
const svg = readFileSync(join(root, 'renderer', 'icon.svg'), 'utf8')

const browser = await chromium.launch(await browserLaunchOptions())
const page = await browser.newPage()
const pngs = new Map()
for (const size of [16, 32, 48, 64, 128, 256, 512, 1024]) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  pngs.set(size, await page.screenshot({ omitBackground: true }))
}
await browser.close()

mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'icon.png'), pngs.get(1024))
writeFileSync(join(folder, 'icon.ico'), windowsIcon([16, 32, 48, 64, 128, 256]))
writeFileSync(join(folder, 'icon.icns'), macIcon({ icp4: 16, icp5: 32, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 }))

/** An .ico whose pictures are PNG: a directory of 16 bytes each, then the pictures. */
function windowsIcon(sizes) {
  const head = Buffer.alloc(6 + 16 * sizes.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(sizes.length, 4)
  let offset = head.length
  for (const [index, size] of sizes.entries()) {
    const at = 6 + 16 * index
    const { length } = pngs.get(size)
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += length
  }
  return Buffer.concat([head, ...sizes.map((size) => pngs.get(size))])
}

/** An .icns: each picture behind its type and length. */
function macIcon(sizes) {
  const parts = Object.entries(sizes).map(([type, size]) => part(type, pngs.get(size)))
  return part('icns', Buffer.concat(parts))
}

function part(type, bytes) {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32BE(bytes.length + 8, 4)
  return Buffer.concat([head, bytes])
}
