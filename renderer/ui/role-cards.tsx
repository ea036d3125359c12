import { useTranslation } from 'react-i18next'
import type { Role } from '../../shared/app/calls.ts'
import { Icon, type IconName } from './icons.tsx'

const roles: { role: Role; icon: IconName }[] = [
  { role: 'streamer', icon: 'person' },
  { role: 'merchant', icon: 'shop' },
  { role: 'agency', icon: 'agency' },
  { role: 'mediator', icon: 'scales' },
]

/** Four cards to say who one is; the order of choosing is kept, the first choice leads. */
export function RoleCards({ chosen, onChange }: { chosen: Role[]; onChange: (roles: Role[]) => void }) {
  const { t } = useTranslation()
  const toggle = (role: Role): void =>
    onChange(chosen.includes(role) ? chosen.filter((other) => other !== role) : [...chosen, role])
  return (
    <div className="choice-cards">
      {roles.map(({ role, icon }) => {
        const on = chosen.includes(role)
        return (
          <button
            key={role}
            type="button"
            className={on ? 'bare-button choice-card on' : 'bare-button choice-card'}
            aria-pressed={on}
            onClick={() => toggle(role)}
          >
            <Icon name={icon} size={28} />
            <b>{t(`role.${role}`)}</b>
            <span className="soft">{t(`home:first.${role}`)}</span>
            {on ? <Icon name="check" className="choice-mark" /> : null}
          </button>
        )
      })}
    </div>
  )
}
