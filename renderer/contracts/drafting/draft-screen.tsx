import { useTranslation } from 'react-i18next'
import { startingClauses, startingValues } from '../../../shared/contracts/templates/values.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { FaultRegistry } from '../terms/faults.tsx'
import { ChooseTemplate } from './choose-template.tsx'
import { DraftForm } from './draft-form.tsx'
import './drafting.css'

interface DraftScreenProps {
  /** `new` or the id of a draft. */
  draft: string
  template: string | undefined
  /** A contract issued before that this one amends. */
  amends: string | undefined
}

/** Writing a contract on a template: choose one, then fill it in beside the page as it will print. */
export function DraftScreen({ draft, template, amends }: DraftScreenProps) {
  if (draft !== 'new') return <KeptDraft key={draft} id={draft} />
  if (template === undefined) return <ChooseTemplate amends={amends} />
  return <NewDraft key={template} templateId={template} amends={amends} />
}

function NewDraft({ templateId, amends }: { templateId: string; amends: string | undefined }) {
  const { data: template, error } = useQuery('contracts.template', { id: templateId })
  const amended = useQuery('contracts.get', amends === undefined ? undefined : { id: amends })
  const failure = error ?? amended.error
  if (failure !== undefined) return <ErrorNote error={failure} />
  if (template === undefined || (amends !== undefined && amended.data === undefined)) return <Loading rows={10} />
  const before = amended.data?.templateId === template.id ? amended.data : undefined
  return (
    <FaultRegistry>
      <DraftForm
        template={template}
        start={{
          values: before?.values ?? startingValues(template),
          optionalClauses: before?.optionalClauses ?? startingClauses(template),
          title: '',
        }}
        {...(amends === undefined ? {} : { amends })}
      />
    </FaultRegistry>
  )
}

function KeptDraft({ id }: { id: string }) {
  const { t } = useTranslation('templates')
  const draft = useQuery('contracts.get', { id })
  const templateId = draft.data?.templateId ?? undefined
  const template = useQuery('contracts.template', templateId === undefined ? undefined : { id: templateId })
  const failure = draft.error ?? template.error
  if (failure !== undefined) return <ErrorNote error={failure} />
  if (draft.data === undefined) return <Loading rows={10} />
  if (draft.data.state !== 'draft' || templateId === undefined) return <p className="soft">{t('form.notDraft')}</p>
  if (template.data === undefined) return <Loading rows={10} />
  const { values, optionalClauses, title } = draft.data
  return (
    <FaultRegistry>
      <DraftForm template={template.data} start={{ values, optionalClauses, title }} id={id} />
    </FaultRegistry>
  )
}
