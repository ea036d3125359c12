import { useTranslation } from 'react-i18next'
import { shortFingerprint } from '../../../shared/bundles/bag.ts'
import type { CaseMediation, CaseReply } from '../../../shared/disputes/mediation/party-calls.ts'
import type { CaseView } from '../../../shared/disputes/views.ts'
import { goTo, hrefTo } from '../../shell/route.ts'
import { DueDate } from '../../ui/due-date.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { Loading } from '../../ui/loading.tsx'
import { CasePicture } from '../../ui/pictures.tsx'
import { Status } from '../../ui/status.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { ReplyFindings, ReplyPlan, ReplySessions } from '../mediator/reply-content.tsx'
import '../mediator/workspace.css'
import { InstalmentsCard } from './instalments-card.tsx'
import { AcceptProposal, QuestionsToAnswer } from './reply-acts.tsx'
import { StepsCard } from './steps-card.tsx'

/** 调解: what the mediator sent back, apart from the party's own part; what is asked, proposed, and followed to the last payment. */
export function MediationPlace({ view }: { view: CaseView }) {
  const { t } = useTranslation('mediation')
  const { data, error, reload } = useQuery('disputes.caseMediation', { caseId: view.id })
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (data === undefined) return <Loading rows={6} />
  return (
    <>
      {data.replies.length === 0 ? (
        <EmptyState
          title={t('party.emptyTitle')}
          purpose={t('party.emptyPurpose')}
          picture={<CasePicture />}
          action={{ label: t('party.emptyAction'), onClick: () => goTo('received') }}
        />
      ) : null}
      {data.replies.map((reply, index) => (
        <ReplyParts key={reply.id} reply={reply} mediation={data} parties={view.parties} isNewest={index === 0} />
      ))}
      <DatesCard mediation={data} />
      <StepsCard caseId={view.id} steps={data.steps} />
    </>
  )
}

interface ReplyPartsProps {
  reply: CaseReply
  mediation: CaseMediation
  parties: CaseView['parties']
  isNewest: boolean
}

function ReplyParts({ reply, mediation, parties, isNewest }: ReplyPartsProps) {
  const { t } = useTranslation('mediation')
  return (
    <>
      <section className="card stack">
        <div className="row">
          <h2>{t('party.from', { sender: reply.sender })}</h2>
          {isNewest ? null : <Status tone="plain">{t('party.earlier')}</Status>}
          <a className="end" href={hrefTo(`received/${reply.bundleId}`)}>
            {t('party.openFile')}
          </a>
        </div>
        <p className="soft">
          {t('party.joined', { date: shanghaiClock(reply.joinedAt), fingerprint: shortFingerprint(reply.fingerprint) })}{' '}
          {reply.answersExportOf === null
            ? t('party.unknownExport')
            : t('party.answersExport', { date: shanghaiClock(reply.answersExportOf) })}
        </p>
        <ReplyFindings reply={reply.reply} />
        <ReplyPlan reply={reply.reply} />
        <AcceptProposal reply={reply} />
      </section>
      {reply.acceptedAt === null || reply.instalments.length === 0 ? null : (
        <InstalmentsCard reply={reply} payments={mediation.payments} parties={parties} />
      )}
      <QuestionsToAnswer reply={reply} />
      {reply.reply.sessions.length === 0 ? null : (
        <section className="card">
          <ReplySessions reply={reply.reply} />
        </section>
      )}
    </>
  )
}

/** The days to keep of this case. */
function DatesCard({ mediation: { dates } }: { mediation: CaseMediation }) {
  const { t } = useTranslation('mediation')
  if (dates.length === 0) return null
  return (
    <section className="card">
      <h2>{t('party.dates')}</h2>
      <ul className="lines">
        {dates.map((one) => (
          <li key={one.id}>
            <div>
              {t(`dates.${one.kind}`, one.params)}
              {one.lawId === null ? null : <div className="soft">{t(`documents:law.${one.lawId}`)}</div>}
            </div>
            <DueDate date={one.date} />
          </li>
        ))}
      </ul>
    </section>
  )
}
