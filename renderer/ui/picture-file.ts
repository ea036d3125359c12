/** Pictures for a chat: twice as many dots as a phone shows, so that small print stays sharp. */
const pictureWidthPx = 1242

/** The address of a drawing inside the page. */
export function svgUrl(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}

/** A drawing as a PNG on white. Throws when the browser cannot draw it. */
export async function pngOfSvg(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = svgUrl(svg)
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = pictureWidthPx
  canvas.height = Math.round((pictureWidthPx * image.naturalHeight) / image.naturalWidth)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png')
  })
}

/** Hands a picture that was made in the page to the person, as a download. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
