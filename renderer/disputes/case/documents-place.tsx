import { Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { audienceSchema } from '../../../shared/disputes/case-file.ts'
import { type CaseView, type DocumentKind, documentKindSchema } from '../../../shared/disputes/views.ts'
import { saveFile } from '../../client.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { CaseParties } from './case-parties.tsx'
import { PaperPages } from './paper-pages.tsx'

/** 文书: what the papers need beside the case itself, and each paper as its pages. */
export function DocumentsPlace({ view }: { view: CaseView }) {
  const [kind, setKind] = useState<DocumentKind>('application')
  const [audience, setAudience] = useState<CaseView['exports'][number]['audience']>('mediator')
  return (
    <>
      <CaseParties view={view} />
      <Addressee view={view} />
      <PaperCard view={view} kind={kind} onKind={setKind} audience={audience} onAudience={setAudience} />
    </>
  )
}

function Addressee({ view }: { view: CaseView }) {
  const { t } = useTranslation('disputes')
  const [addressee, setAddressee] = useState(view.addressee)
  const update = useCommand('disputes.updateCase')
  return (
    <section className="card">
      <div className="form-pair">
        <Field label={t('documents-place.procedure')}>
          {(id) => (
            <Select
              id={id}
              value={view.procedure}
              onChange={(procedure) => void update.run({ id: view.id, procedure })}
              options={(['people-mediation', 'labour-mediation'] as const).map((value) => ({
                value,
                label: t(`procedures.${value}`),
              }))}
            />
          )}
        </Field>
        <Field label={t('documents-place.addressee')} help={t('documents-place.addresseeHelp')}>
          {(id) => (
            <Input
              id={id}
              maxLength={200}
              value={addressee}
              placeholder={t('documents-place.addresseeExample')}
              onChange={(event) => setAddressee(event.target.value)}
              onBlur={() => addressee !== view.addressee && void update.run({ id: view.id, addressee })}
              onPressEnter={(event) => event.currentTarget.blur()}
            />
          )}
        </Field>
      </div>
      {update.error === undefined ? null : <ErrorNote error={update.error} />}
    </section>
  )
}

interface PaperCardProps {
  view: CaseView
  kind: DocumentKind
  onKind: (kind: DocumentKind) => void
  audience: CaseView['exports'][number]['audience']
  onAudience: (audience: CaseView['exports'][number]['audience']) => void
}

function PaperCard({ view, kind, onKind, audience, onAudience }: PaperCardProps) {
  const { t } = useTranslation('disputes')
  const preview = useQuery('disputes.renderDocument', { caseId: view.id, kind, audience, format: 'html' })
  const make = useCommand('disputes.renderDocument')
  const save = async (format: 'pdf' | 'docx' | 'text'): Promise<void> => {
    const made = await make.run({ caseId: view.id, kind, audience, format })
    if (made !== undefined) saveFile(made.file)
  }
  const formats = kind === 'demand-letter' ? (['pdf', 'docx', 'text'] as const) : (['pdf', 'docx'] as const)
  return (
    <section className="card">
      <div className="case-scroll">
        <Segmented<DocumentKind>
          value={kind}
          onChange={onKind}
          options={documentKindSchema.options.map((value) => ({ value, label: t(`documents:kinds.${value}`) }))}
        />
      </div>
      <div className="row paper-actions">
        <label className="row soft">
          {t('documents-place.audience')}
          <Select
            size="small"
            value={audience}
            onChange={onAudience}
            popupMatchSelectWidth={false}
            aria-label={t('documents-place.audience')}
            options={audienceSchema.options.map((value) => ({ value, label: t(`audiences.${value}.name`) }))}
          />
        </label>
        <span className="end" />
        {formats.map((format) => (
          <Button
            key={format}
            icon={<Icon name="download" size={16} />}
            loading={make.busy}
            onClick={() => void save(format)}
          >
            {t(`documents-place.save.${format}`)}
          </Button>
        ))}
      </div>
      {make.error === undefined ? null : <ErrorNote error={make.error} />}
      {preview.error === undefined ? null : <ErrorNote error={preview.error} onRetry={preview.reload} />}
      {preview.data === undefined ? (
        <Loading rows={8} />
      ) : (
        <PaperPages html={preview.data.text ?? ''} label={t(`documents:kinds.${kind}`)} />
      )}
    </section>
  )
}
