import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OpenedBundle } from '../../../shared/bundles/calls.ts'
import { BundleFiles, type ReceivedViewProps } from '../../bundles/index.ts'
import { goTo, hrefTo } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { Icon } from '../../ui/icons.tsx'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { ReplyFindings, ReplyPlan, ReplySessions } from './reply-content.tsx'
import './workspace.css'

/** A received mediation reply: the proposal first, then what is asked, and one button that joins it to the case it answers. */
export function ReceivedReply({ opened }: ReceivedViewProps) {
  const { t } = useTranslation('mediation')
  const { content } = opened
  if (content?.kind !== 'mediation-reply') return null
  const reply = content.data
  return (
    <>
      <section className="card stack">
        <div className="row">
          <h2>{t('reply.of', { number: reply.case.caseNumber, title: reply.title })}</h2>
        </div>
        <Joining opened={opened} caseId={reply.case.caseId} />
      </section>
      <section className="card stack">
        <h2>{t('readMe.findings')}</h2>
        <ReplyFindings reply={reply} />
        <ReplyPlan reply={reply} />
        {reply.questions.length === 0 ? null : (
          <>
            <h3>{t('readMe.questions')}</h3>
            <ul className="ask-list">
              {reply.questions.map((question) => (
                <li key={question.id}>
                  <b>{t(`ask.to.${question.to}`)}</b>
                  <p className="reply-words">{question.text}</p>
                </li>
              ))}
            </ul>
          </>
        )}
        <ReplySessions reply={reply} />
      </section>
      <BundleFiles
        id={opened.id}
        lists={[
          { title: t('reply.papers'), entries: opened.entries.filter(({ path }) => path.startsWith('documents/')) },
        ]}
      />
    </>
  )
}

/** Joins the reply to the case that it answers; once it is there, where and since when. */
function Joining({ opened, caseId }: { opened: OpenedBundle; caseId: string }) {
  const { t } = useTranslation('mediation')
  // A case that is not on this computer has nothing joined: joining says so.
  const { data } = useQuery('disputes.caseMediation', { caseId })
  const join = useCommand('disputes.joinReply')
  const joined = data?.replies.find(({ bundleId }) => bundleId === opened.id)
  const run = async (): Promise<void> => {
    const done = await join.run({ bundleId: opened.id })
    if (done !== undefined) goTo(`cases/${done.caseId}/mediation`)
  }
  if (joined !== undefined) {
    return (
      <div className="row">
        <Status tone="good">{t('reply.joined', { date: shanghaiClock(joined.joinedAt) })}</Status>
        <a href={hrefTo(`cases/${caseId}/mediation`)}>{t('reply.seeCase')}</a>
      </div>
    )
  }
  return (
    <>
      <div className="row">
        <Button
          type="primary"
          size="large"
          icon={<Icon name="scales" />}
          disabled={!opened.verification.ok}
          loading={join.busy}
          onClick={() => void run()}
        >
          {t('reply.join')}
        </Button>
        <span className="soft">{t(opened.verification.ok ? 'reply.joinHelp' : 'reply.notWhole')}</span>
      </div>
      {join.error === undefined ? null : <ErrorNote error={join.error} />}
    </>
  )
}
