import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementRow } from '../../shared/contracts/calls.ts'
import { goTo, hrefTo } from '../shell/route.ts'
import { today } from '../ui/due-date.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icons.tsx'
import { ListBar } from '../ui/list-bar.tsx'
import { Loading } from '../ui/loading.tsx'
import { AgreementPicture } from '../ui/pictures.tsx'
import { Status } from '../ui/status.tsx'
import { useSideForm } from '../ui/term.tsx'
import { useQuery } from '../ui/use-query.ts'
import { ScopeText, spanText } from './scope-text.tsx'
import { TermsSummary } from './terms-view.tsx'

function addNew(): void {
  goTo('contracts', { agreement: 'new' })
}

/** All agreements: who with whom, how it is paid, since when. */
export function AgreementList() {
  const { t } = useTranslation('contracts')
  const side = useSideForm()
  const [withVoided, setWithVoided] = useState(false)
  const [text, setText] = useState('')
  const { data, error } = useQuery('contracts.listAgreements', { onDay: today(), withVoided: true })
  if (error !== undefined) return <ErrorNote error={error} />
  if (data === undefined) return <Loading />
  if (data.agreements.length === 0) {
    return (
      <EmptyState
        title={t('empty.title', side)}
        purpose={t('empty.purpose', side)}
        picture={<AgreementPicture />}
        action={{ label: t('empty.action'), onClick: addNew }}
      />
    )
  }
  const hasVoided = data.agreements.some(({ voidedAt }) => voidedAt !== null)
  const shown = data.agreements.filter(
    (agreement) => (withVoided || agreement.voidedAt === null) && isNamed(agreement, text),
  )
  return (
    <div className="stack">
      <ListBar
        label={t('list.filter')}
        text={text}
        onText={setText}
        voided={hasVoided ? { label: t('list.showVoided'), isShown: withVoided, onChange: setWithVoided } : undefined}
      >
        <Button type="primary" className="end" icon={<Icon name="plus" size={16} />} onClick={addNew}>
          {t('list.new')}
        </Button>
      </ListBar>
      <section className="card">
        {shown.length === 0 ? (
          <p className="soft">{t('list.none', { text })}</p>
        ) : (
          <AgreementTable agreements={shown} />
        )}
      </section>
    </div>
  )
}

function isNamed({ title, payer, payee }: AgreementRow, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return [title, payer.name, payee.name].some((name) => name.toLowerCase().includes(wanted))
}

function AgreementTable({ agreements }: { agreements: readonly AgreementRow[] }) {
  const { t } = useTranslation('contracts')
  return (
    <table className="plain-table agreements">
      <thead>
        <tr>
          <th scope="col">{t('list.agreement')}</th>
          <th scope="col">{t('list.terms')}</th>
          <th scope="col">{t('list.span')}</th>
        </tr>
      </thead>
      <tbody>
        {agreements.map((agreement) => (
          <tr key={agreement.id}>
            <td>
              <a className="list-link" href={hrefTo('contracts', { agreement: agreement.id })}>
                {agreement.title}
              </a>{' '}
              <Standing agreement={agreement} />
              <div className="soft">
                {t('who.sentence', { payer: agreement.payer.name, payee: agreement.payee.name })}
              </div>
            </td>
            <td>
              {agreement.terms === null ? (
                <span className="soft">{t('list.noTerms')}</span>
              ) : (
                <TermsSummary terms={agreement.terms} />
              )}
              <div className="soft">
                <ScopeText scope={agreement.scope} />
                {agreement.versions > 1 ? ` · ${t('list.versions', { count: agreement.versions })}` : ''}
              </div>
            </td>
            <td className="agreement-span">{spanText(t, agreement)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Standing({ agreement }: { agreement: AgreementRow }) {
  const { t } = useTranslation('contracts')
  if (agreement.voidedAt !== null) return <Status tone="plain">{t('list.voided')}</Status>
  if (agreement.to !== null && agreement.to < today()) return <Status tone="plain">{t('list.ended')}</Status>
  return null
}
