import type { PaperText } from './context.ts'

/** Law that papers may cite, by id of reference/law.md; name and article of each are `law.<id>` in the catalogue. */
export const citableLaw = [
  'lcl-30',
  'wage-7',
  'wage-15',
  'wage-16',
  'dma-6',
  'ev-j1-44',
  'rel-2021-56',
  'cc-509',
  'cc-577',
  'cc-646',
  'int-lpr',
  'dma-14',
  'dma-15',
  'pm-28',
  'cpl-205',
] as const

/** `《民法典》第五百零九条…` for each id that papers may cite, in the order given; marks for the person alone are left out. */
export function lawWords(t: PaperText, ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => citableLaw.some((known) => known === id)).map((id) => t(`law.${id}`))
}
