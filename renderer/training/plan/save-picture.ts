import { BoanError } from '../../../shared/errors.ts'

/** Twice the size on screen: sharp in print and in a chat. */
const scale = 2

function svgBlob(drawing: SVGSVGElement): Blob {
  return new Blob([new XMLSerializer().serializeToString(drawing)], { type: 'image/svg+xml;charset=utf-8' })
}

function hand(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Hands a drawing to the person as an SVG file. */
export function saveSvg(drawing: SVGSVGElement, name: string): void {
  hand(svgBlob(drawing), `${name}.svg`)
}

/** Hands a drawing to the person as a PNG. Throws `app.unexpected` when the browser does not paint it. */
export async function savePng(drawing: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = drawing.viewBox.baseVal
  const image = new Image(width * scale, height * scale)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new BoanError('app.unexpected', { detail: 'canvas' })
  hand(blob, `${name}.png`)
}
