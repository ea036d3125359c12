import type { TFunction } from 'i18next'
import { html, type Html } from '../../bundles/html.ts'
import { readMePage, readMeProves, readMeVerifying } from '../../bundles/read-me-frame.ts'
import { createI18n } from '../../i18n/index.ts'
import { formatFen } from '../../money.ts'
import { compareSides } from './compare-sides.ts'
import { type AnswerReadMe, answerHeader, cycleName, filesPart } from './read-me-reply.ts'
import type { ResponseFile } from './response-file.ts'

/**
 * READ-ME-FIRST.html of the other side's answer: each claim agreed or not, the two sides' figures line by line, the answerer's own
 * words and evidence. The same input gives the same bytes.
 */
export function buildResponseReadMe({
  response,
  sender,
  names,
  fingerprint,
}: AnswerReadMe & { response: ResponseFile }): string {
  const chinese = createI18n('zh')
  const t = chinese.getFixedT('zh', 'mediation')
  const frame = chinese.getFixedT('zh', 'bundles', 'readMe')
  const title = t('readMe.responseTitle', { number: response.case.caseNumber })
  return readMePage(`${title} · ${response.title}`, [
    answerHeader(t, { title, lead: response.title, sender, moment: response.exportedAt, version: response.appVersion }),
    claimsPart(t, response),
    figuresPart(t, response),
    statementPart(t, response),
    evidencePart(t, response),
    filesPart(
      t,
      frame,
      response.evidence.flatMap(({ file }) => file ?? []),
      names.content,
    ),
    readMeProves(frame, fingerprint),
    readMeVerifying(frame, names),
  ])
}

function claimsPart(t: TFunction, { claims }: ResponseFile): Html {
  return html`<section>
    <h2>${t('readMe.claims')}</h2>
    <table>
      <thead>
        <tr>
          <th>${t('readMe.claim')}</th>
          <th class="num">${t('readMe.claimed')}</th>
          <th>${t('readMe.stance')}</th>
          <th class="num">${t('readMe.ownAmount')}</th>
          <th>${t('readMe.reason')}</th>
        </tr>
      </thead>
      ${claims.map(
        ({ kind, claimedFen, stance, amountFen, reason }) =>
          html`<tr>
            <td>${t(`kinds.${kind}`)}</td>
            <td class="num">${formatFen(claimedFen)}</td>
            <td>${t(`stances.${stance ?? 'unsaid'}`)}</td>
            <td class="num">${stance === null ? '—' : formatFen(amountFen)}</td>
            <td>${reason}</td>
          </tr>`,
      )}
    </table>
  </section>`
}

function figuresPart(t: TFunction, { cycles }: ResponseFile): Html {
  const figures = compareSides(cycles).filter(({ state }) => state !== 'unsaid')
  if (figures.length === 0) return html``
  return html`<section>
    <h2>${t('readMe.figures')}</h2>
    <table>
      <thead>
        <tr>
          <th>${t('readMe.cycle')}</th>
          <th>${t('readMe.part')}</th>
          <th class="num">${t('readMe.applicant')}</th>
          <th class="num">${t('readMe.respondent')}</th>
          <th class="num">${t('readMe.difference')}</th>
        </tr>
      </thead>
      ${figures.map(
        (one) =>
          html`<tr>
            <td>${cycleName(t, one.cycle, one.from)}</td>
            <td>${t(`parts.${one.part}`)}</td>
            <td class="num">${formatFen(one.applicantFen)}</td>
            <td class="num">${one.respondentFen === null ? '—' : formatFen(one.respondentFen)}</td>
            <td class="num">${one.differenceFen === null ? '—' : formatFen(one.differenceFen)}</td>
          </tr>`,
      )}
    </table>
  </section>`
}

function statementPart(t: TFunction, { statement }: ResponseFile): Html {
  const paragraphs = statement.split(/\n+/).filter((line) => line.trim() !== '')
  if (paragraphs.length === 0) return html``
  return html`<section>
    <h2>${t('readMe.statement')}</h2>
    ${paragraphs.map((text) => html`<p>${text}</p>`)}
  </section>`
}

function evidencePart(t: TFunction, { evidence }: ResponseFile): Html {
  if (evidence.length === 0) return html``
  return html`<section>
    <h2>${t('readMe.evidence')}</h2>
    <table>
      ${evidence.map(
        ({ number, title, purpose, sha256 }) =>
          html`<tr>
            <td class="date">${t('readMe.evidenceNumber', { number })}</td>
            <td>
              <b>${title}</b>
              <p>${purpose}</p>
              <p class="hash">${sha256}</p>
            </td>
          </tr>`,
      )}
    </table>
  </section>`
}
