import type { TFunction } from 'i18next'
import { shanghaiDate } from '../calendar.ts'
import type { CaseFile, CaseParty } from '../disputes/case-file.ts'
import { createI18n } from '../i18n/index.ts'
import { formatFen } from '../money.ts'
import { shortFingerprint } from './bag.ts'
import { contentFiles } from './contents.ts'
import { html, type Html } from './html.ts'
import { readMeClaims } from './read-me-claims.ts'
import { readMeEvidence } from './read-me-evidence.ts'
import { fileLink, fileRow, readMePage, readMeProves, readMeVerifying } from './read-me-frame.ts'

export interface ReadMeInput {
  file: CaseFile
  /** Who signs, as in bag-info.txt. */
  sender: string
  /** SHA-256 of the signing key, hex. */
  fingerprint: string
  /** Name of the bag's folder, for the commands; and of the file as it is offered. */
  bagName: string
  fileName: string
  /** Paths below `data/` of the tables that lie beside the page. */
  tables: readonly string[]
}

/**
 * READ-ME-FIRST.html of a case (spec/bundle.md 'Layout'): one page for any browser, without script and without anything
 * fetched, printable, Chinese with a short English part. Every value is escaped. The same input gives the same bytes.
 */
export function buildReadMe(input: ReadMeInput): string {
  const chinese = createI18n('zh')
  const t = chinese.getFixedT('zh', 'bundles', 'readMe')
  const en = createI18n('en').getFixedT('en', 'bundles', 'readMe')
  const { file } = input
  const title = `${t('title', { number: file.caseNumber })} · ${file.title}`
  return readMePage(title, [
    header(t, en, input),
    figures(t, file),
    parties(t, file),
    statement(t, file),
    readMeClaims({ t, all: chinese.t }, file),
    timeline(t, file),
    readMeEvidence(t, file),
    answers(t, file),
    otherFiles(t, input),
    withheld(t, file),
    readMeProves(t, input.fingerprint),
    readMeVerifying(t, { ...input, content: contentFiles.case }),
    english(en, input),
  ])
}

function header(t: TFunction, en: TFunction, { file, sender }: ReadMeInput): Html {
  const made = t('made', {
    sender,
    date: shanghaiDate(file.exportedAt),
    version: file.appVersion,
    audience: t(`audiences.${file.audience}`),
  })
  return html`<header>
    <p class="kicker">${t('heading')} · ${en('heading')}</p>
    <h1>${t('title', { number: file.caseNumber })}</h1>
    <p class="lead">${file.title}</p>
    <p class="soft">${made}</p>
  </header>`
}

function figures(t: TFunction, { totals, asOf }: CaseFile): Html {
  const undisputed =
    totals.undisputedFen > 0
      ? html`<div>
          <p>${t('undisputed')}</p>
          <p class="big">${formatFen(totals.undisputedFen)}</p>
          <p class="soft">${t('undisputed-note')}</p>
        </div>`
      : html``
  return html`<section class="figures">
    ${undisputed}
    <div>
      <p>${t('total')}</p>
      <p class="big">${formatFen(totals.totalFen)}</p>
      <p class="soft">${t('total-note', { asOf, ...totals })}</p>
    </div>
  </section>`
}

const partyFields = [
  'idCard',
  'creditCode',
  'legalRepresentative',
  'gender',
  'ethnicity',
  'occupation',
  'phone',
  'email',
  'address',
  'mailingAddress',
  'bankName',
  'bankCard',
] as const

function parties(t: TFunction, file: CaseFile): Html {
  const isMasked = file.parties.some((party) => party.masked.length > 0)
  return html`<section>
    <h2>${t('parties')}</h2>
    <div class="parties">${file.parties.map((party) => partyCard(t, party))}</div>
    ${isMasked ? html`<p class="soft">${t('masked')}</p>` : ''}
  </section>`
}

function partyCard(t: TFunction, party: CaseParty): Html {
  const rows = partyFields.flatMap((field) => {
    const value = field === 'gender' && party.gender !== undefined ? t(`genders.${party.gender}`) : party[field]
    return value === undefined || value === ''
      ? []
      : [
          html`<dt>${t(`fields.${field}`)}</dt>
            <dd>${value}</dd>`,
        ]
  })
  return html`<div class="party">
    <p class="soft">${t(`sides.${party.side}`)}</p>
    <p class="name">${party.name}</p>
    <dl>${rows}</dl>
  </div>`
}

function statement(t: TFunction, file: CaseFile): Html {
  const paragraphs = file.statement.split(/\n+/).filter((line) => line.trim() !== '')
  if (paragraphs.length === 0) return html``
  return html`<section>
    <h2>${t('statement')}</h2>
    ${paragraphs.map((text) => html`<p>${text}</p>`)}
  </section>`
}

function timeline(t: TFunction, file: CaseFile): Html {
  if (file.facts.length === 0) return html``
  const facts = file.facts.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
  return html`<section>
    <h2>${t('timeline')}</h2>
    <table class="timeline">
      ${facts.map(
        (fact) =>
          html`<tr>
            <td class="date">${fact.date}</td>
            <td>${fact.text}</td>
          </tr>`,
      )}
    </table>
  </section>`
}

/** What a mediator asked and the applicant answered. */
function answers(t: TFunction, file: CaseFile): Html {
  if (file.answers === undefined) return html``
  return html`<section>
    <h2>${t('answers')}</h2>
    <table>
      ${file.answers.map(
        ({ question, answer, answeredOn }) =>
          html`<tr>
            <td class="date">${answeredOn}</td>
            <td>
              <p class="soft">${question}</p>
              <p>${answer}</p>
            </td>
          </tr>`,
      )}
    </table>
  </section>`
}

function otherFiles(t: TFunction, { file, tables }: ReadMeInput): Html {
  return html`<section>
    <h2>${t('files')}</h2>
    <table>
      ${fileRow(
        t('documents'),
        file.documents.map((document) => fileLink(document.file)),
      )}
      ${fileRow(t('tables'), tables.map(fileLink))} ${fileRow(t('file-case'), [fileLink('case.json')])}
      ${fileRow(t('file-journal'), [fileLink('journal.jsonl')])}
    </table>
  </section>`
}

function withheld(t: TFunction, file: CaseFile): Html {
  if (file.withheld.length === 0) return html``
  return html`<section>
    <h2>${t('withheld')}</h2>
    <p>${t('withheld-note')}</p>
    <ul>
      ${file.withheld.map(({ what }) => html`<li>${what}</li>`)}
    </ul>
  </section>`
}

function english(en: TFunction, { file, sender, fingerprint }: ReadMeInput): Html {
  const made = en('made', {
    sender,
    date: shanghaiDate(file.exportedAt),
    version: file.appVersion,
    audience: en(`audiences.${file.audience}`),
  })
  const total = `${en('total')}: ${formatFen(file.totals.totalFen)} (${en('total-note', { asOf: file.asOf, ...file.totals })})`
  return html`<section lang="en" class="english">
    <h2>${en('english')}</h2>
    <p>${made}. ${total}.</p>
    <p>${en('proves-yes')} ${en('proves-no')}</p>
    <p>${en('fingerprint')}: ${shortFingerprint(fingerprint)}</p>
    <p>${en('verify-app')} ${en('verify-expect')}</p>
  </section>`
}
