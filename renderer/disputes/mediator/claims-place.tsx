import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownCase } from '../../../shared/bundles/contents.ts'
import type { ReceivedAnswer } from '../../../shared/disputes/mediation/response-calls.ts'
import { hrefTo } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Figure } from '../../ui/figure.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { Money } from '../../ui/money.tsx'
import { Status } from '../../ui/status.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { useCycleName } from '../case/use-words.ts'
import { admittedTotalFen, type ClaimRow, claimRows, withAnswer } from './claim-rows.ts'
import { ClaimsHead } from './claims-head.tsx'
import { PartiesCard } from './parties-card.tsx'
import { StanceWord } from './stance-word.tsx'
import { WorkingPanel } from './working-panel.tsx'

/** 请求和金额: each amount with what the other side admits of it; every amount opens its working. */
export function ClaimsPlace({ id, file }: { id: string; file: ShownCase }) {
  const { t } = useTranslation('mediator')
  const [shown, setShown] = useState<ClaimRow>()
  const { caseId, caseNumber } = file
  const answers = useQuery('disputes.answersTo', { caseId, caseNumber })
  // The last one made is what the other side says now.
  const answer = answers.data?.answers[0]
  const namesOf = (side: string): string =>
    file.parties
      .filter((party) => party.side === side)
      .map((party) => party.name)
      .join(t('documents:words.listComma'))
  const paragraphs = file.statement.split(/\n+/).filter((line) => line.trim() !== '')
  return (
    <div className={shown === undefined ? 'stack' : 'received-with-panel'}>
      <div className="stack">
        <section className="card stack">
          <div className="row">
            <h2>
              {t('claims.applicant', { names: namesOf('applicant') })} ·{' '}
              {t('claims.respondent', { names: namesOf('respondent') })}
            </h2>
          </div>
          <div className="received-scroll">
            <ClaimsTable file={file} answer={answer} onOpen={setShown} />
          </div>
          {answers.error === undefined ? null : <ErrorNote error={answers.error} onRetry={answers.reload} />}
          {answer === undefined ? null : <AnswerNote answer={answer} />}
          {file.labourWay === null ? null : (
            <p className="note note-plain">{t('claims.labourWay', { totalFen: file.labourWay.totals.totalFen })}</p>
          )}
          <Warnings file={file} />
        </section>
        {paragraphs.length === 0 ? null : (
          <section className="card">
            <h2>{t('claims.statement')}</h2>
            {paragraphs.map((text, index) => (
              <p key={`${index} ${text.slice(0, 20)}`} className="mediator-words">
                {text}
              </p>
            ))}
          </section>
        )}
        <PartiesCard file={file} />
      </div>
      {shown === undefined ? null : (
        <WorkingPanel
          key={`${shown.part.agreementId} ${shown.part.cycle}`}
          id={id}
          part={shown.part}
          onClose={() => setShown(undefined)}
        />
      )}
    </div>
  )
}

interface ClaimsTableProps {
  file: ShownCase
  answer: ReceivedAnswer | undefined
  onOpen: (row: ClaimRow) => void
}

function ClaimsTable({ file, answer, onOpen }: ClaimsTableProps) {
  const { t } = useTranslation('mediator')
  const stated = claimRows(file.claims)
  const rows = answer === undefined ? stated : withAnswer(stated, answer.claims)
  const admittedFen = answer === undefined ? file.totals.undisputedFen : admittedTotalFen(stated, answer.claims)
  return (
    <table className="plain-table">
      <ClaimsHead
        columns={[
          { title: t('claims.claim') },
          { title: t('claims.stated'), isNumber: true },
          { title: t('claims.admitted'), isNumber: true },
        ]}
        last={t('claims.compare')}
      />
      <tbody>
        {rows.map((row) => (
          <ClaimLine
            key={`${row.kind} ${row.part.agreementId} ${row.part.cycle} ${row.statedFen}`}
            row={row}
            onOpen={onOpen}
          />
        ))}
        <tr className="mediator-total">
          <th scope="row">{t('claims.total')}</th>
          <td className="number">
            <Money fen={file.totals.totalFen} size="strong" />
          </td>
          <td className="number">
            <Money fen={admittedFen} size="strong" />
          </td>
          <td className="soft">{t('claims.asOf', { asOf: file.asOf })}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** Whose answer the column of what is admitted comes from, and what it says about each claim. */
function AnswerNote({ answer }: { answer: ReceivedAnswer }) {
  const { t } = useTranslation('mediator')
  const said = answer.claims.filter(({ stance }) => stance !== null)
  return (
    <section className="note note-plain" aria-label={t('claims.answer')}>
      <a href={hrefTo(`received/${answer.bundleId}`)}>
        {t('claims.answeredBy', { respondent: answer.respondent, date: shanghaiClock(answer.exportedAt) })}
      </a>
      {said.length === 0 ? (
        <p className="soft">{t('claims.answerSilent')}</p>
      ) : (
        <ul className="lines">
          {said.map((claim) => (
            <li key={claim.claimId}>
              <div>
                <span className="row">
                  {t(`mediation:kinds.${claim.kind}`)} <StanceWord stance={claim.stance} />
                </span>
                {claim.reason === '' ? null : <p className="soft mediator-words">{claim.reason}</p>}
              </div>
              <Money fen={claim.amountFen} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ClaimLine({ row, onOpen }: { row: ClaimRow; onOpen: (row: ClaimRow) => void }) {
  const { t } = useTranslation('mediator')
  const cycleName = useCycleName()
  const { part, kind, statedFen, admittedFen, admittedBy, interestTo } = row
  const title = t(`claims.${kind}`, {
    cycle: cycleName(part.cycle, part.from),
    to: interestTo,
    reasons: row.reasons.map((reason) => t('claims.reason', { reason })).join(''),
  })
  return (
    <tr>
      <td>
        {title}
        {part.overdueDays > 0 ? <div className="soft">{t('claims.overdue', { days: part.overdueDays })}</div> : null}
      </td>
      <td className="number">
        <Figure label={title} fen={statedFen} onOpen={() => onOpen(row)} />
      </td>
      <td className="number">
        {admittedFen === null ? (
          <span className="soft">{admittedBy === 'response' ? t('claims.inAnswer') : '—'}</span>
        ) : (
          <>
            <Money fen={admittedFen} />
            {admittedBy === 'response' ? <div className="soft">{t('claims.byAnswer')}</div> : null}
          </>
        )}
      </td>
      <td>{admittedFen === statedFen ? <Status tone="good">{t('claims.agreed')}</Status> : null}</td>
    </tr>
  )
}

/** What the sender's own BoAn marked as weak: it travels with the case. */
function Warnings({ file }: { file: ShownCase }) {
  const { t } = useTranslation('mediator')
  const warnings = [...new Set(file.claims.flatMap((claim) => claim.warnings))]
  if (warnings.length === 0) return null
  return (
    <p className="row soft">
      {t('claims.warnings')}
      {warnings.map((warning) => (
        <Status key={warning} tone="warn">
          {t(`disputes:warnings.${warning}`)}
        </Status>
      ))}
    </p>
  )
}
