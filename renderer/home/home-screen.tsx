import { useTranslation } from 'react-i18next'
import { goTo } from '../shell/route.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ImportPicture } from '../ui/pictures.tsx'

/** One look: what is owed, what comes, what could be missed. */
export function HomeScreen() {
  const { t } = useTranslation('home')
  return (
    <EmptyState
      title={t('first.start')}
      purpose={t('first.ownText')}
      picture={<ImportPicture />}
      action={{ label: t('first.own'), onClick: () => goTo('import') }}
    />
  )
}
