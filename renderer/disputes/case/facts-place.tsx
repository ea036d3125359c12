import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseFact } from '../../../shared/disputes/case-file.ts'
import type { CaseView } from '../../../shared/disputes/views.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { FactForm } from './fact-form.tsx'
import { Limits } from './limits.tsx'
import { OwnWords } from './own-words.tsx'
import { Timeline } from './timeline.tsx'

/** 事实: the person's own words, the timeline that records tell, and the days that must not be missed. */
export function FactsPlace({ view }: { view: CaseView }) {
  const { t } = useTranslation('disputes')
  const [edited, setEdited] = useState<CaseFact | 'new'>()
  return (
    <>
      <OwnWords view={view} />
      <section className="card stack">
        <div className="row">
          <h2>{t('facts-place.timeline')}</h2>
          <Button className="end" icon={<Icon name="plus" size={16} />} onClick={() => setEdited('new')}>
            {t('facts-place.add')}
          </Button>
        </div>
        <ChangedRecords view={view} />
        <Timeline view={view} onEdit={setEdited} />
      </section>
      <Limits view={view} />
      {edited === undefined ? null : <FactForm view={view} fact={edited} onClose={() => setEdited(undefined)} />}
    </>
  )
}

/** Records have changed since the timeline was made from them: one click brings it up to date. */
function ChangedRecords({ view }: { view: CaseView }) {
  const { t } = useTranslation('disputes')
  const refresh = useCommand('disputes.refreshCase')
  const changed = view.missing.find((item) => item.code === 'records-changed')
  if (changed === undefined) return null
  return (
    <div className="note row">
      <span>{t('missing.records-changed', changed.params)}</span>
      <Button size="small" className="end" loading={refresh.busy} onClick={() => void refresh.run({ id: view.id })}>
        {t('facts-place.refresh')}
      </Button>
      {refresh.error === undefined ? null : <ErrorNote error={refresh.error} />}
    </div>
  )
}
