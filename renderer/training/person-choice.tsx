import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PartySelect } from '../parties/index.ts'
import { useApp } from '../shell/app-store.ts'
import { Field } from '../ui/field.tsx'
import { useQuery } from '../ui/use-query.ts'

interface PersonChoiceProps {
  /** Undefined: the person using this computer. */
  chosen: string | undefined
  onChoose: (id: string | undefined) => void
}

/** Whose training one looks at; only where there is more than one person to choose from. */
export function PersonChoice({ chosen, onChoose }: PersonChoiceProps) {
  const { t } = useTranslation('training')
  const self = useApp((state) => state.status?.settings.selfPartyId ?? null)
  const { data } = useQuery('parties.list', {})
  const people = (data?.parties ?? []).filter((party) => party.kind === 'person' || party.id === self)
  if (self === null || people.length < 2) return null
  return (
    <Select
      className="end person-choice"
      aria-label={t('person.label')}
      showSearch={{ optionFilterProp: 'label' }}
      value={chosen ?? self}
      onChange={(id) => onChoose(id === self ? undefined : id)}
      options={people.map(({ id, name }) => ({ value: id, label: id === self ? t('person.self', { name }) : name }))}
    />
  )
}

/** The chosen person's id, or one's own; asks who one is while that is not known. */
export function WithPerson({
  chosen,
  children,
}: {
  chosen: string | undefined
  children: (partyId: string) => ReactNode
}) {
  const { t } = useTranslation('training')
  const self = useApp((state) => state.status?.settings.selfPartyId ?? null)
  const saveSettings = useApp((state) => state.saveSettings)
  const partyId = chosen ?? self
  if (partyId !== null) return children(partyId)
  return (
    <section className="card stack who-am-i">
      <div>
        <h2>{t('person.none')}</h2>
        <p className="soft">{t('person.noneText')}</p>
      </div>
      <Field label={t('person.label')}>
        {(id) => (
          <PartySelect
            id={id}
            value={undefined}
            addsSelf
            placeholder={t('person.choose')}
            onChange={(selfPartyId) => void saveSettings({ selfPartyId })}
          />
        )}
      </Field>
    </section>
  )
}
