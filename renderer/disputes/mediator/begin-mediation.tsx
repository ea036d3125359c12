import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mediation } from '../../../shared/disputes/mediation/mediator-calls.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { CasePicture } from '../../ui/pictures.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'

/** A place of the mediator's own work: the work on this file once it is begun, before that what it is for and the button. */
export function WithMediation({ id, children }: { id: string; children: (mediation: Mediation) => ReactNode }) {
  const { t } = useTranslation('mediation')
  const { data, error, reload } = useQuery('disputes.mediation', { bundleId: id })
  const start = useCommand('disputes.startMediation')
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (data === undefined) return <Loading rows={6} />
  if (data.mediation !== null) return children(data.mediation)
  return (
    <>
      {start.error === undefined ? null : <ErrorNote error={start.error} />}
      <EmptyState
        title={t('begin.title')}
        purpose={t('begin.purpose')}
        picture={<CasePicture />}
        action={{ label: t('begin.action'), onClick: () => void start.run({ bundleId: id }) }}
      />
    </>
  )
}
