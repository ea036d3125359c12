import { Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { buildContract } from '../../../shared/contracts/templates/build.ts'
import type { BuiltContract } from '../../../shared/contracts/templates/built.ts'
import { contractPaper } from '../../../shared/contracts/templates/paper.ts'
import type { ContractTemplate } from '../../../shared/contracts/templates/template.ts'
import { renderHtml } from '../../../shared/documents/html.ts'
import { saveFile } from '../../client.ts'
import { PaperPages } from '../../disputes/index.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useDelayed } from '../../ui/use-delayed.ts'
import type { Draft } from './draft-state.ts'
import { LawNames } from './law-names.tsx'
import { useLocalText } from './local-text.ts'

const settleMs = 250

/** A part that scrolls by itself and holds nothing to press: the keyboard reaches it to scroll. */
const reachable = { tabIndex: 0 }

/** The contract as it will print, following what is typed; or its clauses with what each means. */
export function ContractPreview({ template, draft }: { template: ContractTemplate; draft: Draft }) {
  const { t } = useTranslation('templates')
  const [view, setView] = useState<'paper' | 'notes'>('paper')
  const settled = useDelayed(draft, settleMs)
  const built = useMemo(
    () => buildContract(template, settled.values, settled.optionalClauses, null),
    [template, settled],
  )
  return (
    <aside className="draft-preview" aria-label={t('preview.title')}>
      <div className="row">
        <Segmented
          value={view}
          onChange={setView}
          options={[
            { value: 'paper', label: t('preview.paper') },
            { value: 'notes', label: t('preview.notes') },
          ]}
        />
        <span className="end" />
        <SavePreview template={template} draft={draft} />
      </div>
      <section className="draft-preview-body" aria-label={t('preview.title')} {...reachable}>
        {view === 'paper' ? <PreviewPaper built={built} /> : <ClauseNotes built={built} />}
      </section>
    </aside>
  )
}

function PreviewPaper({ built }: { built: BuiltContract }) {
  const { t } = useTranslation('templates')
  const html = useMemo(() => renderHtml(contractPaper(built, { contentSha256: null })), [built])
  return <PaperPages html={html} label={t('preview.paper')} />
}

/** Each clause in plain words, with the law it rests on. */
function ClauseNotes({ built }: { built: BuiltContract }) {
  const { t } = useTranslation('templates')
  const say = useLocalText()
  return (
    <ol className="clause-notes">
      {built.clauses.map((clause) => (
        <li key={clause.id}>
          <b>{clause.heading}</b>
          {clause.weighty ? <span className="soft">{t('clause.weighty')}</span> : null}
          <p>{say(clause.note)}</p>
          <LawNames ids={clause.lawIds} />
        </li>
      ))}
    </ol>
  )
}

function SavePreview({ template, draft }: { template: ContractTemplate; draft: Draft }) {
  const { t } = useTranslation('templates')
  const make = useCommand('contracts.previewTemplate')
  const save = async (format: 'pdf' | 'docx'): Promise<void> => {
    const made = await make.run({
      templateId: template.id,
      values: draft.values,
      optionalClauses: [...draft.optionalClauses],
      format,
    })
    if (made !== undefined) saveFile(made.file)
  }
  return (
    <>
      {(['pdf', 'docx'] as const).map((format) => (
        <Button
          key={format}
          size="small"
          icon={<Icon name="download" size={15} />}
          loading={make.busy}
          onClick={() => void save(format)}
        >
          {t(`preview.save.${format}`)}
        </Button>
      ))}
      {make.error === undefined ? null : <ErrorNote error={make.error} />}
    </>
  )
}
