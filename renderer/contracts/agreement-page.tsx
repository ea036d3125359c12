import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementDetail, AgreementVersion } from '../../shared/contracts/calls.ts'
import { versionInForce } from '../../shared/contracts/versions.ts'
import { attachmentUrl } from '../client.ts'
import { hrefTo } from '../shell/route.ts'
import { today } from '../ui/due-date.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icons.tsx'
import { Status } from '../ui/status.tsx'
import { useCommand } from '../ui/use-command.ts'
import { EndDialog } from './end-dialog.tsx'
import { PracticeCard } from './practice-card.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { ScopeText, spanText } from './scope-text.tsx'
import { TermsView } from './terms-view.tsx'
import { VersionHistory } from './version-history.tsx'

/** The version that speaks for an agreement on a day: in force, else the first to come, else the last that was. */
export function currentVersion(versions: readonly AgreementVersion[], day: string): AgreementVersion | undefined {
  const live = versions.filter((version) => version.voidedAt === null)
  const byStart = live.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return versionInForce(live, day) ?? byStart.find(({ from }) => from > day) ?? byStart.at(-1)
}

/** One agreement as it reads today, what can be done with it, and the history of its terms. */
export function AgreementPage({ agreement }: { agreement: AgreementDetail }) {
  const { t } = useTranslation('contracts')
  const current = currentVersion(agreement.versions, today())
  return (
    <div className="stack agreement-page">
      <p>
        <a href={hrefTo('contracts')}>{t('page.back')}</a>
      </p>
      <PageHead agreement={agreement} />
      {agreement.voidedAt === null ? null : (
        <p className="term-warning">
          <Icon name="warn" size={16} />
          <span>{t('page.voidedNote', { reason: agreement.voidReason })}</span>
        </p>
      )}
      <section className="card" aria-label={t('page.terms')}>
        {current === undefined ? (
          <>
            <h2>{t('page.noTerms')}</h2>
            <p className="soft">{t('page.noTermsText')}</p>
          </>
        ) : (
          <>
            <h2>{current.from > today() ? t('page.termsOn', { date: current.from }) : t('page.terms')}</h2>
            <TermsView terms={current.terms} />
          </>
        )}
        {agreement.voidedAt === null ? <TermsActions agreement={agreement} current={current} /> : null}
      </section>
      {agreement.voidedAt === null ? (
        <PracticeCard agreementId={agreement.id} isFolded={current !== undefined} />
      ) : null}
      {agreement.evidence.length === 0 ? null : <EvidenceCard evidence={agreement.evidence} />}
      {agreement.versions.length === 0 ? null : <VersionHistory agreement={agreement} />}
    </div>
  )
}

function PageHead({ agreement }: { agreement: AgreementDetail }) {
  const { t } = useTranslation('contracts')
  const isOver = agreement.to !== null && agreement.to < today()
  const name = ({ name: text }: { name: string }, side: 'payer' | 'payee'): string =>
    agreement.self === side ? text + t('who.self') : text
  return (
    <header className="page-head">
      <div>
        <h1>
          {agreement.title} {isOver ? <Status tone="plain">{t('list.ended')}</Status> : null}
        </h1>
        <p>{t('who.sentence', { payer: name(agreement.payer, 'payer'), payee: name(agreement.payee, 'payee') })}</p>
        <p className="soft">
          {spanText(t, agreement)} · <ScopeText scope={agreement.scope} />
        </p>
        {agreement.note === '' ? null : <p className="soft">{agreement.note}</p>}
      </div>
      <PageActions agreement={agreement} />
    </header>
  )
}

type Asking = 'end' | 'void'

function PageActions({ agreement }: { agreement: AgreementDetail }) {
  const { t } = useTranslation('contracts')
  const { id, to } = agreement
  const [asking, setAsking] = useState<Asking>()
  const take = useCommand('contracts.voidAgreement')
  const restore = useCommand('contracts.restoreAgreement')
  const reopen = useCommand('contracts.endAgreement')
  const error = restore.error ?? reopen.error
  const buttons: ReactNode =
    agreement.voidedAt === null ? (
      <>
        <Button href={hrefTo('ledger', { agreement: id })}>{t('page.ledger')}</Button>
        <Button href={hrefTo('contracts', { agreement: id, edit: 'header' })}>{t('page.editHeader')}</Button>
        {to === null ? (
          <Button onClick={() => setAsking('end')}>{t('page.end')}</Button>
        ) : (
          <Button loading={reopen.busy} onClick={() => void reopen.run({ id, to: null })}>
            {t('page.reopen')}
          </Button>
        )}
        <Button onClick={() => setAsking('void')}>{t('page.void')}</Button>
      </>
    ) : (
      <Button type="primary" loading={restore.busy} onClick={() => void restore.run({ id })}>
        {t('page.restore')}
      </Button>
    )
  return (
    <div className="page-actions">
      <div className="row">{buttons}</div>
      {error === undefined ? null : <ErrorNote error={error} />}
      {asking === 'end' ? <EndDialog agreement={agreement} onClose={() => setAsking(undefined)} /> : null}
      {asking === 'void' ? (
        <ReasonDialog
          title={t('void.agreementTitle')}
          text={t('void.agreementText')}
          action={t('page.void')}
          busy={take.busy}
          error={take.error}
          onClose={() => setAsking(undefined)}
          onConfirm={(reason) => {
            void take.run({ id, reason }).then((saved) => saved !== undefined && setAsking(undefined))
          }}
        />
      ) : null}
    </div>
  )
}

function TermsActions({ agreement, current }: { agreement: AgreementDetail; current: AgreementVersion | undefined }) {
  const { t } = useTranslation('contracts')
  if (current === undefined) {
    return (
      <Button type="primary" href={hrefTo('contracts', { agreement: agreement.id, edit: 'terms' })}>
        {t('page.addTerms')}
      </Button>
    )
  }
  return (
    <div className="row">
      <Button type="primary" href={hrefTo('contracts', { agreement: agreement.id, edit: 'terms' })}>
        {t('page.change')}
      </Button>
      <Button href={hrefTo('contracts', { agreement: agreement.id, correct: current.id })}>{t('page.correct')}</Button>
    </div>
  )
}

function EvidenceCard({ evidence }: Pick<AgreementDetail, 'evidence'>) {
  const { t } = useTranslation('contracts')
  return (
    <section className="card" aria-label={t('page.evidence')}>
      <h2>{t('page.evidence')}</h2>
      <ul className="lines">
        {evidence.map(({ id, title, sha256 }) => (
          <li key={id}>
            <a href={attachmentUrl(sha256, title)} target="_blank" rel="noreferrer">
              <Icon name="file" size={16} /> {title}
            </a>
            <code className="soft">{sha256.slice(0, 16)}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
