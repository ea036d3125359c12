import { Button, Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { PartyList } from '../parties/index.ts'
import { goTo, hrefTo, useRoute } from '../shell/route.ts'
import { today } from '../ui/due-date.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icons.tsx'
import { Loading } from '../ui/loading.tsx'
import { useQuery } from '../ui/use-query.ts'
import { AgreementList } from './agreement-list.tsx'
import { AgreementPage, currentVersion } from './agreement-page.tsx'
import { DraftScreen } from './drafting/draft-screen.tsx'
import { EditHeader } from './edit-header.tsx'
import { NewAgreement } from './new-agreement.tsx'
import { VersionForm } from './version-form.tsx'
import './contracts.css'

/**
 * 合同: `?agreement=<id>` one agreement (`&edit=header`, `&edit=terms`, `&correct=<version>`), `?agreement=new` a new one,
 * `?draft=new` a contract to be written (`&template=<id>`, `&amends=<contract>`), `?draft=<id>` one begun; `?tab=parties` and
 * `?party=<id>` the people, else the list.
 */
export function ContractsScreen() {
  const { params } = useRoute()
  const agreement = params.get('agreement')
  const draft = params.get('draft')
  if (draft !== null) {
    const template = params.get('template') ?? undefined
    return <DraftScreen draft={draft} template={template} amends={params.get('amends') ?? undefined} />
  }
  if (agreement === 'new') return <NewAgreement />
  if (agreement !== null) return <OneAgreement key={agreement} id={agreement} />
  return <Lists />
}

function Lists() {
  const { t } = useTranslation('contracts')
  const { params } = useRoute()
  const party = params.get('party') ?? undefined
  const tab = party !== undefined || params.get('tab') === 'parties' ? 'parties' : 'agreements'
  return (
    <div className="stack">
      <div className="row">
        <h1>{t('title')}</h1>
        <Button className="end" icon={<Icon name="contract" size={17} />} href={hrefTo('contracts', { draft: 'new' })}>
          {t('templates:choose.title')}
        </Button>
      </div>
      <Tabs
        activeKey={tab}
        onChange={(key) => goTo('contracts', { tab: key === 'parties' ? 'parties' : undefined })}
        destroyOnHidden
        items={[
          { key: 'agreements', label: t('tab.agreements'), children: <AgreementList /> },
          {
            key: 'parties',
            label: t('tab.parties'),
            children: (
              <PartyList
                openId={party}
                onOpen={(id) => goTo('contracts', { tab: 'parties', party: id }, { replace: true })}
              />
            ),
          },
        ]}
      />
    </div>
  )
}

function OneAgreement({ id }: { id: string }) {
  const { params } = useRoute()
  const { data: agreement, error } = useQuery('contracts.getAgreement', { id })
  if (error !== undefined) return <ErrorNote error={error} />
  if (agreement === undefined) return <Loading />
  const correct = params.get('correct')
  const wrong = agreement.versions.find((version) => version.id === correct)
  if (wrong !== undefined) return <VersionForm agreement={agreement} base={wrong} corrects />
  if (params.get('edit') === 'header') return <EditHeader agreement={agreement} />
  if (params.get('edit') === 'terms') {
    return <VersionForm agreement={agreement} base={currentVersion(agreement.versions, today())} corrects={false} />
  }
  return <AgreementPage agreement={agreement} />
}
