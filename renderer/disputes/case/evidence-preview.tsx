import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceItem } from '../../../shared/disputes/views.ts'
import { attachmentUrl } from '../../client.ts'
import { Icon } from '../../ui/icons.tsx'

/** Pictures, PDF, sound and film inside; anything else opens with the system, and only after a question. */
export function EvidencePreview({ evidence }: { evidence: EvidenceItem }) {
  const { t } = useTranslation('disputes')
  const url = attachmentUrl(evidence.sha256, evidence.fileName)
  const label = t('exhibit-dialog.preview', { title: evidence.title })
  if (evidence.mime.startsWith('image/')) return <img className="evidence-preview" src={url} alt={label} />
  // oxlint-disable-next-line react/iframe-missing-sandbox -- Chromium shows no PDF in a sandboxed frame; the host serves this type inert
  if (evidence.mime === 'application/pdf') return <iframe className="evidence-preview" src={url} title={label} />
  if (evidence.mime.startsWith('audio/'))
    return (
      <audio controls src={url} aria-label={label}>
        <track kind="captions" />
      </audio>
    )
  if (evidence.mime.startsWith('video/'))
    return (
      <video className="evidence-preview" controls src={url} aria-label={label}>
        <track kind="captions" />
      </video>
    )
  return <OtherFile evidence={evidence} url={url} />
}

function OtherFile({ evidence, url }: { evidence: EvidenceItem; url: string }) {
  const { t } = useTranslation('disputes')
  const [asking, setAsking] = useState(false)
  return (
    <div className="evidence-preview evidence-other">
      <Icon name="file" size={40} />
      <p>{evidence.fileName}</p>
      {asking ? (
        <>
          <p className="soft">{t('exhibit-dialog.openQuestion')}</p>
          <a href={url} download={evidence.fileName} onClick={() => setAsking(false)}>
            {t('exhibit-dialog.openYes')}
          </a>
        </>
      ) : (
        <Button onClick={() => setAsking(true)}>{t('exhibit-dialog.open')}</Button>
      )}
    </div>
  )
}
