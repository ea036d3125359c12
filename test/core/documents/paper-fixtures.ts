import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Block, PaperDocument } from '../../../shared/documents/model.ts'

export const FONTS_DIR = fileURLToPath(new URL('../../../resources/fonts', import.meta.url))
export const MOMENT = '2026-05-01T01:02:03.000Z'

export function paper(blocks: readonly Block[], page: 'portrait' | 'landscape' = 'portrait'): PaperDocument {
  return {
    title: '测试文书',
    author: '李雨桐',
    page,
    header: { left: '测试文书', right: '案号 2026-0001' },
    footer: { left: '数据校验 7f3a91c20b5e44d8', pagePattern: '第 {page} 页，共 {pages} 页' },
    blocks,
  }
}

const TOOL = spawnSync('pdftotext', ['-v']).error === undefined
if (!TOOL) console.warn('pdftotext is not installed: what the PDFs say is not checked here, only that they are made')

/** Whether the text of PDFs can be read here: tests of what a PDF says run only then. */
export const canReadPdf = TOOL

/** The text of a PDF without white space. */
export function pdfText(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'boan-pdf-'))
  try {
    const file = join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })
    return text.replaceAll(/[\s\u200b]/g, '')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
