import { Input } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../../shared/disputes/views.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useDelayed } from '../../ui/use-delayed.ts'

const saveAfterMs = 1_500

/** 事实与理由 in the person's own words; kept by itself a moment after the last key, and when the field is left. */
export function OwnWords({ view }: { view: CaseView }) {
  const { t } = useTranslation('disputes')
  const id = useId()
  const [text, setText] = useState(view.statement)
  const saved = useRef(view.statement)
  const { run, busy, error } = useCommand('disputes.updateCase')
  const save = (words: string): void => {
    if (words === saved.current) return
    saved.current = words
    void run({ id: view.id, statement: words })
  }
  const settled = useDelayed(text, saveAfterMs)
  const latest = useRef({ text, save })
  useEffect(() => {
    latest.current = { text, save }
  })
  useEffect(() => latest.current.save(settled), [settled])
  useEffect(() => () => latest.current.save(latest.current.text), [])
  return (
    <section className="card">
      <h2>
        <label htmlFor={id}>{t('facts-place.words')}</label>
      </h2>
      <p className="soft case-hint">{t('facts-place.wordsHelp')}</p>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 5, maxRows: 18 }}
        maxLength={50_000}
        value={text}
        placeholder={t('facts-place.wordsExample')}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => save(text)}
      />
      <p className="soft" aria-live="polite">
        {busy ? t('facts-place.saving') : text === view.statement && text !== '' ? t('facts-place.saved') : '\u00a0'}
      </p>
      {error === undefined ? null : (
        <ErrorNote error={error} onRetry={() => void run({ id: view.id, statement: text })} />
      )}
    </section>
  )
}
