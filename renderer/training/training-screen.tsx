import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../shell/app-store.ts'
import { goTo, useRoute } from '../shell/route.ts'
import { CertificatesPlace } from './certificates/certificates-place.tsx'
import { LearnPlace } from './learn/index.ts'
import { LogPlace } from './log/log-place.tsx'
import { PersonChoice, WithPerson } from './person-choice.tsx'
import { PlanPlace } from './plan/plan-place.tsx'
import { RosterPlace } from './roster/roster-place.tsx'
import { StandardPlace } from './standard/standard-place.tsx'
import './training.css'

/**
 * 培训: `training` the log, `training/plan`, `/certificates`, `/learn`, `/roster`, `/standard`; `person=<id>` someone else's than one's
 * own.
 */
export function TrainingScreen() {
  const { t } = useTranslation('training')
  const { path, params } = useRoute()
  const pays = useApp((state) =>
    (state.status?.settings.roles ?? []).some((role) => role === 'agency' || role === 'merchant'),
  )
  const person = params.get('person') ?? undefined
  const places: Record<string, ReactNode> = {
    log: <WithPerson chosen={person}>{(partyId) => <LogPlace key={partyId} partyId={partyId} />}</WithPerson>,
    plan: <WithPerson chosen={person}>{(partyId) => <PlanPlace key={partyId} partyId={partyId} />}</WithPerson>,
    certificates: (
      <WithPerson chosen={person}>{(partyId) => <CertificatesPlace key={partyId} partyId={partyId} />}</WithPerson>
    ),
    learn: <LearnPlace />,
    ...(pays ? { roster: <RosterPlace /> } : {}),
    standard: <StandardPlace />,
  }
  const place = path[1] !== undefined && path[1] in places ? path[1] : 'log'
  const isPersonal = place === 'log' || place === 'plan' || place === 'certificates'
  return (
    <div className="stack training">
      <div className="row">
        <h1>{t('title')}</h1>
        {isPersonal ? <PersonChoice chosen={person} onChoose={(id) => goTo(path.join('/'), { person: id })} /> : null}
      </div>
      <Tabs
        activeKey={place}
        onChange={(key) => goTo(key === 'log' ? 'training' : `training/${key}`, { person })}
        destroyOnHidden
        items={Object.entries(places).map(([key, children]) => ({ key, label: t(`tabs.${key}`), children }))}
      />
    </div>
  )
}
