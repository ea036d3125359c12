import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorData } from '../../../shared/errors.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { PresetSelect } from './file-facts.tsx'
import { type OpenFile, type PreviewAnswer, useImport } from './import-store.ts'
import { MappingStep } from './mapping/mapping-step.tsx'

type Failure = Extract<PreviewAnswer, { ok: false }>['failure']

/** A file that could not be read: the reason, and the way on when there is one (a password, another reading, a mapping). */
export function FailedFile({ file, failure }: { file: OpenFile; failure: Failure }) {
  const { t } = useTranslation('import-screen')
  const [mapping, setMapping] = useState(false)
  const { unknown } = failure
  const choose = useImport((state) => state.choose)
  const error = plainError(failure.error)
  if (error.code === 'import.password-needed' || error.code === 'import.password-wrong') {
    return <PasswordForm key={file.key} file={file} error={error} />
  }
  if (unknown === null) {
    return (
      <ErrorNote error={error}>
        <ChosenOnce file={file} />
      </ErrorNote>
    )
  }
  if (mapping) {
    return (
      <MappingStep
        fileName={file.name}
        layout={unknown}
        onClose={() => setMapping(false)}
        onSaved={(preset) => choose(file.key, { ...file.choice, preset })}
      />
    )
  }
  return (
    <div className="stack">
      {error.code === 'import.unknown-layout' ? null : <ErrorNote error={error} />}
      <section className="card stack">
        <div>
          <h2>{t('unknown.title')}</h2>
          <p className="soft">{t('unknown.text')}</p>
        </div>
        <div className="row">
          <Button type="primary" onClick={() => setMapping(true)}>
            {t('unknown.map')}
          </Button>
        </div>
        <Field label={t('unknown.orPreset')}>
          {(id) => (
            <PresetSelect
              id={id}
              value={file.choice.preset ?? ''}
              onMap={() => setMapping(true)}
              onChange={(preset) => choose(file.key, { ...file.choice, preset })}
            />
          )}
        </Field>
      </section>
    </div>
  )
}

/** What the person chose may be what does not fit: it can be taken back. */
function ChosenOnce({ file }: { file: OpenFile }) {
  const { t } = useTranslation('import-screen')
  if (file.choice.preset === undefined && file.choice.sheet === undefined) return null
  const { preset: _preset, sheet: _sheet, ...rest } = file.choice
  return (
    <p>
      <Button size="small" onClick={() => useImport.getState().choose(file.key, rest)}>
        {t('unknown.findAgain')}
      </Button>
    </p>
  )
}

function PasswordForm({ file, error }: { file: OpenFile; error: ErrorData }) {
  const { t } = useTranslation('import-screen')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (password !== '') useImport.getState().choose(file.key, { ...file.choice, password })
  }
  return (
    <form className="card stack" onSubmit={submit}>
      <h2>{t('password.title', { name: file.name })}</h2>
      {error.code === 'import.password-wrong' ? <ErrorNote error={error} /> : null}
      <Field label={t('password.label')} help={t('password.help')}>
        {(id) => (
          <Input.Password
            id={id}
            value={password}
            autoComplete="off"
            maxLength={200}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <div className="row">
        <Button type="primary" htmlType="submit" disabled={password === ''}>
          {t('password.open')}
        </Button>
      </div>
    </form>
  )
}

/** The same data without the parts that are undefined. */
function plainError(error: Failure['error']): ErrorData {
  const { where } = error
  if (where === undefined) return { code: error.code, params: error.params }
  const given = Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined))
  return { code: error.code, params: error.params, where: given }
}
