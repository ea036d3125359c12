import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { relations } from '../../../shared/earnings/vocabulary.ts'
import type { CaseView } from '../../../shared/disputes/views.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Money } from '../../ui/money.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { ClaimCard } from './claim-card.tsx'
import { CyclePicker } from './cycle-picker.tsx'

/** 请求: what is claimed with its working, for which cycles, on which relation and to which day. */
export function ClaimsPlace({ view }: { view: CaseView }) {
  const { t } = useTranslation('disputes')
  return (
    <>
      <ClaimBasis view={view} />
      {view.claims.map((claim, index) => (
        <ClaimCard key={claim.id} claim={claim} number={index + 1} />
      ))}
      <section className="card claim-total">
        <span>{t('claims.total', { asOf: view.asOf })}</span>
        <span className="soft">
          {t('claims.totalParts', { outstandingFen: view.totals.outstandingFen, interestFen: view.totals.interestFen })}
        </span>
        <Money fen={view.totals.totalFen} size="large" />
      </section>
      <LabourWay view={view} />
      <CyclePicker view={view} />
    </>
  )
}

function ClaimBasis({ view }: { view: CaseView }) {
  const { t } = useTranslation('disputes')
  const update = useCommand('disputes.updateCase')
  return (
    <section className="card">
      <div className="form-pair">
        <Field label={t('claims.relation')} help={t(`claims.relationHelp.${view.relation}`)}>
          {(id) => (
            <Select
              id={id}
              value={view.relation}
              loading={update.busy}
              onChange={(relation) => void update.run({ id: view.id, relation })}
              options={relations.map((value) => ({ value, label: t(`documents:relation.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t('claims.asOf')} help={t('claims.asOfHelp')}>
          {(id) => (
            <DateInput
              id={id}
              value={view.asOf}
              onChange={(asOf) => asOf !== undefined && void update.run({ id: view.id, asOf })}
            />
          )}
        </Field>
      </div>
      {update.error === undefined ? null : <ErrorNote error={update.error} />}
    </section>
  )
}

/** Where nobody has decided yet whether it is a labour relation, the other way is shown beside (spec/disputes.md 'A case'). */
function LabourWay({ view }: { view: CaseView }) {
  const { t } = useTranslation('disputes')
  if (view.labourWay === null) return null
  return (
    <section className="card">
      <h2>{t('claims.labourWay')}</h2>
      <p className="soft">{t('claims.labourWayHelp')}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('claims.claim')}</th>
            <th scope="col" className="number">
              {t('claims.civilWay')}
            </th>
            <th scope="col" className="number">
              {t('claims.labour')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(['unpaid-pay', 'improper-deduction'] as const).map((kind) => (
            <tr key={kind}>
              <td>{t(`claims.kind.${kind}`)}</td>
              {[view.claims, view.labourWay?.claims ?? []].map((claims, index) => (
                <td key={index === 0 ? 'civil' : 'labour'} className="number">
                  <Money fen={claims.find((claim) => claim.kind === kind)?.totalFen ?? 0} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
