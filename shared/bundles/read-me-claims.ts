import type { TFunction } from 'i18next'
import type { CaseClaim, CaseFile, ClaimCycle } from '../disputes/case-file.ts'
import { formatFen } from '../money.ts'
import { html, type Html } from './html.ts'

/** Words of the page (`bundles:readMe.…`), and all others by their full keys. */
export interface ReadMeWords {
  t: TFunction
  all: TFunction
}

/** Claims of READ-ME-FIRST: each with its cycles, how the amount comes about, and the deductions it disputes. */
export function readMeClaims(words: ReadMeWords, file: CaseFile): Html {
  const { t } = words
  return html`<section>
    <h2>${t('claims')}</h2>
    ${file.claims.map((claim, index) => claimBlock(words, claim, index + 1))} ${labourWay(words, file)}
    <p class="soft">${t('how')}</p>
  </section>`
}

/** Where the relation is undetermined, what it comes to the labour way (spec/disputes.md 'A case'). */
function labourWay({ all }: ReadMeWords, { labourWay: way }: CaseFile): Html {
  if (way === null) return html``
  const amounts = {
    outstanding: formatFen(way.totals.outstandingFen),
    interest: formatFen(way.totals.interestFen),
    total: formatFen(way.totals.totalFen),
  }
  return html`<p>${all('documents:labourWay', amounts)}</p>`
}

function claimBlock(words: ReadMeWords, claim: CaseClaim, number: number): Html {
  const { t, all } = words
  const laws = claim.lawIds.map((id) => all(`documents:law.${id}`)).join('、')
  return html`<h3>
      <span>${number}. ${t(`claim-kinds.${claim.kind}`)}</span><span class="amount">${formatFen(claim.totalFen)}</span>
    </h3>
    ${cycleTable(t, claim)}${deductionTable(words, claim)}
    ${claim.lawIds.length === 0 ? '' : html`<p class="soft">${t('laws', { laws })}</p>`}`
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
      <div class="soft">${cycle.from}<br />${cycle.to}</div>
    </td>
    <td class="date">${cycle.dueDate ?? '—'}${overdue}</td>
    ${money(cycle.expectedFen)}${money(cycle.withheldFen)}${money(cycle.allowedFen)}${money(cycle.paidFen)}${money(cycle.outstandingFen)}
    ${money(cycle.amountFen)}${money(cycle.interestFen)}
  </tr>`
}

function deductionTable({ t, all }: ReadMeWords, claim: CaseClaim): Html {
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
        <th>${t('columns.why')}</th>
      </tr>
    </thead>
    <tbody>
      ${claim.deductions.map(
        (deduction) =>
          html`<tr>
            <td>${deduction.cycle}</td>
            <td>${deduction.statedReason}</td>
            ${money(deduction.deductedFen)}${money(deduction.allowedFen)}
            <td>${all(`earnings:deductions.${deduction.whyCode}`, deduction.whyParams)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function money(amountFen: number): Html {
  return html`<td class="num">${formatFen(amountFen)}</td>`
}
