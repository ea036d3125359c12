import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

export interface Pages<Place> {
  /** Where this page begins, as the page before said; null on the first. */
  after: Place | null
  /** From 1. */
  number: number
  toNext: (after: Place) => void
  toPrevious: () => void
}

/** Where one is among pages that are asked for one after the other; another question begins at the first page again. */
export function usePages<Place = string>(question = ''): Pages<Place> {
  const [asked, setAsked] = useState(question)
  const [places, setPlaces] = useState<Place[]>([])
  if (asked !== question) {
    setAsked(question)
    setPlaces([])
  }
  return {
    after: places.at(-1) ?? null,
    number: places.length + 1,
    toNext: (after) => setPlaces([...places, after]),
    toPrevious: () => setPlaces(places.slice(0, -1)),
  }
}

/** To the page before and the page after; nothing where there is only one page. */
export function Pager<Place>({ pages, next }: { pages: Pages<Place>; next: Place | null }) {
  const { t } = useTranslation('app')
  if (pages.number === 1 && next === null) return null
  return (
    <nav className="row pager" aria-label={t('page.label')}>
      <Button size="small" disabled={pages.number === 1} onClick={pages.toPrevious}>
        {t('page.previous')}
      </Button>
      <span className="soft">{t('page.number', { page: pages.number })}</span>
      <Button size="small" disabled={next === null} onClick={() => next !== null && pages.toNext(next)}>
        {t('page.next')}
      </Button>
    </nav>
  )
}
