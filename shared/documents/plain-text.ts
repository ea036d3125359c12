import { unreachable } from '../errors.ts'
import { inlineRuns } from './model.ts'
import type { Block, Inline, PaperDocument } from './model.ts'
import { chineseNumber } from './numbering.ts'
import { isPrintable, substituteCharacters } from './substitute.ts'

const OPEN_LINE = '＿＿＿＿'

function inline(value: Inline): string {
  return inlineRuns(value)
    .map((run) => (run.style === 'blank' && run.text === '' ? OPEN_LINE : run.text))
    .join('')
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'title':
      return [block.text, ...(block.subtitle === undefined ? [] : [block.subtitle])]
    case 'heading':
      return [block.text]
    case 'paragraph':
    case 'note':
      return [inline(block.text)]
    case 'party':
      return [block.heading, ...block.fields.map((field) => `${field.label}：${field.value || OPEN_LINE}`)]
    case 'list':
      return block.items.flatMap((item, index) => [
        `${block.numbering === 'arabic' ? `${index + 1}. ` : `${chineseNumber(index + 1)}、`}${inline(item.text)}`,
        ...(item.details ?? []),
      ])
    case 'table': {
      const rows = [block.columns.map((column) => column.title), ...block.rows, ...(block.totals ?? [])]
      return [...(block.caption === undefined ? [] : [block.caption]), ...rows.map((cells) => cells.join(' | '))]
    }
    case 'figures':
      return block.items.map(({ label, value, note }) => `${label}：${value}${note === undefined ? '' : `（${note}）`}`)
    case 'signatures':
      return block.lines.map((line) => `${line.label}${line.value || OPEN_LINE}`)
    case 'signing':
      return block.sides.flatMap(({ heading, lines }) => [
        heading,
        ...lines.map((line) => `${line.label}${line.value || OPEN_LINE}`),
      ])
    case 'page-break':
      return []
    default:
      return unreachable(block)
  }
}

/** A paper as plain text, to be pasted into a chat: blocks as lines, without header and footer. */
export function renderPlainText(source: PaperDocument): string {
  const { document } = substituteCharacters(source, isPrintable)
  return document.blocks.flatMap(blockLines).join('\n')
}
