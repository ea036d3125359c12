import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractDetail } from '../../../shared/contracts/life-shapes.ts'
import { attachmentUrl } from '../../client.ts'
import { hrefTo } from '../../shell/route.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { ScopeText } from '../scope-text.tsx'
import { TermsView } from '../terms-view.tsx'
import { ContractActions } from './contract-actions.tsx'
import { ContractDiff } from './contract-diff.tsx'
import { ContractLife } from './contract-life.tsx'
import { ContractText } from './contract-text.tsx'
import { contractSpan, partyName } from './register-list.tsx'
import { Standing } from './standing.tsx'
import { useIssue } from './use-issue.ts'
import './register.css'

/** One contract: where it stands, what can be done next, its text with what each clause means, its life and files. */
export function ContractPage({ id }: { id: string }) {
  const { t } = useTranslation('register')
  const { data: contract, error, reload } = useQuery('contracts.get', { id })
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (contract === undefined) return <Loading rows={10} />
  const built = contract.content?.built
  return (
    <div className="stack contract-page">
      <BackLink href={hrefTo('contracts', { tab: 'register' })} text={t('page.back')} />
      <header>
        <div className="row">
          <h1>{contract.title}</h1>
          <Standing standing={contract.standing} origin={contract.origin} />
        </div>
        <p className="soft">
          {contract.number ?? t('list.noNumber')} · {t(`origin.${contract.origin}`)} · {contractSpan(t, contract)}
        </p>
      </header>
      <Notices contract={contract} />
      <ContractActions contract={contract} />
      <div className="contract-columns">
        <div className="stack">
          {contract.amends === null || built === undefined ? null : (
            <ContractDiff amendsId={contract.amends.id} built={built} />
          )}
          {contract.terms === null ? null : (
            <section className="card" aria-label={t('page.terms')}>
              <h2>{t('page.terms')}</h2>
              <TermsView terms={contract.terms} />
            </section>
          )}
          {built === undefined ? null : (
            <section className="card" aria-label={t('page.clauses')}>
              <h2>{t('page.clauses')}</h2>
              <ContractText built={built} />
            </section>
          )}
          {built === undefined && contract.state !== 'draft' ? <p className="soft">{t('page.noText')}</p> : null}
        </div>
        <div className="stack contract-side">
          <Facts contract={contract} />
          <Files contract={contract} />
          <ContractLife contract={contract} />
        </div>
      </div>
    </div>
  )
}

/** What must be said before anything is done: an acceptance is no signature, a labour contract needs a platform. */
function Notices({ contract }: { contract: ContractDetail }) {
  const { t } = useTranslation('register')
  const { state, relation, voidReason, endedOn, standing } = contract
  const isOpen = state === 'issued' || state === 'accepted'
  return (
    <>
      {voidReason === null ? null : <p className="note">{t('page.voided', { reason: voidReason })}</p>}
      {endedOn === null || standing === 'ended' ? null : (
        <p className="note note-plain">{t('page.endsNotice', { date: endedOn })}</p>
      )}
      {state === 'issuing' ? <p className="note">{t('page.issuingNotice')}</p> : null}
      {isOpen && relation === 'labour' ? <p className="note">{t('page.labourNotice')}</p> : null}
      {state === 'accepted' && relation !== 'labour' ? <p className="note">{t('page.acceptedNotice')}</p> : null}
    </>
  )
}

function Facts({ contract }: { contract: ContractDetail }) {
  const { t } = useTranslation('register')
  const { agreementId, amends, amendedBy, contentSha256, batchId } = contract
  return (
    <section className="card" aria-label={t('page.facts')}>
      <h2>{t('page.facts')}</h2>
      <dl className="contract-facts">
        <Fact label={t('page.parties')}>
          <div>{partyName(t, contract, 'payer')}</div>
          <div>{partyName(t, contract, 'payee')}</div>
        </Fact>
        <Fact label={t('page.span')}>{contractSpan(t, contract)}</Fact>
        <Fact label={t('page.relation')}>{t(`relation.${contract.relation}`)}</Fact>
        <Fact label={t('page.scope')}>
          <ScopeText scope={contract.scope} />
        </Fact>
        {agreementId === null ? null : (
          <Fact label={t('page.agreement')}>
            <a href={hrefTo('contracts', { agreement: agreementId })}>{t('page.agreementLink')}</a>{' '}
            <a href={hrefTo('ledger', { agreement: agreementId })}>{t('page.ledgerLink')}</a>
          </Fact>
        )}
        {amends === null ? null : (
          <Fact label={t('page.amends')}>
            <a href={hrefTo('contracts', { contract: amends.id })}>{amends.number ?? amends.title}</a>
          </Fact>
        )}
        {amendedBy.length === 0 ? null : (
          <Fact label={t('page.amendedBy')}>
            {amendedBy.map((later) => (
              <div key={later.id}>
                <a href={hrefTo('contracts', { contract: later.id })}>{later.number ?? later.title}</a>
              </div>
            ))}
          </Fact>
        )}
        {batchId === null ? null : (
          <Fact label={t('page.batch')}>
            <a href={hrefTo('contracts', { batch: batchId })}>{t('page.batchLink')}</a>
          </Fact>
        )}
        {contentSha256 === null ? null : (
          <Fact label={t('page.hash')}>
            <code className="contract-hash">{contentSha256}</code>
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Files({ contract }: { contract: ContractDetail }) {
  const { t } = useTranslation('register')
  const { files, evidence, pages } = contract
  const issuing = useIssue()
  const lacksWord = contract.origin === 'template' && files.length === 1
  if (files.length + evidence.length === 0) return null
  return (
    <section className="card" aria-label={t('page.files')}>
      <h2>{t('page.files')}</h2>
      <ul className="lines contract-files">
        {files.map(({ kind, name, sha256 }) => (
          <li key={kind}>
            <a href={attachmentUrl(sha256, name)} target="_blank" rel="noreferrer">
              <Icon name="file" size={16} /> {name}
            </a>
            <span className="soft">
              {t(`page.${kind}`)}
              {kind === 'pdf' && pages !== null ? ` · ${t('page.pages', { pages })}` : ''}
            </span>
          </li>
        ))}
        {lacksWord ? (
          <li>
            <Button size="small" loading={issuing.busy} onClick={() => void issuing.makeWords([contract.id])}>
              {t('page.makeWord')}
            </Button>
          </li>
        ) : null}
        {evidence.map(({ id, title, sha256 }) => (
          <li key={id}>
            <a href={attachmentUrl(sha256, title)} target="_blank" rel="noreferrer">
              <Icon name="file" size={16} /> {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
