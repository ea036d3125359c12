import { useTranslation } from 'react-i18next'
import { compareSides } from '../../../shared/disputes/mediation/compare-sides.ts'
import { BundleFiles, type ReceivedViewProps } from '../../bundles/index.ts'
import { Money } from '../../ui/money.tsx'
import { ClaimsHead } from './claims-head.tsx'
import { SidesTable } from './sides-table.tsx'
import { StanceWord } from './stance-word.tsx'
import './workspace.css'

/** The other side's answer: claim by claim, then both sides' figures line by line, what is agreed and what is not. */
export function ReceivedResponse({ opened }: ReceivedViewProps) {
  const { t } = useTranslation('mediation')
  const { content } = opened
  if (content?.kind !== 'response') return null
  const response = content.data
  const figures = compareSides(response.cycles)
  const count = (state: string): number => figures.filter((figure) => figure.state === state).length
  const disputedFen = figures
    .filter(({ part, state }) => part === 'outstandingFen' && state === 'disputed')
    .reduce((sum, { differenceFen }) => sum + Math.abs(differenceFen ?? 0), 0)
  const paragraphs = response.statement.split(/\n+/).filter((line) => line.trim() !== '')
  return (
    <>
      <section className="card stack">
        <h2>{t('sides:response.of', { respondent: response.respondent, number: response.case.caseNumber })}</h2>
        <p>
          {t('sides:compare.summary', {
            agreed: count('agreed'),
            disputed: count('disputed'),
            unsaid: count('unsaid'),
          })}{' '}
          {disputedFen === 0 ? null : (
            <>
              {t('sides:compare.apart')} <Money fen={disputedFen} size="strong" />
            </>
          )}
        </p>
        <div className="received-scroll">
          <table className="plain-table">
            <ClaimsHead
              columns={[
                { title: t('findings.claim') },
                { title: t('findings.claimed'), isNumber: true },
                { title: t('sides:response.stance') },
                { title: t('readMe.ownAmount'), isNumber: true },
              ]}
            />
            <tbody>
              {response.claims.map((claim) => (
                <tr key={claim.claimId}>
                  <td>
                    {t(`kinds.${claim.kind}`)}
                    {claim.reason === '' ? null : <div className="soft reply-words">{claim.reason}</div>}
                  </td>
                  <td className="number">
                    <Money fen={claim.claimedFen} />
                  </td>
                  <td>
                    <StanceWord stance={claim.stance} />
                  </td>
                  <td className="number">{claim.stance === null ? '—' : <Money fen={claim.amountFen} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {paragraphs.map((text, index) => (
          <p key={`${index} ${text.slice(0, 20)}`} className="reply-words">
            {text}
          </p>
        ))}
      </section>
      <section className="card">
        <h2>{t('readMe.figures')}</h2>
        <SidesTable cycles={response.cycles} />
      </section>
      <BundleFiles
        id={opened.id}
        lists={[
          { title: t('readMe.evidence'), entries: opened.entries.filter(({ path }) => path.startsWith('evidence/')) },
        ]}
      />
    </>
  )
}
