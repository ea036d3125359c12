import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, fromDayNumber } from '../../shared/calendar.ts'
import { type ExampleFigures, inventedFigures } from '../../shared/contracts/example-figures.ts'
import type { AgreementScope } from '../../shared/contracts/scope.ts'
import { type WorkedMonth as Worked, workMonth } from '../../shared/contracts/worked-month.ts'
import { ComputeFault, type Formula, formulaText, type Step } from '../../shared/earnings/index.ts'
import type { PayTerms } from '../../shared/earnings/terms.ts'
import { officialCalendar } from '../../shared/official-calendar.ts'
import { today } from '../ui/due-date.tsx'
import { Icon } from '../ui/icons.tsx'
import { Money } from '../ui/money.tsx'
import { Term } from '../ui/term.tsx'
import { useDelayed } from '../ui/use-delayed.ts'
import { useQuery } from '../ui/use-query.ts'
import { termFaults } from './terms/terms-editor.tsx'

const settleMs = 120

/** One cycle by the terms beside it, computed anew as they are typed: on the person's own last month where there is one. */
export function WorkedMonth({ terms, scope }: { terms: PayTerms; scope: AgreementScope }) {
  const { t } = useTranslation('contracts')
  const settled = useDelayed(terms, settleMs)
  const { figures, isOwn, choice } = useFigures(scope)
  const isBroken = termFaults(settled).length > 0
  const result = useMemo(() => (isBroken ? undefined : tryToWork(settled, figures)), [settled, figures, isBroken])
  return (
    <aside className="worked card" aria-label={t('worked.title')}>
      <h2>{t('worked.title')}</h2>
      <div className="row">
        <span className={isOwn ? 'soft' : 'worked-example'}>{isOwn ? t('worked.own') : t('worked.example')}</span>
        {choice}
      </div>
      <div aria-live="polite">
        {isBroken ? <p className="soft">{t('worked.broken')}</p> : null}
        {result === 'too-large' ? <p className="field-problem">{t('worked.tooLarge')}</p> : null}
        {result === 'none' ? <p className="soft">{t('worked.none')}</p> : null}
        {typeof result === 'object' ? <WorkedSteps worked={result} terms={settled} /> : null}
      </div>
    </aside>
  )
}

/** The figures to try the terms on, and the choice between the two kinds where there are two. */
function useFigures(scope: AgreementScope) {
  const { t } = useTranslation('contracts')
  const [wantsOwn, setWantsOwn] = useState(true)
  const day = today()
  const own = useQuery('contracts.exampleFigures', { scope: useDelayed(scope, settleMs), onDay: day }).data?.figures
  const invented = useMemo(() => inventedFigures(addDays(`${day.slice(0, 8)}01`, -1)), [day])
  if (own === null || own === undefined) return { figures: invented, isOwn: false, choice: null }
  const choice = (
    <Segmented
      size="small"
      aria-label={t('worked.which')}
      value={wantsOwn ? 'own' : 'example'}
      onChange={(value) => setWantsOwn(value === 'own')}
      options={[
        { value: 'own', label: t('worked.useOwn') },
        { value: 'example', label: t('worked.useExample') },
      ]}
    />
  )
  return { figures: wantsOwn ? own : invented, isOwn: wantsOwn, choice }
}

function tryToWork(terms: PayTerms, figures: ExampleFigures): Worked | 'none' | 'too-large' {
  const year = Number(figures.to.slice(0, 4))
  try {
    return workMonth(terms, figures, officialCalendar(year - 1, year + 1)) ?? 'none'
  } catch (error) {
    if (error instanceof ComputeFault) return 'too-large'
    throw error
  }
}

function WorkedSteps({ worked, terms }: { worked: Worked; terms: PayTerms }) {
  const { t } = useTranslation('contracts')
  const { steps, expectedFen, dueDay } = worked.figures
  const bySession = terms.cycle === 'session'
  return (
    <>
      <p className="worked-total">
        <Term id="expected" />
        <Money fen={expectedFen} size="large" />
      </p>
      <p className="worked-due">
        <Term id="dueDate" />
        {dueDay === undefined ? (
          <span className="bad">{t('worked.noDue')}</span>
        ) : (
          <time dateTime={fromDayNumber(dueDay)}>{fromDayNumber(dueDay)}</time>
        )}
      </p>
      <p className="soft">
        {t('worked.input', { ...worked.inputs, cycle: bySession ? t('worked.session') : worked.cycle })}
      </p>
      <ol className="worked-steps">
        {steps.map((step) => (
          <WorkedStep key={`${step.kind}-${step.id}`} step={step} terms={terms} />
        ))}
      </ol>
      {worked.notes.map((note) => (
        <p key={note} className="soft worked-note">
          <Icon name="info" size={14} />
          {t(`worked.note.${note}`)}
        </p>
      ))}
    </>
  )
}

function WorkedStep({ step, terms }: { step: Step; terms: PayTerms }) {
  const { t } = useTranslation('contracts')
  const say = (formula: Formula): string => formulaText(formula, (key, params) => t(`earnings:${key}`, params))
  return (
    <li>
      <div>
        <div>{stepName(t, step, terms)}</div>
        <div className="soft">{say(step.formula)}</div>
        {step.basis === undefined ? null : <div className="soft">{say(step.basis)}</div>}
      </div>
      <Money fen={step.amountFen} />
    </li>
  )
}

function stepName(t: ReturnType<typeof useTranslation>['t'], step: Step, terms: PayTerms): string {
  if (step.kind === 'base' || step.kind === 'guarantee' || step.kind === 'recoup') return t(`worked.step.${step.kind}`)
  const lists = { commission: terms.commissions, slotFee: terms.slotFees, bonus: terms.bonuses }
  return lists[step.kind]?.find(({ id }) => id === step.id)?.label ?? step.id
}
