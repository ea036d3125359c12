import { canonicalJsonOf } from '../../../shared/canonical-json.ts'
import { identifierFields, treatedValue, treatmentOf } from '../../../shared/disputes/audience.ts'
import {
  type Audience,
  type CaseEvidence,
  type CaseFact,
  type CaseFile,
  caseFileVersion,
  type CaseParty,
} from '../../../shared/disputes/case-file.ts'
import { cycleWords } from '../../../shared/disputes/papers/words.ts'
import { readableParams } from '../../../shared/disputes/timeline.ts'
import { checkIdCard } from '../../../shared/identifiers.ts'
import { createI18n } from '../../../shared/i18n/index.ts'
import type { Db } from '../database/open.ts'
import { getParty } from '../parties/index.ts'
import { claimsOf, computeCase, type ComputedAgreement } from './case-computation.ts'
import { type CaseRow, casePartiesOf, getCase } from './case-store.ts'
import { caseFact, factsOf } from './fact-store.ts'
import { answersOf, repliesOf } from './mediation/reply-store.ts'
import { listExhibits, sentEvidence } from './sent-exhibits.ts'

export interface CaseFileRequest {
  audience: Audience
  /** UTC moment: the only time that is not from the records. */
  moment: string
  appVersion: string
}

/**
 * The whole case as it leaves for an audience (spec/bundle.md). Depends on the database and the request alone: nothing is dated,
 * numbered or drawn by lot on the way. Papers are named later, by who makes them. Throws `disputes.cannot-compute`.
 */
export function buildCaseFile(db: Db, caseId: string, request: CaseFileRequest): CaseFile {
  const row = getCase(db, caseId)
  const agreements = computeCase(db, row)
  const exhibits = listExhibits(db, caseId)
  const evidence = exhibits.map((exhibit) => sentEvidence(exhibit, request.audience))
  const parties = casePartiesOf(db, caseId).map(({ partyId, side }) => sentParty(db, partyId, side, request.audience))
  const { claims, totals, labourWay } = claimsOf(
    row,
    agreements,
    exhibits.map((exhibit) => exhibit.evidence),
  )
  return {
    ...headOf(row, request),
    parties,
    facts: sentFacts(db, row),
    claims,
    totals,
    labourWay,
    computations: agreements.map(computationOf),
    evidence,
    statements: agreements.flatMap((one) => sentStatements(one, evidence)),
    documents: [],
    ...answersFor(db, caseId, request.audience),
    withheld: withheldOf(parties, evidence),
  }
}

/** What a mediator asked and this person answered goes back to a mediator alone. */
function answersFor(db: Db, caseId: string, audience: Audience): Pick<CaseFile, 'answers'> {
  if (audience !== 'mediator') return {}
  const answers = repliesOf(db, caseId).flatMap(({ id, reply }) => {
    const asked = new Map(reply.questions.map((question) => [question.id, question.text]))
    return answersOf(db, id).map((answer) => ({ ...answer, question: asked.get(answer.questionId) ?? '' }))
  })
  return answers.length === 0 ? {} : { answers }
}

type Head = Pick<
  CaseFile,
  | 'format'
  | 'version'
  | 'appVersion'
  | 'caseId'
  | 'caseNumber'
  | 'title'
  | 'openedAt'
  | 'exportedAt'
  | 'asOf'
  | 'audience'
  | 'relation'
  | 'procedure'
  | 'addressee'
  | 'statement'
>

function headOf(row: CaseRow, request: CaseFileRequest): Head {
  return {
    format: 'boan-case',
    version: caseFileVersion,
    appVersion: request.appVersion,
    caseId: row.id,
    caseNumber: row.number,
    title: row.title,
    openedAt: row.openedAt,
    exportedAt: request.moment,
    asOf: row.asOf,
    audience: request.audience,
    relation: row.relation,
    procedure: row.procedure,
    addressee: row.addressee,
    statement: row.statement,
  }
}

/** A party with its identifiers as the audience sees them. */
export function sentParty(db: Db, partyId: string, side: CaseParty['side'], audience: Audience): CaseParty {
  const party = getParty(db, partyId)
  const fields: Partial<Record<string, string>> = {}
  const masked: string[] = []
  for (const field of identifierFields) {
    const value = party[field]
    if (value === null || value === '') continue
    const treatment = treatmentOf(audience, side, field)
    const shown = treatedValue(field, value, treatment)
    if (shown !== undefined) fields[field] = shown
    if (shown !== value) masked.push(field)
  }
  const card = fields.idCard === undefined ? undefined : checkIdCard(party.idCard ?? '')
  const birth = card?.ok === true ? { birthDate: card.birthDate } : {}
  return { ...fields, ...birth, id: party.id, side, kind: party.kind, name: party.name, masked }
}

/** Facts in their order; one told by a record gets its words here, in Chinese as papers are. */
function sentFacts(db: Db, row: CaseRow): CaseFact[] {
  const { t } = createI18n('zh')
  const cycleName = (cycle: string, from: string): string =>
    cycleWords((key, params) => t(`documents:${key}`, params ?? {}), cycle, from)
  return factsOf(db, row.id)
    .filter((fact) => fact.voidedAt === null)
    .map((fact) => {
      const told = caseFact(fact)
      return told.text === ''
        ? { ...told, text: t(`disputes:facts.${fact.code}`, readableParams(fact.params, cycleName)) }
        : told
    })
}

function computationOf(one: ComputedAgreement): CaseFile['computations'][number] {
  return {
    agreementId: one.agreement.id,
    title: one.agreement.title,
    input: plainJson(one.input),
    output: plainJson(one.output),
    lineSources: one.ledger.lineSources,
  }
}

/** The value as JSON will hold it: absent members gone, one order of names. */
function plainJson(value: unknown): Record<string, unknown> {
  return JSON.parse(canonicalJsonOf(value)) as Record<string, unknown>
}

function sentStatements(one: ComputedAgreement, evidence: readonly CaseEvidence[]): CaseFile['statements'] {
  return one.ledger.statements.map((statement) => {
    const exhibit = evidence.find((item) => item.file !== null && (item.redactedOf ?? item.sha256) === statement.sha256)
    return { ...statement, evidenceNumber: exhibit?.number ?? null }
  })
}

/** What does not leave, each by its code and in words: identifiers masked or left out, evidence that stays or goes as a copy. */
function withheldOf(parties: readonly CaseParty[], evidence: readonly CaseEvidence[]): CaseFile['withheld'] {
  const { t } = createI18n('zh')
  const say = (code: string, params: Record<string, string | number>): CaseFile['withheld'][number] => ({
    what: t(`disputes:withheld.${code}`, params),
    code,
  })
  return [
    ...parties.flatMap((party) =>
      party.masked.map((field) =>
        say(Object.hasOwn(party, field) ? 'identifier-masked' : 'identifier-left-out', {
          name: party.name,
          field: t(`disputes:fields.${field}`),
        }),
      ),
    ),
    ...evidence.flatMap(({ number, title, file, redactedOf, redaction }) => {
      if (file === null) return [say('evidence-stays', { number, title })]
      return redactedOf === null ? [] : [say('evidence-redacted', { number, title, redaction })]
    }),
  ]
}
