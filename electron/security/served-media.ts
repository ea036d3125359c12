/** What a browser may show in place; everything else, HTML and SVG above all, is only ever saved. */
const shown = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'application/pdf',
  'audio/mpeg',
  'audio/mp4',
  'audio/wav',
  'video/mp4',
  'video/quicktime',
])

/** The headers for a file of a person: its type when it is one we show, else a download of bytes. */
export function mediaHeaders(mime: string, name: string): Record<string, string> {
  const inline = shown.has(mime)
  return {
    'content-type': inline ? mime : 'application/octet-stream',
    'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(name)}`,
    'cache-control': 'private, no-store',
    // Chromium's PDF viewer stops at a policy on the PDF itself; what it shows is no page of ours and runs none of its scripts.
    'content-security-policy': mime === 'application/pdf' ? framesOnly : `default-src 'none'; sandbox; ${framesOnly}`,
  }
}

const framesOnly = "frame-ancestors 'self'"

/** RFC 8187: what encodeURIComponent leaves and that form does not allow. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  )
}
