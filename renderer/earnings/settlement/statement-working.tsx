import { useTranslation } from 'react-i18next'
import type { StatementContent, StatementItem } from '../../../shared/earnings/settlement-shapes.ts'
import { formatAmount } from '../../../shared/i18n/index.ts'
import { useFormulaText } from '../formula-text.ts'
import { cycleName } from '../ledger/cycle-words.ts'

/** How the other side came to its figures, step by step as the file says it; nothing is computed here. */
export function StatementWorking({ content }: { content: StatementContent }) {
  const { t } = useTranslation('settlement')
  return (
    <section className="card stack settlement-scroll">
      <h2>{t('received.working')}</h2>
      {content.items.map((item) => (
        <ItemWorking key={`${item.agreementId} ${item.cycle}`} item={item} />
      ))}
    </section>
  )
}

function ItemWorking({ item }: { item: StatementItem }) {
  const { t } = useTranslation('settlement')
  const formulaText = useFormulaText()
  const figures = [
    ['withheld', -item.withheldFen],
    ['allowed', -item.allowedFen],
    ['paid', -item.paidFen],
  ] as const
  const deductions = item.deductions.map(({ statedReason, amountFen, allowedFen }) =>
    t('received.deduction', { reason: statedReason, fen: amountFen, allowedFen }),
  )
  return (
    <div>
      <h3>
        {cycleName(t, item.cycle, item.from)} <span className="soft">{item.title}</span>
      </h3>
      <table className="plain-table">
        <tbody>
          {item.steps.map((step) => (
            <tr key={`${step.kind} ${step.id}`}>
              <th scope="row">{step.label === '' ? t(`documents:sheet.step.${step.kind}`) : step.label}</th>
              <td className="soft">
                {formulaText(step.formula)}
                {step.basis === null ? null : <div>{formulaText(step.basis)}</div>}
              </td>
              <td className="number">{formatAmount(step.amountFen)}</td>
            </tr>
          ))}
          {figures.map(([name, fen]) =>
            fen === 0 ? null : (
              <tr key={name}>
                <th scope="row" colSpan={2}>
                  {t(`paper.figures.${name}`)}
                </th>
                <td className="number">{formatAmount(fen)}</td>
              </tr>
            ),
          )}
          <tr>
            <th scope="row" colSpan={2}>
              {t('paper.figures.payable')}
            </th>
            <td className="number">
              <b>{formatAmount(item.payableFen)}</b>
            </td>
          </tr>
        </tbody>
      </table>
      {deductions.length === 0 ? null : (
        <p className="soft">{t('received.deductions', { list: deductions.join(t('run.comma')) })}</p>
      )}
    </div>
  )
}
