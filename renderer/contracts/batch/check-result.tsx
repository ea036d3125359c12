import { Button, Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { Status } from '../../ui/status.tsx'
import { AccountMatches } from './account-matches.tsx'

interface CheckResultProps {
  checked: Output<'contracts.checkRoster'>
  busy: boolean
  onIssue: (leaveOutFaulty: boolean) => void
}

/** A roster with more faults than this is mended in the spreadsheet, not here. */
const mostShown = 200

/** Every row's errors and warnings at once, before anything is made; then the step that makes the drafts. */
export function CheckResult({ checked, busy, onIssue }: CheckResultProps) {
  const { t } = useTranslation('roster')
  const [leavesOut, setLeavesOut] = useState(false)
  const place = useRef<HTMLElement>(null)
  // The result stands below a long form: who asked for it should not have to look for it.
  useEffect(() => {
    if (checked.rows.length > 0) place.current?.scrollIntoView({ block: 'start' })
  }, [checked])
  const { rows, faults, ready } = checked
  const faulty = rows.length - ready
  const warnings = faults.filter(({ severity }) => severity === 'warning').length
  const count = leavesOut || faulty === 0 ? ready : 0
  return (
    <section ref={place} className="card stack batch-result" aria-label={t('result.title')} aria-live="polite">
      <div className="row">
        <h2>{t('result.title')}</h2>
        <Status tone="good">{t('result.ready', { ready })}</Status>
        {faulty === 0 ? null : <Status tone="bad">{t('result.faulty', { count: faulty })}</Status>}
        {warnings === 0 ? null : <Status tone="warn">{t('result.warnings', { count: warnings })}</Status>}
      </div>
      {faults.length === 0 ? <p>{t('result.allGood', { count: rows.length })}</p> : <FaultTable checked={checked} />}
      {faults.length > mostShown ? (
        <p className="soft">{t('result.more', { count: faults.length - mostShown })}</p>
      ) : null}
      <AccountMatches rows={rows} />
      {faulty === 0 || ready === 0 ? null : (
        <Checkbox checked={leavesOut} onChange={(event) => setLeavesOut(event.target.checked)}>
          {t('result.leaveOut')}
        </Checkbox>
      )}
      <div className="row">
        <Button type="primary" loading={busy} disabled={count === 0} onClick={() => onIssue(leavesOut)}>
          {t('result.issue', { count })}
        </Button>
      </div>
    </section>
  )
}

function FaultTable({ checked: { rows, faults } }: Pick<CheckResultProps, 'checked'>) {
  const { t } = useTranslation('roster')
  const names = new Map(rows.map(({ row, name }) => [row, name]))
  const sorted = faults.toSorted(
    (a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.severity < b.severity ? -1 : Number(a.severity > b.severity)),
  )
  return (
    <div className="register-scroll">
      <table className="plain-table roster-faults">
        <thead>
          <tr>
            <th scope="col">{t('result.row')}</th>
            <th scope="col">{t('result.name')}</th>
            <th scope="col">{t('result.column')}</th>
            <th scope="col">{t('result.value')}</th>
            <th scope="col">{t('result.problem')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, mostShown).map((fault) => (
            <tr key={JSON.stringify(fault)}>
              <td>{fault.row ?? t('result.everyRow')}</td>
              <td>{fault.row === null ? '' : names.get(fault.row)}</td>
              <td>{fault.column}</td>
              <td className="roster-value">{fault.value}</td>
              <td>
                <Status tone={fault.severity === 'error' ? 'bad' : 'warn'}>
                  {t(`result.severity.${fault.severity}`)}
                </Status>{' '}
                {t(fault.sentence, { ...fault.params, value: fault.value, column: fault.column })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
