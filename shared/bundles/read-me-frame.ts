import type { TFunction } from 'i18next'
import { bagFiles, shortFingerprint } from './bag.ts'
import { html, type Html, hrefOf } from './html.ts'
import { readMeStyle } from './read-me-style.ts'

/** Name of the bag's folder, of the file as it is offered, and of the content's file: for the commands. */
export interface BundleNames {
  bagName: string
  fileName: string
  content: string
}

/** READ-ME-FIRST.html around its parts: one page for any browser, without script and without anything fetched, printable. */
export function readMePage(title: string, parts: readonly Html[]): string {
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${{ html: readMeStyle }}
        </style>
      </head>
      <body>
        <main>${parts}</main>
      </body>
    </html> `
  return page.html
}

/** A link to a file of the bundle, by its path below `data/`. */
export function fileLink(path: string): Html {
  return html`<a href="${hrefOf(path)}">${path}</a>`
}

export function fileRow(name: string, links: Html[]): Html {
  if (links.length === 0) return html``
  return html`<tr>
    <td>${name}</td>
    <td>${links.map((link) => html`<div>${link}</div>`)}</td>
  </tr>`
}

/** What the signature proves and what not, with the key to compare. */
export function readMeProves(t: TFunction, fingerprint: string): Html {
  return html`<section>
    <h2>${t('proves')}</h2>
    <p>${t('proves-yes')}</p>
    <p>${t('proves-no')}</p>
    <p>${t('fingerprint')}</p>
    <p class="fingerprint">${shortFingerprint(fingerprint)}</p>
    <p class="hash">${fingerprint}</p>
  </section>`
}

/** How to check the bundle, in BoAn and with stock tools. `content` is the file that Windows' command names. */
export function readMeVerifying(t: TFunction, input: BundleNames): Html {
  const commands = verifyCommands(input)
  return html`<section>
    <h2>${t('verify')}</h2>
    <p>${t('verify-app')}</p>
    <p class="strong">${t('verify-unix')}</p>
    <pre>${commands.unix}</pre>
    <p>${t('verify-expect')}</p>
    <p class="soft">${t('verify-mac')}</p>
    <p class="strong">${t('verify-windows')}</p>
    <pre>${commands.windows}</pre>
    <p class="soft">${t('verify-windows-note')}</p>
  </section>`
}

/** The commands of stock tools that check a bundle, for a shell and for Windows' command prompt. */
export function verifyCommands({ bagName, fileName, content }: BundleNames): {
  unix: string
  windows: string
} {
  const { manifest, tagManifest, publicKey, signature } = bagFiles
  const check = `openssl pkeyutl -verify -pubin -inkey ${publicKey} -rawin -in ${tagManifest} -sigfile ${signature}`
  return {
    unix: [
      `unzip ${shellQuote(fileName)}`,
      `cd ${shellQuote(bagName)}`,
      `sha256sum -c ${manifest}`,
      `sha256sum -c ${tagManifest}`,
      check,
      `openssl pkey -pubin -in ${publicKey} -outform DER | sha256sum`,
    ].join('\n'),
    windows: [`certutil -hashfile data\\${content} SHA256`, `certutil -hashfile ${manifest} SHA256`, check].join('\n'),
  }
}

function shellQuote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
