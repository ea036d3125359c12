import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { type Audience, audienceSchema } from '../../../shared/disputes/case-file.ts'
import type { CaseView } from '../../../shared/disputes/views.ts'
import { saveFile } from '../../client.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { ExportHistory, ExportResult } from './export-result.tsx'
import { WhoSeesWhat } from './who-sees-what.tsx'

type Exported = Output<'disputes.exportCase'>

/** 提交: for whom, what they will see, then one signed file; and what has left before. */
export function SubmitPlace({ view }: { view: CaseView }) {
  const { t } = useTranslation('disputes')
  const [audience, setAudience] = useState<Audience>('mediator')
  const [result, setResult] = useState<Exported>()
  const making = useCommand('disputes.exportCase')
  const noting = useCommand('disputes.noteExport')
  const make = async (): Promise<void> => {
    setResult(undefined)
    const made = await making.run({ caseId: view.id, audience })
    if (made === undefined) return
    saveFile(made.file)
    const { file, manifestSha256, fingerprint, moment } = made
    await noting.run({
      caseId: view.id,
      audience,
      moment,
      fileName: file.name,
      manifestSha256,
      fingerprint,
    })
    setResult(made)
  }
  const must = view.missing.filter((item) => item.weight === 'must').length
  return (
    <>
      <section className="card">
        <h2>{t('submit.audience')}</h2>
        <Radio.Group
          className="audience-choice"
          value={audience}
          aria-label={t('submit.audience')}
          onChange={(event) => setAudience(event.target.value as Audience)}
        >
          {audienceSchema.options.map((value) => (
            <Radio key={value} value={value}>
              <strong>{t(`audiences.${value}.name`)}</strong>
              <span className="soft">{t(`audiences.${value}.about`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </section>
      <WhoSeesWhat view={view} audience={audience} />
      <section className="card stack">
        {must === 0 ? null : <p className="note">{t('submit.stillMissing', { count: must })}</p>}
        {making.error === undefined ? null : <ErrorNote error={making.error} />}
        {noting.error === undefined ? null : <ErrorNote error={noting.error} />}
        {making.busy ? (
          <TaskProgress progress={making.progress} onCancel={making.cancel} />
        ) : (
          <div className="row">
            <Button type="primary" size="large" icon={<Icon name="lock" />} onClick={() => void make()}>
              {t('submit.make', { audience: t(`audiences.${audience}.name`) })}
            </Button>
            <span className="soft">{t('submit.makeHelp')}</span>
          </div>
        )}
        {result === undefined ? null : <ExportResult result={result} />}
      </section>
      <ExportHistory view={view} />
    </>
  )
}
