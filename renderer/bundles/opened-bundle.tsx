import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedBundle } from '../../shared/bundles/calls.ts'
import { hrefTo } from '../shell/route.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Loading } from '../ui/loading.tsx'
import { Status } from '../ui/status.tsx'
import { BundleFiles } from './bundle-files.tsx'
import { ChecksPanel } from './checks-panel.tsx'
import { receivedViews } from './received-views.tsx'
import { VerdictCard } from './verdict-card.tsx'

/** An open bundle: what the verification says comes first, then its content as its kind is shown, read-only. */
export function OpenedBundleView({ opened, place }: { opened: OpenedBundle; place: string | undefined }) {
  const { t } = useTranslation('received')
  const [checking, setChecking] = useState(false)
  const { content } = opened
  const View = content === null ? undefined : receivedViews[content.kind]
  return (
    <div className="stack">
      <div className="row">
        <BackLink href={hrefTo('received')} text={t('back')} />
        <span className="end">
          <Status tone="plain" icon="lock">
            {t('verdict.readOnly')}
          </Status>
        </span>
      </div>
      <VerdictCard opened={opened} onChecks={() => setChecking(true)} />
      {View === undefined ? (
        <>
          <p className="note">{t('noContent')}</p>
          <BundleFiles id={opened.id} lists={[{ title: t('files'), entries: opened.entries }]} />
        </>
      ) : (
        <Suspense fallback={<Loading rows={6} />}>
          <View opened={opened} place={place} />
        </Suspense>
      )}
      {checking ? <ChecksPanel opened={opened} onClose={() => setChecking(false)} /> : null}
    </div>
  )
}
