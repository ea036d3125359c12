import { useTranslation } from 'react-i18next'
import type { ReplyFile } from '../../../shared/disputes/mediation/reply-file.ts'
import { Money } from '../../ui/money.tsx'
import { Status } from '../../ui/status.tsx'
import { useCycleName } from '../case/use-words.ts'
import { ClaimsHead } from './claims-head.tsx'
import { verdictTones } from './findings-card.tsx'

/** What a mediator found about each claim, beside what is claimed, and what it comes to. */
export function ReplyFindings({ reply: { proposal } }: { reply: ReplyFile }) {
  const { t } = useTranslation('mediation')
  const cycleName = useCycleName()
  if (proposal === null) return <p className="soft">{t('reply.noProposal')}</p>
  return (
    <div className="received-scroll">
      <table className="plain-table">
        <ClaimsHead
          columns={[
            { title: t('findings.claim') },
            { title: t('findings.claimed'), isNumber: true },
            { title: t('findings.verdict') },
            { title: t('findings.found'), isNumber: true },
          ]}
        />
        <tbody>
          {proposal.lines.map((line) => {
            const kind = t(`kinds.${line.kind}`)
            return (
              <tr key={`${line.claimId} ${line.agreementId} ${line.cycle}`}>
                <td>
                  {line.cycle === null ? kind : t('ofCycle', { cycle: cycleName(line.cycle, line.from), kind })}
                  {line.reason === '' ? null : <div className="soft reply-words">{line.reason}</div>}
                </td>
                <td className="number">
                  <Money fen={line.claimedFen} />
                </td>
                <td>
                  <Status tone={line.verdict === null ? 'plain' : verdictTones[line.verdict]}>
                    {t(`verdicts.${line.verdict ?? 'undecided'}`)}
                  </Status>
                </td>
                <td className="number">
                  <Money fen={line.amountFen} />
                </td>
              </tr>
            )
          })}
          <tr>
            <td>{t('proposal.interest')}</td>
            <td className="number">
              <Money fen={proposal.lines.reduce((sum, line) => sum + line.claimedInterestFen, 0)} />
            </td>
            <td className="soft">
              {t(`proposal.choices.${proposal.interest}`, { amountFen: proposal.foundInterestFen })}
            </td>
            <td className="number">
              <Money fen={proposal.interestFen} />
            </td>
          </tr>
          <tr className="sides-sum">
            <td>{t('proposal.total')}</td>
            <td className="number">
              <Money fen={proposal.claimedFen} size="strong" />
            </td>
            <td>—</td>
            <td className="number">
              <Money fen={proposal.totalFen} size="strong" />
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

/** The payments that a reply proposes. */
export function ReplyPlan({ reply: { plan, words } }: { reply: ReplyFile }) {
  const { t } = useTranslation('mediation')
  if (plan.length === 0) return null
  return (
    <>
      <h3>{t('plan.title')}</h3>
      <ul className="lines">
        {plan.map(({ date, amountFen }, index) => (
          <li key={date}>
            <span>
              {t('plan.number', { number: index + 1 })} · {date}
            </span>
            <Money fen={amountFen} />
          </li>
        ))}
      </ul>
      {words.account === '' ? null : <p className="soft">{t('readMe.account', { account: words.account })}</p>}
    </>
  )
}

/** Sessions as the mediator minuted them. */
export function ReplySessions({ reply: { sessions } }: { reply: ReplyFile }) {
  const { t } = useTranslation('mediation')
  if (sessions.length === 0) return null
  return (
    <>
      <h3>{t('session.title')}</h3>
      <ul className="ask-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <div className="row">
              <b>{session.date}</b>
              <span className="soft">
                {[session.place, session.attendees].filter((part) => part !== '').join(' · ')}
              </span>
            </div>
            <p className="reply-words">{session.minutes}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
