import type { TFunction } from 'i18next'
import type { CaseClaim, CaseFile, ClaimCycle } from '../disputes/case-file.ts'
import { formatFen } from '../money.ts'
import { html, type Html } from './html.ts'

/** Claims of READ-ME-FIRST: each with its cycles, how the amount comes about, and the deductions it disputes. */
export function readMeClaims(t: TFunction, file: CaseFile): Html {
  return html`<section>
    <h2>${t('claims')}</h2>
    ${file.claims.map((claim, index) => claimBlock(t, claim, index + 1))}
    <p class="soft">${t('how')}</p>
  </section>`
}

function claimBlock(t: TFunction, claim: CaseClaim, number: number): Html {
  return html`<h3>
      <span>${number}. ${t(`claim-kinds.${claim.kind}`)}</span><span class="amount">${formatFen(claim.totalFen)}</span>
    </h3>
    ${cycleTable(t, claim)}${deductionTable(t, claim)}
    ${claim.lawIds.length === 0 ? '' : html`<p class="soft">${t('laws', { ids: claim.lawIds.join('、') })}</p>`}`
}

function cycleTable(t: TFunction, claim: CaseClaim): Html {
  const heads = ['expected', 'withheld', 'allowed', 'paid', 'outstanding', 'amount', 'interest'] as const
  return html`<table class="figures-table">
    <thead>
      <tr>
        <th>${t('columns.cycle')}</th>
        <th>${t('columns.due')}</th>
        ${heads.map((head) => html`<th class="num">${t(`columns.${head}`)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${claim.cycles.map((cycle) => cycleRow(t, cycle))}
    </tbody>
    <tfoot>
      <tr>
        <td colspan="7">${t('columns.sum')} · ${t('interest-to', { date: claim.interestTo })}</td>
        ${money(claim.amountFen)}${money(claim.interestFen)}
      </tr>
    </tfoot>
  </table>`
}

function cycleRow(t: TFunction, cycle: ClaimCycle): Html {
  const overdue =
    cycle.overdueDays > 0 ? html`<div class="soft">${t('overdue', { days: cycle.overdueDays })}</div>` : ''
  return html`<tr>
    <td>
      ${cycle.cycle}
      <div class="soft">${cycle.from} – ${cycle.to}</div>
    </td>
    <td>${cycle.dueDate ?? '—'}${overdue}</td>
    ${money(cycle.expectedFen)}${money(cycle.withheldFen)}${money(cycle.allowedFen)}${money(cycle.paidFen)}${money(cycle.outstandingFen)}
    ${money(cycle.amountFen)}${money(cycle.interestFen)}
  </tr>`
}

function deductionTable(t: TFunction, claim: CaseClaim): Html {
  if (claim.deductions.length === 0) return html``
  return html`<table class="figures-table">
    <caption>
      ${t('deductions')}
    </caption>
    <thead>
      <tr>
        <th>${t('columns.cycle')}</th>
        <th>${t('columns.reason')}</th>
        <th class="num">${t('columns.deducted')}</th>
        <th class="num">${t('columns.allowed')}</th>
      </tr>
    </thead>
    <tbody>
      ${claim.deductions.map(
        (deduction) =>
          html`<tr>
            <td>${deduction.cycle}</td>
            <td>${deduction.statedReason}</td>
            ${money(deduction.deductedFen)}${money(deduction.allowedFen)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

function money(amountFen: number): Html {
  return html`<td class="num">${formatFen(amountFen)}</td>`
}
