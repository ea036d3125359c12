/** HTML made of data: whatever is put into a template is text and is escaped, except what a template has made itself. */
export interface Html {
  readonly html: string
}

type Part = Html | string | number | readonly Part[]

/** `html\`<td>${name}</td>\``: every value is escaped; lists are joined. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  let text = strings[0] ?? ''
  for (const [index, value] of values.entries()) text += render(value) + (strings[index + 1] ?? '')
  return { html: text }
}

function render(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return 'html' in part ? part.html : part.map(render).join('')
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for an element or a quoted attribute; what turns the direction of writing or cannot be seen becomes �. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) =>
      /[\n\t]/.test(character) ? character : '\ufffd',
    )
    .replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '')
}

/** A relative link to a file beside the page. */
export function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
