import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import type { templateCalls } from '../../../shared/contracts/template-calls.ts'
import { buildContract } from '../../../shared/contracts/templates/build.ts'
import { contractPaper } from '../../../shared/contracts/templates/paper.ts'
import { appRoot } from '../../app-root.ts'
import type { CallContext, Handlers } from '../context.ts'
import { listTemplates, readTemplate } from './templates.ts'

const fontsDir = join(appRoot, 'resources', 'fonts')

export const templateHandlers: Handlers<keyof typeof templateCalls> = {
  'contracts.listTemplates': () => ({ templates: listTemplates() }),
  'contracts.template': (_context, { id }) => readTemplate(id),
  'contracts.previewTemplate': previewTemplate,
}

/** A contract as filled in so far, as a paper that says it is a draft. Throws what the templates and the typesetter throw. */
async function previewTemplate(
  context: CallContext,
  { templateId, values, optionalClauses, format }: ParsedInput<'contracts.previewTemplate'>,
): Promise<Output<'contracts.previewTemplate'>> {
  const template = readTemplate(templateId)
  const paper = contractPaper(buildContract(template, values, optionalClauses, null), { contentSha256: null })
  const { renderDocx, renderPdf } = await import('../documents/index.ts')
  const draft = context.outgoing(`${template.title.zh}.${format}`)
  if (format === 'docx') {
    const { docx, substituted } = await renderDocx(paper, context.now())
    writeFileSync(draft.path, docx, { mode: 0o600 })
    return { file: draft.finish(), pages: null, substituted }
  }
  const { pdf, pages, substituted } = await renderPdf(paper, context.now(), fontsDir)
  writeFileSync(draft.path, pdf, { mode: 0o600 })
  return { file: draft.finish(), pages, substituted }
}
