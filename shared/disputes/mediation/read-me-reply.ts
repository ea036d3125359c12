import type { TFunction } from 'i18next'
import { html, type Html } from '../../bundles/html.ts'
import {
  type BundleNames,
  fileLink,
  fileRow,
  readMePage,
  readMeProves,
  readMeVerifying,
} from '../../bundles/read-me-frame.ts'
import { shanghaiDate } from '../../calendar.ts'
import { createI18n } from '../../i18n/index.ts'
import { formatFen } from '../../money.ts'
import { cycleWords } from '../papers/words.ts'
import type { Proposal, ProposalLine } from './proposal.ts'
import type { ReplyFile } from './reply-file.ts'
import type { Question } from './shapes.ts'

export interface AnswerReadMe {
  sender: string
  names: BundleNames
  fingerprint: string
}

/**
 * READ-ME-FIRST.html of a mediation reply: the proposal, what was found and why, the plan, what is asked of whom, the files beside
 * it and how to check them with stock tools. The same input gives the same bytes.
 */
export function buildReplyReadMe({ reply, sender, names, fingerprint }: AnswerReadMe & { reply: ReplyFile }): string {
  const chinese = createI18n('zh')
  const t = chinese.getFixedT('zh', 'mediation')
  const frame = chinese.getFixedT('zh', 'bundles', 'readMe')
  const title = t('readMe.replyTitle', { number: reply.case.caseNumber })
  return readMePage(`${title} · ${reply.title}`, [
    answerHeader(t, { title, lead: reply.title, sender, moment: reply.exportedAt, version: reply.appVersion }),
    proposalPart(t, reply.proposal),
    planPart(t, reply),
    questionsPart(t, reply.questions),
    sessionsPart(t, reply),
    filesPart(
      t,
      frame,
      reply.documents.map(({ file }) => file),
      names.content,
    ),
    readMeProves(frame, fingerprint),
    readMeVerifying(frame, names),
  ])
}

/** Who made the page, when, about what. */
export function answerHeader(
  t: TFunction,
  input: { title: string; lead: string; sender: string; moment: string; version: string },
): Html {
  return html`<header>
    <p class="kicker">${t('bundles:readMe.heading')}</p>
    <h1>${input.title}</h1>
    <p class="lead">${input.lead}</p>
    <p class="soft">
      ${t('readMe.made', { sender: input.sender, date: shanghaiDate(input.moment), version: input.version })}
    </p>
  </header>`
}

/** Files beside the page: papers or evidence, and the content itself. */
export function filesPart(t: TFunction, frame: TFunction, files: readonly string[], content: string): Html {
  return html`<section>
    <h2>${frame('files')}</h2>
    <table>
      ${fileRow(t('readMe.files'), files.map(fileLink))} ${fileRow(frame('file-content'), [fileLink(content)])}
    </table>
  </section>`
}

/** A cycle's name in Chinese. */
export function cycleName(t: TFunction, cycle: string, from: string): string {
  return cycleWords((key, params) => t(`documents:${key}`, params ?? {}), cycle, from)
}

function proposalPart(t: TFunction, proposal: Proposal | null): Html {
  if (proposal === null) return html``
  return html`<section class="figures">
      <div>
        <p>${t('readMe.total')}</p>
        <p class="big">${formatFen(proposal.totalFen)}</p>
        <p class="soft">${t('readMe.totalNote', { ...proposal })}</p>
      </div>
    </section>
    <section>
      <h2>${t('readMe.findings')}</h2>
      <table>
        <thead>
          <tr>
            <th>${t('readMe.claim')}</th>
            <th class="num">${t('readMe.claimed')}</th>
            <th>${t('readMe.verdict')}</th>
            <th class="num">${t('readMe.found')}</th>
            <th>${t('readMe.reason')}</th>
          </tr>
        </thead>
        ${proposal.lines.map(
          (line) =>
            html`<tr>
              <td>${lineName(t, line)}</td>
              <td class="num">${formatFen(line.claimedFen)}</td>
              <td>${t(`verdicts.${line.verdict ?? 'undecided'}`)}</td>
              <td class="num">${formatFen(line.amountFen)}</td>
              <td>${line.reason}</td>
            </tr>`,
        )}
      </table>
    </section>`
}

function lineName(t: TFunction, line: ProposalLine): string {
  const kind = t(`kinds.${line.kind}`)
  return line.cycle === null ? kind : t('ofCycle', { cycle: cycleName(t, line.cycle, line.from), kind })
}

function planPart(t: TFunction, { plan, words }: ReplyFile): Html {
  if (plan.length === 0) return html``
  return html`<section>
    <h2>${t('readMe.plan')}</h2>
    <table>
      ${plan.map(
        ({ date, amountFen }, index) =>
          html`<tr>
            <td>${t('plan.number', { number: index + 1 })}</td>
            <td class="date">${date}</td>
            <td class="num">${formatFen(amountFen)}</td>
          </tr>`,
      )}
    </table>
    ${words.account === '' ? '' : html`<p class="soft">${t('readMe.account', { account: words.account })}</p>`}
  </section>`
}

function questionsPart(t: TFunction, questions: readonly Question[]): Html {
  if (questions.length === 0) return html``
  return html`<section>
    <h2>${t('readMe.questions')}</h2>
    <table>
      ${questions.map(
        ({ to, text, answer }) =>
          html`<tr>
            <td class="date">${t(`sides.${to}`)}</td>
            <td>${text} ${answer === '' ? '' : html`<p class="soft">${t('readMe.answer', { answer })}</p>`}</td>
          </tr>`,
      )}
    </table>
  </section>`
}

function sessionsPart(t: TFunction, { sessions }: ReplyFile): Html {
  if (sessions.length === 0) return html``
  return html`<section>
    <h2>${t('readMe.sessions')}</h2>
    <table>
      ${sessions.map(
        ({ date, place, attendees, minutes }) =>
          html`<tr>
            <td class="date">${date}</td>
            <td>
              <p class="soft">${[place, attendees].filter((part) => part !== '').join(' · ')}</p>
              ${minutes.split(/\n+/).map((line) => html`<p>${line}</p>`)}
            </td>
          </tr>`,
      )}
    </table>
  </section>`
}
