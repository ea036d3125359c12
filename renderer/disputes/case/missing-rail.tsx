import { useTranslation } from 'react-i18next'
import { casePlaces } from '../../../shared/disputes/missing.ts'
import type { CaseView } from '../../../shared/disputes/views.ts'
import { Icon } from '../../ui/icons.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { hrefToCase } from './case-address.ts'
import { useCycleName } from './use-words.ts'

type Missing = CaseView['missing'][number]

/** What is still missing, by place, each a step to where it is mended. On a narrow window, or where the place needs the width, it folds up above. */
export function MissingRail({ view, folded }: { view: CaseView; folded: boolean }) {
  const { t } = useTranslation('disputes')
  const wide = useWide()
  const must = view.missing.filter((item) => item.weight === 'must').length
  const title = must === 0 ? t('rail.ready') : t('rail.title', { count: must })
  const list = <MissingList view={view} />
  if (!wide || folded) {
    return (
      <details className="case-rail card">
        <summary>{title}</summary>
        {list}
      </details>
    )
  }
  return (
    <aside className="case-rail card" aria-label={t('rail.label')}>
      <h2>{title}</h2>
      {list}
    </aside>
  )
}

function MissingList({ view }: { view: CaseView }) {
  const { t } = useTranslation('disputes')
  if (view.missing.length === 0) return <p className="soft">{t('rail.nothing')}</p>
  return (
    <>
      {casePlaces.map((place) => {
        const items = view.missing.filter((item) => item.place === place)
        if (items.length === 0) return null
        return (
          <section key={place}>
            <h3>{t(`places.${place}`)}</h3>
            <ul>
              {items.map((item) => (
                <MissingLine
                  key={`${item.code}-${item.id ?? ''}-${String(item.params.cycle ?? '')}`}
                  view={view}
                  item={item}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function MissingLine({ view, item }: { view: CaseView; item: Missing }) {
  const { t } = useTranslation('disputes')
  const cycleName = useCycleName()
  const { cycle, claim } = item.params
  const params = {
    ...item.params,
    ...(typeof cycle === 'string' ? { cycle: cycleName(cycle) } : {}),
    ...(typeof claim === 'string' ? { claim: t(`claims.kind.${claim}`) } : {}),
  }
  return (
    <li className="case-missing">
      <Icon name={item.weight === 'must' ? 'warn' : 'ring'} size={14} />
      <a href={hrefToCase(view.id, item.place)}>
        <span className="visually-hidden">{t(`rail.${item.weight}`)}</span>
        {t(`missing.${item.code}`, params)}
      </a>
    </li>
  )
}
