import type { TFunction } from 'i18next'
import { shanghaiDate } from '../calendar.ts'
import type { CaseEvidence, CaseFile } from '../disputes/case-file.ts'
import { html, type Html, hrefOf } from './html.ts'

/** The evidence list of READ-ME-FIRST, each piece with a link to the file beside the page and its SHA-256. */
export function readMeEvidence(t: TFunction, file: CaseFile): Html {
  if (file.evidence.length === 0) return html``
  const heads = ['number', 'name', 'source', 'purpose', 'file'] as const
  return html`<section>
    <h2>${t('evidence')}</h2>
    <table class="evidence">
      <thead>
        <tr>
          ${heads.map((head) => html`<th>${t(`evidence-columns.${head}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${file.evidence.map((piece) => evidenceRow(t, piece))}
      </tbody>
    </table>
  </section>`
}

function evidenceRow(t: TFunction, piece: CaseEvidence): Html {
  const about = [
    t(`evidence-kinds.${piece.kind}`),
    ...(piece.pages === null ? [] : [t('pages', { pages: piece.pages })]),
  ]
  const link =
    piece.file === null
      ? html`<span class="soft">${t('not-along')}</span>`
      : html`<a href="${hrefOf(piece.file)}">${piece.file}</a>`
  const redacted =
    piece.redactedOf === null
      ? ''
      : html`<div class="soft">${t('redacted', { what: piece.redaction, sha256: piece.redactedOf })}</div>`
  return html`<tr>
    <td class="date">${t('evidence-number', { number: piece.number })}</td>
    <td>
      ${piece.title}
      <div class="soft">${about.join(' · ')}</div>
    </td>
    <td>${sourceLines(t, piece).map((line) => html`<div>${line}</div>`)}</td>
    <td>${piece.purpose}</td>
    <td>
      ${link}
      <div class="hash">${piece.sha256}</div>
      ${redacted}
    </td>
  </tr>`
}

function sourceLines(t: TFunction, piece: CaseEvidence): string[] {
  const place = [piece.originalPlace, t(`holders.${piece.originalHolder}`)].filter((part) => part !== '').join(' · ')
  return [
    piece.source,
    piece.takenBy === '' ? '' : t('taken-by', { name: piece.takenBy }),
    piece.takenAt === null ? '' : t('taken', { when: piece.takenAt }),
    t('imported', { date: shanghaiDate(piece.importedAt) }),
    t('original', { place }),
  ].filter((line) => line !== '')
}
