import { unreachable } from '../errors.ts'
import { inlineRuns } from './model.ts'
import type { Block, Inline, PaperDocument, PartyBlock, TableBlock } from './model.ts'
import { chineseNumber } from './numbering.ts'
import { isPrintable, substituteCharacters } from './substitute.ts'

const STYLE = `
body{margin:0;background:#eeece7;color:#1d1d1d;font:15px/1.85 "Noto Serif SC","Songti SC",SimSun,serif}
main{box-sizing:border-box;max-width:210mm;margin:12px auto;padding:14mm 16mm;background:#fff;box-shadow:0 1px 4px #0003}
main.landscape{max-width:297mm}
h1,h2,strong,th,tfoot td{font-family:"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;font-weight:700}
h1{font-size:24px;text-align:center;letter-spacing:.08em;margin:0 0 4px}
h2{font-size:16px;margin:22px 0 6px}
p{margin:6px 0}.indent{text-indent:2em}.right{text-align:right}.center{text-align:center}
.edge{display:flex;justify-content:space-between;gap:16px;color:#696969;font-size:12px}
.edge.top{border-bottom:1px solid #bbb;margin-bottom:18px}.edge.bottom{margin-top:24px}
table{border-collapse:collapse;width:100%;margin:12px 0;font-size:14px;line-height:1.5}
th,td{border:1px solid #777;padding:4px 7px;text-align:left;overflow-wrap:anywhere}
th,tfoot td,.head{background:#ececec}.label{background:#f6f6f6;width:9em}
td.right,th.right{text-align:right;font-variant-numeric:tabular-nums}
table.small{font-size:12px}.small td,.small th{padding:3px 4px}
caption{text-align:left;font-weight:700;padding-bottom:4px}
ol{list-style:none;padding:0;margin:6px 0}li{display:flex;gap:.4em;margin:6px 0}li>span{flex:none}
.details{color:#555;font-size:13.5px}.blank{display:inline-block;min-width:6em;border-bottom:1px solid #1d1d1d;line-height:1.2}
.figures{display:grid;grid-template-columns:repeat(3,1fr);gap:10px;margin:12px 0}
.figures div{border:1px solid #777;padding:8px 12px}.figures div:first-child{grid-column:1/-1;border-width:2px;font-size:20px}
.figures small{display:block;color:#555;font-size:12.5px}
.sign{margin:28px 0 12px auto;width:max-content;display:grid;grid-template-columns:auto 12em;gap:14px 4px;text-align:right}
.sign b{font-weight:400;text-align:left}.sign b:empty{border-bottom:1px solid #1d1d1d}
.signing{display:grid;grid-template-columns:1fr 1fr;gap:28px;margin:28px 0 12px}
.signing div{display:grid;grid-template-columns:auto 1fr;gap:14px 4px;margin-top:12px}
.signing b{font-weight:400}.signing b:empty{border-bottom:1px solid #1d1d1d}
.note{border-top:1px solid #bbb;padding-top:6px;color:#555;font-size:12.5px;line-height:1.6}
hr{border:0;border-top:1px dashed #aaa;margin:24px 0}
`

/** Text as HTML shows it and never runs it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>')
}

function inline(value: Inline): string {
  return inlineRuns(value)
    .map((run) => {
      if (run.style === 'strong') return `<strong>${lines(run.text)}</strong>`
      if (run.style === 'blank') return `<span class="blank">${lines(run.text)}</span>`
      return lines(run.text)
    })
    .join('')
}

function partyHtml(block: PartyBlock): string {
  const rows: string[] = []
  let open = ''
  for (const field of block.fields) {
    const label = `<td class="label">${lines(field.label)}</td>`
    const value = lines(field.value ?? '')
    if (field.wide === true) {
      if (open !== '') rows.push(`${open}<td colspan="2"></td>`)
      rows.push(`${label}<td colspan="3">${value}</td>`)
      open = ''
    } else if (open === '') {
      open = `${label}<td>${value}</td>`
    } else {
      rows.push(`${open}${label}<td>${value}</td>`)
      open = ''
    }
  }
  if (open !== '') rows.push(`${open}<td colspan="2"></td>`)
  const body = rows.map((row) => `<tr>${row}</tr>`).join('')
  return `<table><thead><tr><th colspan="4">${lines(block.heading)}</th></tr></thead><tbody>${body}</tbody></table>`
}

function tableHtml(block: TableBlock): string {
  const side = (index: number): string => {
    const align = block.columns[index]?.align ?? 'left'
    return align === 'left' ? '' : ` class="${align}"`
  }
  const row = (cells: readonly string[]): string =>
    `<tr>${block.columns.map((_, index) => `<td${side(index)}>${lines(cells[index] ?? '')}</td>`).join('')}</tr>`
  const shares = block.columns.reduce((sum, column) => sum + column.width, 0)
  const widths = block.columns.map((c) => `<col style="width:${((100 * c.width) / shares).toFixed(2)}%">`).join('')
  const caption = block.caption === undefined ? '' : `<caption>${lines(block.caption)}</caption>`
  const head = block.columns.map((column) => `<th scope="col" class="center">${lines(column.title)}</th>`).join('')
  const totals = (block.totals ?? []).map(row).join('')
  return (
    `<table${block.size === 'small' ? ' class="small"' : ''}>${caption}<colgroup>${widths}</colgroup>` +
    `<thead><tr>${head}</tr></thead><tbody>${block.rows.map(row).join('')}</tbody>` +
    `${totals === '' ? '' : `<tfoot>${totals}</tfoot>`}</table>`
  )
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${lines(block.text)}</h1>${block.subtitle === undefined ? '' : `<p class="center">${lines(block.subtitle)}</p>`}`
    case 'heading':
      return `<h2>${lines(block.text)}</h2>`
    case 'paragraph': {
      const align = block.align ?? 'left'
      const name = align === 'left' ? (block.indent === 'none' ? '' : ' class="indent"') : ` class="${align}"`
      return `<p${name}>${inline(block.text)}</p>`
    }
    case 'party':
      return partyHtml(block)
    case 'list': {
      const items = block.items.map((item, index) => {
        const number = block.numbering === 'arabic' ? `${index + 1}.` : `${chineseNumber(index + 1)}、`
        const details = (item.details ?? []).map((line) => `<div class="details">${lines(line)}</div>`).join('')
        return `<li><span>${number}</span><div>${inline(item.text)}${details}</div></li>`
      })
      return `<ol>${items.join('')}</ol>`
    }
    case 'table':
      return tableHtml(block)
    case 'figures': {
      const boxes = block.items.map(
        (item) =>
          `<div><small>${lines(item.label)}</small><strong>${lines(item.value)}</strong>` +
          `${item.note === undefined ? '' : `<small>${lines(item.note)}</small>`}</div>`,
      )
      return `<div class="figures">${boxes.join('')}</div>`
    }
    case 'signatures': {
      const signs = block.lines.map((line) => `<span>${lines(line.label)}</span><b>${lines(line.value ?? '')}</b>`)
      return `<div class="sign">${signs.join('')}</div>`
    }
    case 'signing': {
      const sides = block.sides.map((side) => {
        const signs = side.lines.map((line) => `<span>${lines(line.label)}</span><b>${lines(line.value ?? '')}</b>`)
        return `<section><strong>${lines(side.heading)}</strong><div>${signs.join('')}</div></section>`
      })
      return `<div class="signing">${sides.join('')}</div>`
    }
    case 'note':
      return `<p class="note">${inline(block.text)}</p>`
    case 'page-break':
      return '<hr>'
    default:
      return unreachable(block)
  }
}

function edge(name: string, left: string, right: string): string {
  return `<div class="edge ${name}"><span>${lines(left)}</span><span>${lines(right)}</span></div>`
}

/** A paper as one self-contained HTML page for the preview on screen: every text escaped, no script, nothing loaded. */
export function renderHtml(source: PaperDocument): string {
  const { document } = substituteCharacters(source, isPrintable)
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(document.title)}</title>` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<style>${STYLE}</style></head><body><main class="${document.page}">` +
    edge('top', document.header.left, document.header.right) +
    document.blocks.map(blockHtml).join('') +
    edge('bottom', document.footer.left, '') +
    '</main></body></html>'
  )
}
