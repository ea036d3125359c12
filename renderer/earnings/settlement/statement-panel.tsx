import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunStatement, SettlementRun } from '../../../shared/earnings/settlement-shapes.ts'
import { saveFile } from '../../client.ts'
import { PaperPages } from '../../disputes/index.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Money } from '../../ui/money.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { Status } from '../../ui/status.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { VoidButton } from '../forms/void-button.tsx'
import { useStatementFiles } from './use-statement-files.ts'

type Paper = 'statement' | 'confirmation'
const papers = ['statement', 'confirmation'] as const

interface StatementPanelProps {
  run: SettlementRun
  statement: RunStatement
  onClose: () => void
}

/** One payee's statement: its papers as pages, the file to hand over, and what was paid for it. */
export function StatementPanel({ run, statement, onClose }: StatementPanelProps) {
  const { t } = useTranslation('settlement')
  const [paper, setPaper] = useState<Paper>('statement')
  const title = t('statement.title', { payee: statement.payee.name })
  const files = useStatementFiles(run)
  return (
    <SidePanel
      label={title}
      title={<h1>{title}</h1>}
      onClose={onClose}
      footer={
        run.voidedAt === null ? (
          <Button
            type="primary"
            icon={<Icon name="download" size={16} />}
            loading={files.busy}
            title={t('statement.boanHelp')}
            onClick={() => void files.exportOne(statement.id)}
          >
            {t('statement.boan')}
          </Button>
        ) : null
      }
    >
      <div className="stack">
        <Segmented<Paper>
          value={paper}
          onChange={setPaper}
          options={papers.map((value) => ({ value, label: t(`statement.papers.${value}`) }))}
        />
        {files.busy ? <TaskProgress progress={files.progress} onCancel={files.cancel} /> : null}
        {files.error === undefined ? null : <ErrorNote error={files.error} onClose={files.clear} />}
        <StatementPages key={paper} statementId={statement.id} paper={paper} />
        <Payments statement={statement} />
      </div>
    </SidePanel>
  )
}

function StatementPages({ statementId, paper }: { statementId: string; paper: Paper }) {
  const { t } = useTranslation('settlement')
  const preview = useQuery('earnings.renderStatement', { statementId, paper, format: 'html' })
  const make = useCommand('earnings.renderStatement')
  const save = async (format: 'pdf' | 'docx'): Promise<void> => {
    const made = await make.run({ statementId, paper, format })
    if (made !== undefined) saveFile(made.file)
  }
  return (
    <>
      <div className="row">
        {(['pdf', 'docx'] as const).map((format) => (
          <Button
            key={format}
            size="small"
            icon={<Icon name="download" size={14} />}
            loading={make.busy}
            onClick={() => void save(format)}
          >
            {t(`statement.${format}`)}
          </Button>
        ))}
      </div>
      {make.error === undefined ? null : <ErrorNote error={make.error} onClose={make.clear} />}
      {preview.error === undefined ? null : <ErrorNote error={preview.error} onRetry={preview.reload} />}
      {preview.data === undefined ? (
        <Loading rows={8} />
      ) : (
        <PaperPages html={preview.data.text ?? ''} label={t('statement.label')} />
      )}
    </>
  )
}

function Payments({ statement }: { statement: RunStatement }) {
  const { t } = useTranslation('settlement')
  return (
    <section>
      <h2>{t('statement.payments')}</h2>
      {statement.payments.length === 0 ? (
        <p className="soft">{t('statement.noPayments')}</p>
      ) : (
        <ul className="lines">
          {statement.payments.map((payment) => (
            <li key={payment.id}>
              <span>
                {payment.date}
                <br />
                <span className="soft">
                  {[payment.channel, payment.reference].filter((part) => part !== '').join(' · ')}
                </span>
              </span>
              <span className="row">
                <Money fen={payment.amountFen} />
                <VoidButton kind="payment" id={payment.id} name={`${statement.payee.name} ${payment.date}`} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <Status tone={statement.state === 'paid' ? 'good' : 'plain'}>
        {t(`run.states.${statement.state}`, { fen: statement.paidFen })}
      </Status>
    </section>
  )
}
