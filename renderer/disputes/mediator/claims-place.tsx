import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownCase } from '../../../shared/bundles/contents.ts'
import { Figure } from '../../ui/figure.tsx'
import { Money } from '../../ui/money.tsx'
import { Status } from '../../ui/status.tsx'
import { useCycleName } from '../case/use-words.ts'
import { type ClaimRow, claimRows } from './claim-rows.ts'
import { PartiesCard } from './parties-card.tsx'
import { WorkingPanel } from './working-panel.tsx'

/** 请求和金额: each amount with what the other side admits of it; every amount opens its working. */
export function ClaimsPlace({ id, file }: { id: string; file: ShownCase }) {
  const { t } = useTranslation('mediator')
  const [shown, setShown] = useState<ClaimRow>()
  const namesOf = (side: string): string =>
    file.parties
      .filter((party) => party.side === side)
      .map((party) => party.name)
      .join('、')
  const paragraphs = file.statement.split(/\n+/).filter((line) => line.trim() !== '')
  return (
    <div className={shown === undefined ? 'stack' : 'received-with-panel'}>
      <div className="stack">
        <section className="card">
          <div className="row">
            <h2>
              {t('claims.applicant', { names: namesOf('applicant') })} ·{' '}
              {t('claims.respondent', { names: namesOf('respondent') })}
            </h2>
          </div>
          <div className="received-scroll">
            <ClaimsTable file={file} onOpen={setShown} />
          </div>
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

function ClaimsTable({ file, onOpen }: { file: ShownCase; onOpen: (row: ClaimRow) => void }) {
  const { t } = useTranslation('mediator')
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('claims.claim')}</th>
          <th scope="col" className="number">
            {t('claims.stated')}
          </th>
          <th scope="col" className="number">
            {t('claims.admitted')}
          </th>
          <th scope="col">
            <span className="visually-hidden">{t('claims.compare')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {claimRows(file.claims).map((row) => (
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
            <Money fen={file.totals.undisputedFen} size="strong" />
          </td>
          <td className="soft">{t('claims.asOf', { asOf: file.asOf })}</td>
        </tr>
      </tbody>
    </table>
  )
}

function ClaimLine({ row, onOpen }: { row: ClaimRow; onOpen: (row: ClaimRow) => void }) {
  const { t } = useTranslation('mediator')
  const cycleName = useCycleName()
  const { part, kind, statedFen, admittedFen, interestTo } = row
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
      <td className="number">{admittedFen === null ? <span className="soft">—</span> : <Money fen={admittedFen} />}</td>
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
