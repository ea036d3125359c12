import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TemplateFile, templateFileSchema } from '../../../shared/contracts/templates/template.ts'
import type { ContractTemplate, TemplateSummary } from '../../../shared/contracts/templates/template.ts'
import { templateProblems } from '../../../shared/contracts/templates/check.ts'
import { BoanError } from '../../../shared/errors.ts'
import { appRoot } from '../../app-root.ts'

const folder = join(appRoot, 'resources', 'contracts')

/** The order in which they are offered; one that is not named here comes after these. */
const offered = ['mcn-cooperation', 'labour-streamer', 'settlement-confirmation']

const loaded = new Map<string, ContractTemplate>()

/**
 * A contract template with the text of its clauses, read once and checked. Throws `templates.template-not-found` and
 * `templates.template-broken` (which part of which file).
 */
export function readTemplate(id: string): ContractTemplate {
  const known = loaded.get(id)
  if (known !== undefined) return known
  if (!templateIds().includes(id)) throw new BoanError('templates.template-not-found', { id })
  const template = loadTemplate(id)
  loaded.set(id, template)
  return template
}

/** The templates that ship, in the order in which they are offered. */
export function listTemplates(): TemplateSummary[] {
  const ids = templateIds().toSorted((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
  return ids.map((id) => {
    const { version, title, relation, forWhom, clauses, variables } = readTemplate(id)
    const optionalClauses = clauses.filter((clause) => !clause.required).length
    return {
      id,
      version,
      title,
      relation,
      forWhom,
      clauses: clauses.length,
      optionalClauses,
      variables: variables.length,
    }
  })
}

function placeOf(id: string): number {
  return offered.includes(id) ? offered.indexOf(id) : offered.length
}

function templateIds(): string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}

function loadTemplate(id: string): ContractTemplate {
  const file = readTemplateFile(id)
  const text = (name: string): string => readText(id, join('clauses', name))
  const { clauses, ...rest } = file
  const template: ContractTemplate = {
    ...rest,
    preambleText: text(file.preamble),
    clauses: clauses.map((clause) => ({ ...clause, body: text(clause.file) })),
  }
  const [problem] = templateProblems(template)
  if (template.id !== id) throw broken(id, `template.json: id ${template.id}`)
  if (problem !== undefined) throw broken(id, problem)
  return template
}

function readTemplateFile(id: string): TemplateFile {
  const text = readText(id, 'template.json')
  try {
    return templateFileSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw broken(id, 'template.json', cause)
  }
}

function readText(id: string, name: string): string {
  try {
    return readFileSync(join(folder, id, name), 'utf8')
  } catch (cause) {
    throw broken(id, name, cause)
  }
}

function broken(id: string, detail: string, cause?: unknown): BoanError {
  return new BoanError('templates.template-broken', { id, detail }, { file: join(folder, id) }, { cause })
}
