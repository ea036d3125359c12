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
import { BatchPage } from './batch/batch-page.tsx'
import { BatchScreen } from './batch/batch-screen.tsx'
import { DraftScreen } from './drafting/draft-screen.tsx'
import { EditHeader } from './edit-header.tsx'
import { NewAgreement } from './new-agreement.tsx'
import { ContractPage } from './register/contract-page.tsx'
import { KeptContract } from './register/kept-form.tsx'
import { RegisterList } from './register/register-list.tsx'
import { TermsFromPractice } from './terms-from-practice.tsx'
import { VersionForm } from './version-form.tsx'
import './contracts.css'

/**
 * 合同: `?agreement=<id>` one agreement (`&edit=header`, `&edit=terms`, `&correct=<version>`), `?agreement=new` a new one,
 * `?draft=new` a contract to be written (`&template=<id>`, `&amends=<contract>`), `?draft=<id>` one begun;
 * `?contract=<id>` one of the register, `?kept=new` or `?kept=<id>` one made elsewhere, `?batch=new` a roster, `?batch=<id>` its contracts;
 * `?tab=register` all contracts, `?tab=parties` and
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
  const contract = params.get('contract')
  if (contract !== null) return <ContractPage key={contract} id={contract} />
  const kept = params.get('kept')
  if (kept !== null) return <KeptContract key={kept} id={kept} />
  const batch = params.get('batch')
  if (batch !== null) return batch === 'new' ? <BatchScreen /> : <BatchPage key={batch} id={batch} />
  if (agreement === 'new') return <NewAgreement />
  if (agreement !== null) return <OneAgreement key={agreement} id={agreement} />
  return <Lists />
}

function Lists() {
  const { t } = useTranslation('contracts')
  const { params } = useRoute()
  const party = params.get('party') ?? undefined
  const asked = party === undefined ? params.get('tab') : 'parties'
  const tab = asked === 'parties' || asked === 'register' ? asked : 'agreements'
  return (
    <div className="stack">
      <div className="row">
        <h1>{t('title')}</h1>
        {tab === 'register' ? null : (
          <Button
            className="end"
            icon={<Icon name="contract" size={17} />}
            href={hrefTo('contracts', { draft: 'new' })}
          >
            {t('templates:choose.title')}
          </Button>
        )}
      </div>
      <Tabs
        activeKey={tab}
        onChange={(key) => goTo('contracts', { tab: key === 'agreements' ? undefined : key })}
        destroyOnHidden
        items={[
          { key: 'agreements', label: t('tab.agreements'), children: <AgreementList /> },
          { key: 'register', label: t('register:tab'), children: <RegisterList /> },
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
  const practice = params.get('practice')
  if (practice !== null) return <TermsFromPractice agreement={agreement} index={Number(practice)} />
  if (params.get('edit') === 'terms') {
    return <VersionForm agreement={agreement} base={currentVersion(agreement.versions, today())} corrects={false} />
  }
  return <AgreementPage agreement={agreement} />
}
