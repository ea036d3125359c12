import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { casePartySchema } from '../../../shared/disputes/case-file.ts'
import type { CaseView } from '../../../shared/disputes/views.ts'
import { hrefTo } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'

const sides = casePartySchema.shape.side.options
/** What papers ask of a party; the others are good to have. */
const asked = ['idCard', 'creditCode', 'legalRepresentative', 'phone', 'address']

/** Who is in the case and on which side, and what the papers still need to know of them. */
export function CaseParties({ view }: { view: CaseView }) {
  const { t } = useTranslation('disputes')
  const set = useCommand('disputes.setParty')
  const [adding, setAdding] = useState(false)
  return (
    <section className="card">
      <div className="row">
        <h2>{t('parties.title')}</h2>
        <Button className="end" size="small" icon={<Icon name="plus" size={15} />} onClick={() => setAdding(true)}>
          {t('parties.add')}
        </Button>
      </div>
      <ul className="lines">
        {view.parties.map((party) => (
          <PartyLine key={party.id} view={view} party={party} />
        ))}
      </ul>
      {adding ? (
        <PartyAdder
          view={view}
          onAdd={(partyId) =>
            void set.run({ caseId: view.id, partyId, side: 'representative' }).then(() => setAdding(false))
          }
        />
      ) : null}
      {set.error === undefined ? null : <ErrorNote error={set.error} />}
    </section>
  )
}

function PartyLine({ view, party }: { view: CaseView; party: CaseView['parties'][number] }) {
  const { t } = useTranslation('disputes')
  const set = useCommand('disputes.setParty')
  const fits =
    party.kind === 'person'
      ? (field: string) => field !== 'creditCode' && field !== 'legalRepresentative'
      : (field: string) => field !== 'idCard'
  const lacks = asked.filter((field) => fits(field) && party.lacks.includes(field))
  const isLast = view.parties.filter((other) => other.side === party.side).length === 1
  const isNeeded = isLast && (party.side === 'applicant' || party.side === 'respondent')
  return (
    <li>
      <Select
        size="small"
        className="party-side"
        value={party.side}
        disabled={isNeeded || set.busy}
        aria-label={t('parties.sideOf', { name: party.name })}
        onChange={(side) => void set.run({ caseId: view.id, partyId: party.id, side })}
        options={sides.map((value) => ({ value, label: t(`sides.${value}`) }))}
      />
      <span className="party-words">
        <a href={hrefTo('contracts', { party: party.id })}>{party.name}</a>
        {lacks.length === 0 ? (
          <Status tone="good">{t('parties.complete')}</Status>
        ) : (
          <Status tone="warn">
            {t('parties.lacks', {
              fields: lacks.map((field) => t(`fields.${field}`)).join(t('documents:words.listComma')),
            })}
          </Status>
        )}
      </span>
      <Button
        type="text"
        size="small"
        disabled={isNeeded}
        aria-label={t('parties.remove', { name: party.name })}
        icon={<Icon name="close" size={15} />}
        onClick={() => void set.run({ caseId: view.id, partyId: party.id, side: null })}
      />
    </li>
  )
}

function PartyAdder({ view, onAdd }: { view: CaseView; onAdd: (partyId: string) => void }) {
  const { t } = useTranslation('disputes')
  const { data } = useQuery('parties.list', {})
  const known = new Set(view.parties.map((party) => party.id))
  const others = (data?.parties ?? []).filter((party) => !known.has(party.id))
  if (data !== undefined && others.length === 0) {
    return (
      <p className="soft">
        {t('parties.noneLeft')} <a href={hrefTo('contracts')}>{t('parties.toParties')}</a>
      </p>
    )
  }
  return (
    <Select
      className="party-adder"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('parties.choose')}
      aria-label={t('parties.choose')}
      loading={data === undefined}
      onChange={onAdd}
      options={others.map((party) => ({ value: party.id, label: party.name }))}
    />
  )
}
