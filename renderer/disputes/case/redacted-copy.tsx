import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Exhibit } from '../../../shared/disputes/views.ts'
import type { ErrorData } from '../../../shared/errors.ts'
import { attachmentUrl, call, intake } from '../../client.ts'
import { errorData, useApp } from '../../shell/app-store.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'

/** A copy with something covered, that can go along in place of the original; it says what was removed. */
export function RedactedCopy({ caseId, exhibit }: { caseId: string; exhibit: Exhibit }) {
  const { t } = useTranslation('disputes')
  const picker = useRef<HTMLInputElement>(null)
  const [redaction, setRedaction] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ErrorData>()
  const copy = exhibit.redactedCopy
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    setBusy(true)
    setError(undefined)
    try {
      const { token } = await intake(file)
      await call('disputes.addEvidence', {
        token,
        caseId,
        redactedOf: exhibit.evidence.id,
        redaction: redaction.trim(),
      })
      useApp.getState().changed()
    } catch (failure) {
      setError(errorData(failure))
    } finally {
      setBusy(false)
    }
  }
  if (copy !== null) {
    return (
      <p className="note note-plain">
        {t('redacted.is', { redaction: copy.redaction })}{' '}
        <a href={attachmentUrl(copy.sha256, copy.fileName)} download={copy.fileName}>
          {copy.fileName}
        </a>
      </p>
    )
  }
  return (
    <details>
      <summary>{t('redacted.add')}</summary>
      <div className="stack">
        <Field label={t('redacted.what')} help={t('redacted.whatHelp')}>
          {(id) => (
            <Input id={id} maxLength={500} value={redaction} onChange={(event) => setRedaction(event.target.value)} />
          )}
        </Field>
        <Button disabled={redaction.trim() === ''} loading={busy} onClick={() => picker.current?.click()}>
          {t('redacted.choose')}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={t('redacted.choose')}
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        {error === undefined ? null : <ErrorNote error={error} />}
      </div>
    </details>
  )
}
