/**
 * How a paper looks: Typst source, fixed. It reads the document as data from /data.json; nothing a person wrote is ever
 * part of this source. Page: A4, margins near GB/T 9704; body 宋体 12 pt on 22 pt lines (reference/forms.md 5).
 */
export const PAPER_TEMPLATE = String.raw`
#let data = json("/data.json")
#let serif = ("BoAn Serif SC", "BoAn Sans SC")
#let sans = ("BoAn Sans SC", "BoAn Serif SC")
#let ink = luma(25)
#let tight = data.compact
#let body-size = if tight { 10.5pt } else { 12pt }
#let line-gap = if tight { 6.5pt } else { 10pt }
#let faint = luma(105)
#let hair = 0.5pt + luma(90)

#let strong-text(body) = text(font: sans, weight: 700, body)
#let blank(words) = box(width: calc.max(4, words.clusters().len()) * 1em, stroke: (bottom: 0.5pt + ink), outset: (bottom: 2.5pt), words)
#let piece(token) = {
  let words = token.at(1)
  if words == "" { if token.at(0) == "b" { blank(words) } else { sym.zws } }
  else if words == "\n" { linebreak() }
  else if token.at(0) == "s" { strong-text(words) }
  else if token.at(0) == "b" { blank(words) }
  else { words }
}
#let show-text(value) = if type(value) == str { value } else { value.map(piece).join() }

#set document(title: data.title, author: data.author, date: auto)
#set text(font: serif, size: body-size, lang: "zh", region: "cn", fallback: false, fill: ink, top-edge: 0.8em, bottom-edge: -0.2em, number-width: "tabular")
#set par(justify: true, leading: line-gap, spacing: line-gap, linebreaks: "optimized")
#set page(
  paper: "a4",
  flipped: data.landscape,
  margin: if data.picture { 14mm } else if data.landscape { (top: 24mm, bottom: 20mm, left: 16mm, right: 16mm) } else { (top: if tight { 21mm } else { 30mm }, bottom: if tight { 19mm } else { 27mm }, left: 28mm, right: 26mm) },
  header-ascent: 6mm,
  footer-descent: 7mm,
  header: if not data.picture {
    set text(size: 9pt, fill: faint)
    block(width: 100%, stroke: (bottom: 0.5pt + luma(190)), inset: (bottom: 3pt), grid(columns: (1fr, auto), column-gutter: 12pt, show-text(data.header.left), show-text(data.header.right)))
  },
  footer: if not data.picture { context {
    set text(size: 9pt, fill: faint)
    let parts = data.footer.page
    grid(
      columns: (1fr, auto),
      column-gutter: 12pt,
      show-text(data.footer.left),
      [#parts.at(0)#counter(page).display()#parts.at(1)#counter(page).final().first()#parts.at(2)],
    )
  } },
)
// A picture for a chat: one page, as wide as a page’s text and as high as it needs to be; what its foot says stands at its end.
#set page(width: 184mm, height: auto) if data.picture
#show heading: set text(font: sans, weight: 700)
#show heading.where(level: 1): it => block(width: 100%, above: 0pt, below: if tight { 12pt } else { 18pt }, align(center, text(size: 20pt, tracking: 0.08em, it.body)))
#show heading.where(level: 2): it => block(above: if tight { 12pt } else { 18pt }, below: if tight { 7pt } else { 10pt }, sticky: true, text(size: body-size + 0.5pt, it.body))

#let show-title(b) = {
  heading(level: 1, outlined: true, {
    show-text(b.text)
    if b.subtitle != none { linebreak(); text(font: serif, weight: 400, size: body-size, tracking: 0em, show-text(b.subtitle)) }
  })
}

#let show-paragraph(b) = {
  let body = if b.indent { par(first-line-indent: (amount: 2em, all: true), show-text(b.text)) } else { par(show-text(b.text)) }
  let placed = if b.align == "right" { align(right, body) } else if b.align == "center" { align(center, body) } else { body }
  block(width: 100%, sticky: b.keep, placed)
}

#let label-cell(..args) = table.cell(fill: luma(246), ..args)
#let show-party(b) = {
  set text(size: 10.5pt)
  set par(justify: false, leading: 5pt)
  let cells = ()
  let column = 0
  for f in b.fields {
    if f.wide and column == 1 { cells.push(table.cell(colspan: 2)[]); column = 0 }
    cells.push(label-cell(show-text(f.label)))
    if f.wide { cells.push(table.cell(colspan: 3, show-text(f.value))) } else { cells.push(table.cell(show-text(f.value))); column = 1 - column }
  }
  if column == 1 { cells.push(table.cell(colspan: 2)[]) }
  block(above: 12pt, below: 12pt, table(
    columns: (9.4em, 1fr, 6.4em, 1fr),
    stroke: hair,
    inset: (x: 6pt, y: 5.5pt),
    align: left + horizon,
    table.header(level: 2, table.cell(colspan: 4, fill: luma(236), strong-text(show-text(b.heading)))),
    ..cells,
  ))
}

#let show-list(b) = {
  let total = b.items.len()
  for (index, item) in b.items.enumerate() {
    block(width: 100%, sticky: b.keep and index == total - 1, grid(
      columns: (1.9em, 1fr),
      column-gutter: 0.5em,
      align(right, numbering(b.numbering, index + 1)),
      {
        show-text(item.text)
        for line in item.details {
          parbreak()
          set text(size: body-size - 1.5pt, fill: luma(70))
          set par(leading: 5.5pt, spacing: 6pt)
          show-text(line)
        }
      },
    ))
  }
}

#let sides = (left: left, right: right, center: center)
#let show-table(b) = {
  let size = if b.small { 8.5pt } else if tight { 9.5pt } else { 10.5pt }
  set text(size: size)
  set par(justify: false, leading: 0.38em)
  let body-row(cells, total) = cells.enumerate().map(((x, value)) => {
    let body = show-text(value)
    table.cell(align: sides.at(b.columns.at(x).align) + horizon, breakable: b.parted and not total, fill: if total { luma(246) } else { none }, if total { strong-text(body) } else { body })
  })
  if b.caption != none { block(sticky: true, above: 12pt, below: 6pt, strong-text(show-text(b.caption))) }
  block(width: 100%, above: 8pt, below: 12pt, table(
    columns: b.columns.map(c => c.width * 1fr),
    stroke: hair,
    inset: if b.small { (x: 3pt, y: 4pt) } else { (x: 5pt, y: if tight { 3.5pt } else { 5pt }) },
    table.header(..b.columns.map(c => table.cell(fill: luma(236), align: center + horizon, strong-text(show-text(c.title))))),
    ..b.rows.map(r => body-row(r, false)).flatten(),
    ..b.totals.map(r => body-row(r, true)).flatten(),
  ))
}

#let show-figures(b) = {
  set par(justify: false, leading: 5pt, spacing: 5pt)
  let figure-body(item, first) = {
    block(below: 5pt, text(size: 10pt, fill: luma(70), show-text(item.label)))
    block(below: 4pt, text(size: if first { 21pt } else { 13.5pt }, strong-text(show-text(item.value))))
    if item.note != none { block(text(size: 9.5pt, fill: luma(70), show-text(item.note))) }
  }
  let boxes(items, first) = grid(
    columns: (1fr,) * calc.min(3, items.len()),
    gutter: 8pt,
    inset: (x: 10pt, y: 8pt),
    stroke: if first { 1.2pt + ink } else { hair },
    ..items.map(i => figure-body(i, first)),
  )
  let others = b.items.slice(calc.min(1, b.items.len()))
  if b.items.len() > 0 { block(above: 8pt, below: 8pt, boxes((b.items.first(),), true)) }
  if others.len() > 0 { block(above: 0pt, below: 12pt, boxes(others, false)) }
}

#let show-signatures(b) = block(breakable: false, sticky: b.keep, width: 100%, above: 22pt, below: 10pt, align(right, grid(
  columns: (auto, 12em),
  row-gutter: 16pt,
  column-gutter: 2pt,
  ..b.lines.map(l => (
    align(right, show-text(l.label)),
    block(width: 100%, stroke: (bottom: if l.value == "" { 0.5pt + ink } else { none }), outset: (bottom: 2pt), align(left, if l.value == "" { [#h(0pt)~] } else { show-text(l.value) })),
  )).flatten(),
)))

#let show-signing(b) = block(breakable: false, sticky: b.keep, width: 100%, above: 20pt, below: 10pt, grid(
  columns: (1fr,) * b.sides.len(),
  column-gutter: 22pt,
  ..b.sides.map(side => {
    set par(justify: false)
    block(below: 16pt, strong-text(show-text(side.heading)))
    for l in side.lines {
      block(width: 100%, below: 16pt, grid(
        columns: (auto, 1fr),
        column-gutter: 2pt,
        show-text(l.label),
        block(width: 100%, stroke: (bottom: if l.value == "" { 0.5pt + ink } else { none }), outset: (bottom: 2pt), if l.value == "" { [#h(0pt)~] } else { show-text(l.value) }),
      ))
    }
  }),
))

#let show-note(b) = block(width: 100%, breakable: false, above: 16pt, stroke: (top: 0.5pt + luma(190)), inset: (top: 5pt), {
  set text(size: 9pt, fill: luma(85))
  set par(leading: 4.5pt)
  show-text(b.text)
})

#let shows = (
  "title": show-title, "paragraph": show-paragraph, "party": show-party, "list": show-list, "table": show-table,
  "figures": show-figures, "signatures": show-signatures, "signing": show-signing, "note": show-note,
)
#for b in data.blocks {
  if b.kind == "page-break" { pagebreak(weak: true) }
  else if b.kind == "heading" { heading(level: 2, show-text(b.text)) }
  else { shows.at(b.kind)(b) }
}
#if data.picture { block(above: 6pt, text(size: 9pt, fill: faint, show-text(data.footer.left))) }
`
