import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../shared/earnings/ledger-shapes.ts'
import { hrefTo } from '../shell/route.ts'
import { useApp, type AppStatus } from '../shell/app-store.ts'

const importAfterMs = 30 * 86_400_000
const backupAfterMs = 7 * 86_400_000

interface NextStep {
  key: string
  params: Record<string, string | number>
  href: string
}

/** What to do next, each one click away; the most telling first. */
export function StepsCard({ overview }: { overview: Overview }) {
  const { t } = useTranslation('home')
  const status = useApp((state) => state.status)
  const [openedAtMs] = useState(Date.now)
  const steps = status === undefined ? [] : nextSteps(overview, status, openedAtMs)
  return (
    <section className="card">
      <h2>{t('steps.title')}</h2>
      {steps.length === 0 ? (
        <p className="soft">{t('steps.none')}</p>
      ) : (
        <ul className="lines">
          {steps.slice(0, 5).map((step) => (
            <li key={`${step.key} ${step.href}`}>
              <span>{t(`steps.${step.key}`, step.params)}</span>
              <Button href={step.href}>{t(`steps.${step.key}Do`)}</Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function nextSteps(overview: Overview, status: AppStatus, nowMs: number): NextStep[] {
  const { faulty, withoutTerms, unassigned, improperDeductions } = overview
  const lines = unassigned.reduce((sum, one) => sum + one.lines, 0)
  const older = (moment: string | null, limitMs: number): boolean =>
    moment === null || nowMs - Date.parse(moment) > limitMs
  return [
    ...(unassigned.length === 0
      ? []
      : [{ key: 'assign', params: { lines }, href: hrefTo('contracts', { agreement: 'new' }) }]),
    ...faulty.map(({ id, name }) => ({ key: 'mend', params: { name }, href: hrefTo('contracts', { agreement: id }) })),
    ...withoutTerms.map(({ id, name }) => ({
      key: 'terms',
      params: { name },
      href: hrefTo('contracts', { agreement: id, edit: 'terms' }),
    })),
    ...(improperDeductions === 0
      ? []
      : [{ key: 'deductions', params: { count: improperDeductions }, href: hrefTo('ledger', { view: 'list' }) }]),
    ...(older(status.lastImportAt, importAfterMs) ? [{ key: 'import', params: {}, href: hrefTo('import') }] : []),
    ...(older(status.lastBackupAt, backupAfterMs) ? [{ key: 'backup', params: {}, href: hrefTo('settings') }] : []),
  ]
}
