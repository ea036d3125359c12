import { createHash } from 'node:crypto'
import { z } from 'zod'
import { contentFiles } from '../../../../shared/bundles/contents.ts'
import { bundleFileName } from '../../../../shared/bundles/entry-names.ts'
import { buildPlainReadMe } from '../../../../shared/bundles/read-me-plain.ts'
import { type CsvCell, csvPieces } from '../../../../shared/bundles/safe-csv.ts'
import { shanghaiDate } from '../../../../shared/calendar.ts'
import { canonicalJsonOf } from '../../../../shared/canonical-json.ts'
import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import { lineCells, lineColumns } from '../../../../shared/earnings/line-table.ts'
import { type StatementFile, statementFileSchema } from '../../../../shared/earnings/statement-file.ts'
import { statementSections } from '../../../../shared/earnings/statement-read-me.ts'
import { createI18n } from '../../../../shared/i18n/index.ts'
import { type BundleFile, loadSigningKey, writeBundle } from '../../bundles/index.ts'
import type { CallContext } from '../../context.ts'
import { readOneState } from '../../database/one-state.ts'
import type { Db } from '../../database/open.ts'
import { drawPaper } from '../../documents/index.ts'
import { safeFileName } from '../../exchange.ts'
import { writeOutgoingZip } from '../../outgoing-zip.ts'
import { statementPaper } from './papers.ts'
import { payerAgreements } from './preview.ts'
import { changedFen } from './run-query.ts'
import { getStatement, placeKey, requireRun, type RunRecord, type StatementRecord, statementsOf } from './run-store.ts'
import { linesOf } from './statement-content.ts'

type Exported = Output<'earnings.exportStatements'>

/**
 * `earnings.exportStatements`: one signed file per payee; several in one zip with their PDFs. The same run and moment give the
 * same files. Throws `settlement.run-not-found`, `settlement.run-voided`, `settlement.statement-not-found`.
 */
export function exportStatements(
  context: CallContext,
  input: ParsedInput<'earnings.exportStatements'>,
): Promise<Exported> {
  return readOneState(context.db, () => exportState(context, input))
}

async function exportState(context: CallContext, input: ParsedInput<'earnings.exportStatements'>): Promise<Exported> {
  const { db } = context
  const run = requireRun(db, input.runId)
  const moment = input.moment ?? context.now()
  const statements = input.statementIds?.map((id) => getStatement(db, id)) ?? statementsOf(db, run.id)
  const { fingerprint } = loadSigningKey(context.dataDir)
  const same = unchangedCycles(db, run, shanghaiDate(moment))
  const [only] = statements
  if (statements.length === 1 && only !== undefined) {
    const draft = context.outgoing(fileNameOf(only))
    const made = await writeStatement(context, { run, statement: only, moment, same })
    made.write(draft.path)
    return { file: draft.finish(), statements: 1, fingerprint, moment }
  }
  const file = await writeMany(context, run, statements, moment, same)
  return { file, statements: statements.length, fingerprint, moment }
}

function fileNameOf({ number, payeeName }: StatementRecord): string {
  return safeFileName(`BoAn-${number}-${payeeName}.boan`)
}

async function writeMany(
  context: CallContext,
  run: RunRecord,
  statements: readonly StatementRecord[],
  moment: string,
  same: ReadonlySet<string>,
): Promise<Exported['file']> {
  const { t } = createI18n('zh')
  const fileName = `${t('settlement:bundle.many', { number: run.number, count: statements.length })}.zip`
  return writeOutgoingZip(context, fileName, async (zip) => {
    for (const [index, statement] of statements.entries()) {
      context.throwIfCancelled()
      context.progress({ done: index, total: statements.length, label: 'settlement:progress.writing' })
      const made = await writeStatement(context, { run, statement, moment, same })
      const place = zip.place()
      made.write(place)
      zip.addFile(place, `${t('settlement:bundle.folder')}/${fileNameOf(statement)}`)
      zip.addBytes(made.pdf, `${t('settlement:bundle.papers')}/${safeFileName(`${made.paperTitle}.pdf`)}`)
    }
  })
}

interface Writing {
  run: RunRecord
  statement: StatementRecord
  moment: string
  /** Cycles whose figures the ledger still has as they were frozen. */
  same: ReadonlySet<string>
}

/** Order lines may only stand beside figures that they still give: cycles by place, as the ledger has them today. */
function unchangedCycles(db: Db, run: RunRecord, today: string): Set<string> {
  const rows = payerAgreements(db, today, { to: today }).flatMap((agreement) => agreement.rows)
  const now = new Map(rows.map((row) => [placeKey(row), row]))
  const items = statementsOf(db, run.id).flatMap(({ content }) => content.items)
  return new Set(items.filter((item) => changedFen(item, now.get(placeKey(item))) === 0).map(placeKey))
}

const linesFile = 'ledger/lines.csv'

async function writeStatement(context: CallContext, { run, statement, moment, same }: Writing) {
  const { db, dataDir, appVersion } = context
  const papers = await drawPapers(context, statement, run)
  const hasLines = statement.content.items.every((item) => same.has(placeKey(item)))
  const { t } = createI18n('zh')
  const { content } = statement
  const title = t('settlement:bundle.title', { payer: content.payer.name, month: content.month })
  const file: StatementFile = {
    format: 'boan-statement',
    version: 1,
    appVersion,
    title,
    exportedAt: moment,
    run: { number: run.number, sha256: run.sha256 },
    contentSha256: statement.sha256,
    content,
    documents: papers.map(({ document }) => document),
    linesFile: hasLines ? linesFile : null,
  }
  const key = loadSigningKey(dataDir)
  const bagName = `boan-statement-${statement.number}`
  const fileName = fileNameOf(statement)
  const tables: BundleFile[] = hasLines ? [linesTable(db, statement)] : []
  const readMe = buildPlainReadMe({
    kind: 'statement',
    title,
    made: t('settlement:bundle.made', { ...namesOf(statement), date: shanghaiDate(moment) }),
    madeInEnglish: createI18n('en').t('settlement:bundle.made', { ...namesOf(statement), date: shanghaiDate(moment) }),
    sections: statementSections(file),
    files: [...papers.map(({ document }) => document.file), ...tables.map(({ path }) => path)],
    fingerprint: key.fingerprint,
    bagName,
    fileName,
  })
  const files: BundleFile[] = [
    { path: 'READ-ME-FIRST.html', bytes: readMe },
    { path: contentFiles.statement, bytes: `${canonicalJsonOf(file)}\n` },
    { path: 'statement.schema.json', bytes: schemaText() },
    ...papers.map(({ bundleFile }) => bundleFile),
    ...tables,
  ]
  return {
    pdf: papers[0]?.pdf ?? Buffer.alloc(0),
    paperTitle: papers[0]?.title ?? statement.number,
    write: (outFile: string): void => {
      writeBundle({
        kind: 'statement',
        name: bagName,
        externalId: statement.number,
        organization: content.payer.name,
        moment,
        files,
        key,
        outFile,
        throwIfCancelled: () => context.throwIfCancelled(),
      })
    },
  }
}

function namesOf({ content, number }: StatementRecord): { payer: string; payee: string; number: string } {
  return { payer: content.payer.name, payee: content.payee.name, number }
}

let schema: string | undefined

/** The JSON Schema beside the content, made once: a run writes it for every payee. */
function schemaText(): string {
  schema ??= `${JSON.stringify(z.toJSONSchema(statementFileSchema), null, 2)}\n`
  return schema
}

async function drawPapers({ db }: CallContext, statement: StatementRecord, run: RunRecord) {
  const drawn: {
    pdf: Buffer
    title: string
    document: StatementFile['documents'][number]
    bundleFile: BundleFile
  }[] = []
  for (const kind of ['statement', 'confirmation'] as const) {
    const paper = await statementPaper(db, statement, kind)
    const { bytes: pdf } = await drawPaper(paper, 'pdf', run.createdAt)
    const path = `documents/${drawn.length + 1}-${bundleFileName(`${paper.title}.pdf`)}`
    drawn.push({
      pdf,
      title: paper.title,
      document: { kind, file: path, sha256: createHash('sha256').update(pdf).digest('hex') },
      bundleFile: { path, bytes: pdf },
    })
  }
  return drawn
}

/** The order lines behind a statement, the newest first in each cycle; nothing about buyers is in them. */
function linesTable(db: Db, { content }: StatementRecord): BundleFile {
  const { t } = createI18n('zh')
  function* rows(): Generator<CsvCell[]> {
    for (const item of content.items) for (const line of linesOf(db, item)) yield [item.cycle, ...lineCells(line)]
  }
  const header = ['cycle', ...lineColumns].map((column) => t(`earnings:export.columns.${column}`))
  return { path: linesFile, pieces: () => csvPieces(header, rows()) }
}
