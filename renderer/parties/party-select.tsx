import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Party } from '../../shared/parties/calls.ts'
import { Icon } from '../ui/icons.tsx'
import { useQuery } from '../ui/use-query.ts'
import { PartyDialog } from './party-dialog.tsx'

interface PartySelectProps {
  id: string
  value: string | undefined
  onChange: (id: string) => void
  placeholder: string
  /** A new one added from here is the person using this computer. */
  addsSelf?: boolean
  invalid?: boolean
}

/** Chooses a person or an organisation by any of its names, or adds one on the way. */
export function PartySelect({ id, value, onChange, placeholder, addsSelf = false, invalid = false }: PartySelectProps) {
  const { t } = useTranslation('parties')
  const { data } = useQuery('parties.list', {})
  const [adding, setAdding] = useState(false)
  return (
    <div className="party-select">
      <Select<string | null>
        id={id}
        showSearch={{ optionFilterProp: 'search' }}
        placeholder={placeholder}
        status={invalid ? 'error' : ''}
        value={data === undefined ? null : (value ?? null)}
        onChange={(chosen) => {
          if (chosen !== null) onChange(chosen)
        }}
        options={(data?.parties ?? []).map((party) => ({
          value: party.id,
          label: party.isSelf ? party.name + t('contracts:who.self') : party.name,
          search: searchText(party),
        }))}
      />
      <Button icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
        {t('list.add')}
      </Button>
      {adding ? (
        <PartyDialog
          startsAsSelf={addsSelf}
          onClose={() => setAdding(false)}
          onSaved={(party) => {
            setAdding(false)
            onChange(party.id)
          }}
        />
      ) : null}
    </div>
  )
}

function searchText(party: Party): string {
  return [party.name, ...party.alsoKnownAs, party.creditCode ?? ''].join(' ')
}
