import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { BoanError } from '../../../shared/errors.ts'
import { makePrivateFamily, readCoverage } from './font-coverage.ts'

/** What the papers need of a typesetting engine; another one could stand in behind this. */
export interface Typesetter {
  /** True for a character that the shipped fonts draw. */
  covers(char: string): boolean
  /** PDF/A-2b of a fixed source and its data (JSON). The same input and moment give the same bytes. */
  typeset(source: string, dataJson: string, createdAtSeconds: number): { pdf: Buffer; pages: number }
  /** An SVG of the same, glyphs as shapes. */
  draw(source: string, dataJson: string): string
}

const FONT_FILES = ['NotoSerifSC-Regular.ttf', 'NotoSansSC-Bold.ttf']
/** Memoised layout older than this many papers is dropped: without it a hundred papers held 560 MB. */
const KEPT_GENERATIONS = 2

function readFonts(fontsDir: string): Buffer[] {
  return FONT_FILES.map((name) => {
    try {
      return readFileSync(join(fontsDir, name))
    } catch (cause) {
      throw new BoanError('documents.font-missing', { file: name }, { file: join(fontsDir, name) }, { cause })
    }
  })
}

class TypstTypesetter implements Typesetter {
  readonly covers: (char: string) => boolean
  private readonly compiler: NodeCompiler
  private readonly dataPath: string

  constructor(compiler: NodeCompiler, workspace: string, covers: (char: string) => boolean) {
    this.compiler = compiler
    this.dataPath = join(workspace, 'data.json')
    this.covers = covers
  }

  private compile(source: string, dataJson: string): NodeTypstDocument {
    this.compiler.mapShadow(this.dataPath, Buffer.from(dataJson, 'utf8'))
    const outcome = this.compiler.compile({ mainFileContent: source })
    const result = outcome.result
    if (!result) {
      const diagnostics = outcome.takeDiagnostics()
      const detail = diagnostics ? JSON.stringify(this.compiler.fetchDiagnostics(diagnostics)) : 'no diagnostics'
      throw new BoanError('documents.typesetting-failed', {}, undefined, { cause: new Error(detail) })
    }
    return result
  }

  draw(source: string, dataJson: string): string {
    const result = this.compile(source, dataJson)
    try {
      return this.compiler.plainSvg(result)
    } finally {
      this.compiler.evictCache(KEPT_GENERATIONS)
    }
  }

  typeset(source: string, dataJson: string, createdAtSeconds: number): { pdf: Buffer; pages: number } {
    const result = this.compile(source, dataJson)
    try {
      const pdf = this.compiler.pdf(result, { pdfStandard: 'a-2b', creationTimestamp: createdAtSeconds })
      return { pdf, pages: result.numOfPages }
    } catch (cause) {
      throw new BoanError('documents.typesetting-failed', {}, undefined, { cause })
    } finally {
      this.compiler.evictCache(KEPT_GENERATIONS)
    }
  }
}

/**
 * Loads Typst and the fonts of `fontsDir` (about 0.3 s once). The workspace is a folder that does not exist, so a source
 * can read nothing but its data. Throws `documents.font-missing`.
 */
export async function openTypesetter(fontsDir: string): Promise<Typesetter> {
  const fonts = readFonts(fontsDir)
  fonts.forEach(makePrivateFamily)
  const typst = await import('@myriaddreamin/typst-ts-node-compiler')
  const workspace = join(fontsDir, 'no-workspace')
  const compiler = typst.NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] })
  return new TypstTypesetter(compiler, workspace, readCoverage(fonts))
}
