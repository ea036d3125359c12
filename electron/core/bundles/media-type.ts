import { extname } from 'node:path'
import type { BundlePreview } from '../../../shared/bundles/calls.ts'

const previewByExtension: Record<string, BundlePreview> = {
  '.png': 'image',
  '.jpg': 'image',
  '.jpeg': 'image',
  '.gif': 'image',
  '.webp': 'image',
  '.pdf': 'pdf',
  '.mp3': 'audio',
  '.m4a': 'audio',
  '.wav': 'audio',
  '.mp4': 'video',
  '.mov': 'video',
  '.txt': 'text',
  '.csv': 'text',
  '.md': 'text',
  '.log': 'text',
  '.json': 'text',
  '.jsonl': 'text',
}

/** How a file of this name would be shown if its bytes are what the name promises. HTML and SVG never are (spec/bundle.md). */
export function promisedPreview(path: string): BundlePreview {
  return previewByExtension[extname(path).toLowerCase()] ?? 'none'
}

/** How a file may be shown: what its name promises, if its first bytes (4 KiB at most) agree; else it is only saved. */
export function previewOf(path: string, start: Uint8Array): BundlePreview {
  const promised = promisedPreview(path)
  if (promised === 'text') return start.includes(0) ? 'none' : 'text'
  return promised !== 'none' && hasSignature(extname(path).toLowerCase(), Buffer.from(start)) ? promised : 'none'
}

function hasSignature(extension: string, start: Buffer): boolean {
  const text = (from: number, to: number): string => start.toString('latin1', from, to)
  switch (extension) {
    case '.png':
      return text(0, 8) === '\u0089PNG\r\n\u001a\n'
    case '.jpg':
    case '.jpeg':
      return text(0, 3) === '\u00ff\u00d8\u00ff'
    case '.gif':
      return text(0, 4) === 'GIF8'
    case '.webp':
      return text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP'
    case '.wav':
      return text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE'
    case '.pdf':
      return text(0, 5) === '%PDF-'
    case '.mp3':
      return text(0, 3) === 'ID3' || (start[0] === 0xff && ((start[1] ?? 0) & 0xe0) === 0xe0)
    default:
      return text(4, 8) === 'ftyp' // .m4a, .mp4, .mov
  }
}
