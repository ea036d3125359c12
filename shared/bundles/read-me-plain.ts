import { createI18n } from '../i18n/index.ts'
import { type BundleKind, shortFingerprint } from './bag.ts'
import { contentFiles } from './contents.ts'
import { html, type Html } from './html.ts'
import { fileLink, fileRow, readMePage, readMeProves, readMeVerifying } from './read-me-frame.ts'

/** A part of the page: paragraphs, then a table whose first row is its head. */
export interface ReadMeSection {
  title: string
  paragraphs?: readonly string[]
  table?: readonly (readonly string[])[]
}

export interface PlainReadMeInput {
  kind: Exclude<BundleKind, 'case'>
  title: string
  /** One sentence: who hands over what, when. In Chinese, and in English for the last part of the page. */
  made: string
  madeInEnglish: string
  sections: readonly ReadMeSection[]
  /** Paths below `data/` of the files that lie beside the page, the content's file apart. */
  files: readonly string[]
  /** SHA-256 of the signing key, hex. */
  fingerprint: string
  bagName: string
  fileName: string
}

/** READ-ME-FIRST.html of every bundle that is no case (spec/bundle.md 'Layout'). The same input gives the same bytes. */
export function buildPlainReadMe(input: PlainReadMeInput): string {
  const t = createI18n('zh').getFixedT('zh', 'bundles', 'readMe')
  const en = createI18n('en').getFixedT('en', 'bundles', 'readMe')
  const names = { bagName: input.bagName, fileName: input.fileName, content: contentFiles[input.kind] }
  return readMePage(input.title, [
    html`<header>
      <p class="kicker">${t(`kinds.${input.kind}`)} · ${en(`kinds.${input.kind}`)}</p>
      <h1>${input.title}</h1>
      <p class="soft">${input.made}</p>
    </header>`,
    ...input.sections.map(section),
    html`<section>
      <h2>${t('files')}</h2>
      <table>
        ${fileRow(t('documents'), input.files.map(fileLink))} ${fileRow(t('file-content'), [fileLink(names.content)])}
      </table>
    </section>`,
    readMeProves(t, input.fingerprint),
    readMeVerifying(t, names),
    html`<section lang="en" class="english">
      <h2>${en('english')}</h2>
      <p>${input.madeInEnglish}</p>
      <p>${en('proves-yes')} ${en('proves-no')}</p>
      <p>${en('fingerprint')}: ${shortFingerprint(input.fingerprint)}</p>
      <p>${en('verify-app')} ${en('verify-expect')}</p>
    </section>`,
  ])
}

function section({ title, paragraphs = [], table = [] }: ReadMeSection): Html {
  const [head, ...rows] = table
  return html`<section>
    <h2>${title}</h2>
    ${paragraphs.map((text) => html`<p>${text}</p>`)}
    ${
      head === undefined
        ? ''
        : html`<table>
            <tr>
              ${head.map((cell) => html`<th>${cell}</th>`)}
            </tr>
            ${rows.map(
              (row) =>
                html`<tr>
                  ${row.map((cell) => html`<td>${cell}</td>`)}
                </tr>`,
            )}
          </table>`
    }
  </section>`
}
