import { Button, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ContractFault } from '../../../shared/contracts/templates/faults.ts'
import type { ContractTemplate } from '../../../shared/contracts/templates/template.ts'
import { Icon } from '../../ui/icons.tsx'
import { Status } from '../../ui/status.tsx'
import { fieldAnchor } from './field-anchor.ts'
import { useLocalText } from './local-text.ts'

interface DraftBarProps {
  template: ContractTemplate
  faults: readonly ContractFault[]
  /** Fields that hold something unreadable. */
  unreadable: number
  busy: boolean
  /** What is on screen is what is kept. */
  isKept: boolean
  onCancel: () => void
  onSave: () => void
  onGoOn: () => void
}

/** What is still missing, one press away, and the two ways on; always in sight. */
export function DraftBar({ template, faults, unreadable, busy, isKept, onCancel, onSave, onGoOn }: DraftBarProps) {
  const { t } = useTranslation('templates')
  const errors = faults.filter(({ severity }) => severity === 'error')
  const warnings = faults.length - errors.length
  return (
    <div className="save-bar draft-bar">
      <Popover
        trigger="click"
        placement="topLeft"
        content={<FaultList template={template} faults={faults} unreadable={unreadable} />}
      >
        <button type="button" className="bare-button draft-state">
          {errors.length + unreadable === 0 ? (
            <Status tone="good">{t('bar.complete')}</Status>
          ) : (
            <Status tone="bad">{t('bar.errors', { errors: errors.length + unreadable })}</Status>
          )}
          {warnings === 0 ? null : <Status tone="warn">{t('bar.warnings', { warnings })}</Status>}
          <Icon name="up" size={15} />
        </button>
      </Popover>
      <span className="soft end">{isKept ? t('bar.kept') : t('bar.notKept')}</span>
      <Button onClick={onCancel}>{t('app:action.cancel')}</Button>
      <Button loading={busy} onClick={onSave}>
        {t('bar.save')}
      </Button>
      <Button type="primary" loading={busy} onClick={onGoOn}>
        {t('bar.goOn')}
      </Button>
    </div>
  )
}

function FaultList({ template, faults, unreadable }: Pick<DraftBarProps, 'template' | 'faults' | 'unreadable'>) {
  const { t } = useTranslation('templates')
  const say = useLocalText()
  const labels = new Map(template.variables.map(({ name, label }) => [name, say(label)]))
  if (faults.length + unreadable === 0) return <p className="soft">{t('bar.nothing')}</p>
  return (
    <ul className="draft-faults">
      {unreadable === 0 ? null : <li>{t('bar.unreadable')}</li>}
      {faults.map((fault) => (
        <li key={`${fault.variable}-${fault.code}-${JSON.stringify(fault.params)}`}>
          <Icon name={fault.severity === 'error' ? 'dot' : 'warn'} size={14} />
          <button type="button" className="bare-button link-button" onClick={() => jumpTo(fault.variable)}>
            {fault.variable === null ? t('bar.whole') : labels.get(fault.variable)}
          </button>
          <span className="soft">{t(`contract-faults:fault.${fault.code}`, fault.params)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Brings a field into sight and puts the focus on it. */
function jumpTo(variable: string | null): void {
  const place = variable === null ? null : document.getElementById(fieldAnchor(variable))
  place?.scrollIntoView({ block: 'center' })
  place?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
}
