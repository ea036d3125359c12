import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceItem } from '../../shared/disputes/views.ts'
import { attachmentUrl } from '../client.ts'
import { FilePreview, previewKindOf } from './file-preview.tsx'
import { Icon } from './icons.tsx'

/** Pictures, PDF, sound and film inside; anything else opens with the system, and only after a question. */
export function EvidencePreview({ evidence }: { evidence: EvidenceItem }) {
  const { t } = useTranslation('app')
  const url = attachmentUrl(evidence.sha256, evidence.fileName)
  const kind = previewKindOf(evidence.mime)
  if (kind === undefined) return <OtherFile evidence={evidence} url={url} />
  return <FilePreview kind={kind} url={url} label={t('evidence.content', { title: evidence.title })} />
}

function OtherFile({ evidence, url }: { evidence: EvidenceItem; url: string }) {
  const { t } = useTranslation('app')
  const [asking, setAsking] = useState(false)
  return (
    <div className="file-preview file-other">
      <Icon name="file" size={40} />
      <p>{evidence.fileName}</p>
      {asking ? (
        <>
          <p className="soft">{t('evidence.openQuestion')}</p>
          <a href={url} download={evidence.fileName} onClick={() => setAsking(false)}>
            {t('evidence.openYes')}
          </a>
        </>
      ) : (
        <Button onClick={() => setAsking(true)}>{t('evidence.open')}</Button>
      )}
    </div>
  )
}
