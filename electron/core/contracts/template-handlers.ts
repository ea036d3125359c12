import type { Output, ParsedInput } from '../../../shared/contract.ts'
import type { templateCalls } from '../../../shared/contracts/template-calls.ts'
import { buildContract } from '../../../shared/contracts/templates/build.ts'
import { contractPaper } from '../../../shared/contracts/templates/paper.ts'
import type { CallContext, Handlers } from '../context.ts'
import { drawPaper, handOverPaper } from '../documents/index.ts'
import { listTemplates, readTemplate } from './templates.ts'

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
  const drawn = await drawPaper(paper, format, context.now())
  const { file, pages, substituted } = handOverPaper(context, drawn, template.title.zh, format)
  return { file, pages, substituted }
}
