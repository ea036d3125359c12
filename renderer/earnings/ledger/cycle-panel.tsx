import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleDetail } from '../../../shared/earnings/ledger-shapes.ts'
import { goTo, hrefTo } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useSideTranslation, WordSide } from '../../ui/term.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { WaterfallChart } from '../../ui/chart/waterfall-chart.tsx'
import { CycleForm, type CycleFormKind } from '../forms/cycle-form.tsx'
import { cycleName } from './cycle-words.ts'
import { DeductionsSection } from './deductions-section.tsx'
import { PaymentsSection } from './payments-section.tsx'
import { DifferenceSection, FactsSection, InterestSection } from './panel-sections.tsx'
import { RowStatus } from './row-status.tsx'
import { StepsSection } from './steps-section.tsx'
import { TypedSection } from './typed-section.tsx'

interface CyclePanelProps {
  agreementId: string
  cycle: string
  asOf: string
  onClose: () => void
  /** Where the focus goes afterwards. */
  returnTo: () => HTMLElement | null
}

/** One cycle of one agreement opened: how the amount came about, what was taken, what was paid, what to do. */
export function CyclePanel({ agreementId, cycle, asOf, onClose, returnTo }: CyclePanelProps) {
  const { t } = useSideTranslation('ledger')
  const { data, error, reload } = useQuery('earnings.cycle', { agreementId, cycle, asOf })
  const [form, setForm] = useState<CycleFormKind>()
  if (data === undefined) {
    return (
      <SidePanel title="" label={t('title')} onClose={onClose} returnTo={returnTo}>
        {error === undefined ? <Loading rows={8} /> : <ErrorNote error={error} onRetry={reload} />}
      </SidePanel>
    )
  }
  const name = cycleName(t, cycle, data.row.from)
  const { self } = data.agreement
  return (
    <WordSide side={self === 'none' ? undefined : self}>
      <SidePanel
        label={t('panel.label', { title: data.agreement.title, cycle: name })}
        title={<PanelTitle detail={data} name={name} asOf={asOf} />}
        onClose={onClose}
        returnTo={returnTo}
        footer={<PanelActions detail={data} asOf={asOf} onForm={setForm} />}
      >
        <WaterfallChart figures={data.row} />
        {data.row.source === 'platform' ? <WithoutTerms agreementId={agreementId} /> : null}
        <StepsSection detail={data} />
        <TypedSection detail={data} />
        <DifferenceSection detail={data} onAcknowledge={() => setForm('acknowledgement')} />
        <DeductionsSection detail={data} />
        <PaymentsSection detail={data} cycleName={name} asOf={asOf} />
        <InterestSection detail={data} />
        <FactsSection detail={data} onAddEvent={() => setForm('event')} />
        {form === undefined ? null : (
          <CycleForm kind={form} detail={data} cycleName={name} onClose={() => setForm(undefined)} />
        )}
      </SidePanel>
    </WordSide>
  )
}

function PanelTitle({ detail, name, asOf }: { detail: CycleDetail; name: string; asOf: string }) {
  const { t } = useSideTranslation('ledger')
  const { row, agreement, dueFormula } = detail
  return (
    <>
      <div className="row panel-title">
        <h1>
          {agreement.title} <span className="keep">{name}</span>
        </h1>
        <RowStatus row={row} asOf={asOf} />
      </div>
      <p className="soft">
        {row.dueDate === null ? t('panel.noDue') : t('panel.due', { date: row.dueDate })}
        {dueFormula === null ? null : (
          <>
            {' '}
            · <DueWhy detail={detail} />
          </>
        )}
      </p>
    </>
  )
}

function DueWhy({ detail }: { detail: CycleDetail }) {
  const { t } = useTranslation('earnings')
  const formula = detail.dueFormula
  return formula === null ? null : t(`formulas.${formula.code}`, { ...formula.params })
}

function WithoutTerms({ agreementId }: { agreementId: string }) {
  const { t } = useSideTranslation('ledger')
  return (
    <div className="note row">
      <span>{t('panel.platform')}</span>
      <a className="end" href={hrefTo('contracts', { agreement: agreementId, edit: 'terms' })}>
        {t('panel.addTerms')}
      </a>
    </div>
  )
}

const moreForms = ['withholding', 'acknowledgement', 'event', 'cycle-total', 'cost'] as const
const formTitles: Record<(typeof moreForms)[number], string> = {
  withholding: 'withholding',
  acknowledgement: 'acknowledgement',
  event: 'event',
  'cycle-total': 'cycleTotal',
  cost: 'cost',
}

interface PanelActionsProps {
  detail: CycleDetail
  asOf: string
  onForm: (kind: CycleFormKind) => void
}

function PanelActions({ detail, asOf, onForm }: PanelActionsProps) {
  const { t } = useSideTranslation('ledger')
  const { message } = App.useApp()
  const open = useCommand('disputes.openCase')
  const { agreementId, cycle, outstandingFen, improperFen } = detail.row
  // One who pays demands nothing: what is open is theirs to pay.
  const owed = detail.agreement.self !== 'payer' && (outstandingFen > 0 || (improperFen ?? 0) > 0)
  const openCase = async (): Promise<void> => {
    const made = await open.run({ agreementId, cycles: [cycle], asOf })
    if (made === undefined) return
    void message.success(t('panel.caseOpened', { number: made.number }))
    goTo(`cases/${made.id}`)
  }
  if (open.busy) return <TaskProgress progress={open.progress} onCancel={open.cancel} />
  return (
    <>
      {open.error === undefined ? null : <ErrorNote error={open.error} onClose={open.clear} />}
      {owed ? (
        <>
          <Button type="primary" onClick={() => void openCase()}>
            {t('panel.case')}
          </Button>
          <Button href={hrefTo('ledger/letter', { agreement: agreementId, cycle, asOf })}>{t('panel.letter')}</Button>
        </>
      ) : null}
      <Button onClick={() => onForm('payment')}>{t('panel.pay')}</Button>
      <Button onClick={() => onForm('deduction')}>{t('panel.deduct')}</Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: moreForms.map((kind) => ({ key: kind, label: t(`form.${formTitles[kind]}`) })),
          onClick: ({ key }) => onForm(moreForms.find((kind) => kind === key) ?? 'withholding'),
        }}
      >
        <Button aria-label={t('panel.more')} icon={<Icon name="more" />} />
      </Dropdown>
    </>
  )
}
