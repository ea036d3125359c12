import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../shared/calendar.ts'
import type { Certificate } from '../../../shared/training/records.ts'
import { DueDate, today } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { EvidenceLinks } from '../../ui/evidence-links.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Status } from '../../ui/status.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { VoidEntry } from '../void-entry.tsx'
import { useTargetWords } from '../words.ts'
import { CertificateForm } from './certificate-form.tsx'

/** Certificates, the next to expire first. */
export function CertificatesCard({ partyId }: { partyId: string }) {
  const { t } = useTranslation('training')
  const [form, setForm] = useState<Certificate | 'new'>()
  const [withVoided, setWithVoided] = useState(false)
  const { data, error, reload } = useQuery('training.listCertificates', { partyId, withVoided: true })
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (data === undefined) return <Loading />
  const shown = data.certificates.filter((one) => withVoided || one.voidedAt === null)
  return (
    <section className="card" aria-labelledby="certificates-title">
      <div className="row">
        <h2 id="certificates-title">{t('certificates.title')}</h2>
        {data.certificates.some((one) => one.voidedAt !== null) ? (
          <Checkbox checked={withVoided} onChange={(event) => setWithVoided(event.target.checked)}>
            {t('log.showVoided')}
          </Checkbox>
        ) : null}
        <Button className="end" icon={<Icon name="plus" size={16} />} onClick={() => setForm('new')}>
          {t('certificates.add')}
        </Button>
      </div>
      {shown.length === 0 ? <p className="soft">{t('certificates.none')}</p> : null}
      <ul className="training-entries">
        {shown.map((one) => (
          <CertificateLine key={one.id} certificate={one} onEdit={() => setForm(one)} />
        ))}
      </ul>
      {form === undefined ? null : (
        <CertificateForm
          partyId={partyId}
          known={form === 'new' ? undefined : form}
          onClose={() => setForm(undefined)}
        />
      )}
    </section>
  )
}

function CertificateLine({ certificate, onEdit }: { certificate: Certificate; onEdit: () => void }) {
  const { t } = useTranslation('training')
  const target = useTargetWords()
  const { title, number, issuer, issuedOn, checkResult, checkedOn, evidenceIds, voidedAt } = certificate
  const words = [target(certificate.job, certificate.level), issuer, number].filter(
    (part) => part !== undefined && part !== '',
  )
  return (
    <li>
      <div>
        <b>{title}</b> {voidedAt === null ? null : <Status tone="plain">{t('log.voided')}</Status>}
        <p className="soft">{words.join(' · ')}</p>
        <p className="soft">
          {checkedOn === null || checkResult === ''
            ? t('certificates.noCheck')
            : t('certificates.checkedAt', { date: checkedOn, result: checkResult })}
          {' · '}
          <EvidenceLinks ids={evidenceIds} name={title} />
        </p>
      </div>
      <div className="training-entry-date">
        <span className="soft">
          {t('certificates.issued')} {issuedOn}
        </span>
        <Expiry certificate={certificate} />
      </div>
      <div className="row">
        {voidedAt === null ? (
          <Button size="small" onClick={onEdit} aria-label={`${t('certificates.edit')} ${title}`}>
            {t('certificates.edit')}
          </Button>
        ) : null}
        <VoidEntry kind="Certificate" id={certificate.id} isVoided={voidedAt !== null} />
      </div>
    </li>
  )
}

function Expiry({ certificate: { expiresOn, remindDays } }: { certificate: Certificate }) {
  const { t } = useTranslation('training')
  if (expiresOn === null) return <span>{t('certificates.noExpiry')}</span>
  if (expiresOn < today()) {
    return (
      <span className="due-date">
        <time dateTime={expiresOn}>{expiresOn}</time>
        <Status tone="bad">{t('certificates.expired')}</Status>
      </span>
    )
  }
  if (addDays(expiresOn, -remindDays) <= today()) return <DueDate date={expiresOn} />
  return (
    <span>
      <span className="soft">{t('certificates.expires')}</span> <time dateTime={expiresOn}>{expiresOn}</time>
    </span>
  )
}
