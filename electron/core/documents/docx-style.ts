/** Measures and faces of the DOCX papers; the same page as the PDF, with the fonts every Chinese Word and WPS has. */

export const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' }
/** 黑体 for emphasis; Arial beside it, so that figures are of one weight. */
export const STRONG_FONT = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体', cs: 'Arial' }
export const FAINT = '696969'
export const LINE_TWIPS = 440
export const COMPACT_LINE_TWIPS = 340
const TWIPS_PER_MM = 56.7

export interface PageGeometry {
  /** Of the upright sheet: the library turns it by itself when the page lies. */
  paperWidthTwips: number
  paperHeightTwips: number
  contentTwips: number
  marginTwips: { top: number; bottom: number; left: number; right: number; header: number; footer: number }
}

function twips(mm: number): number {
  return Math.round(mm * TWIPS_PER_MM)
}

export function pageGeometry(page: 'portrait' | 'landscape'): PageGeometry {
  const landscape = page === 'landscape'
  const side = landscape ? { left: 16, right: 16, top: 24, bottom: 20 } : { left: 28, right: 26, top: 30, bottom: 27 }
  return {
    paperWidthTwips: twips(210),
    paperHeightTwips: twips(297),
    contentTwips: twips((landscape ? 297 : 210) - side.left - side.right),
    marginTwips: {
      top: twips(side.top),
      bottom: twips(side.bottom),
      left: twips(side.left),
      right: twips(side.right),
      header: twips(13),
      footer: twips(13),
    },
  }
}
