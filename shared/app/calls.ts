import { z } from 'zod'
import { civilDateSchema, defineCall, momentSchema, outgoingFileSchema } from '../call.ts'
import { comingDateSchema, dateGroups } from './dates.ts'

export const roleSchema = z.enum(['streamer', 'merchant', 'agency', 'mediator'])
export type Role = z.infer<typeof roleSchema>

/** What a person sets about the app itself. */
export const settingsSchema = z.strictObject({
  /** Who I am; the first one sets the home page and the words. Empty until the first run is done. */
  roles: z.array(roleSchema),
  language: z.enum(['zh', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
  /** Statutory late interest without a term: the multiple of the LPR at breach, 1 300 000 to 1 500 000 ppm (law int-lpr). */
  interestMultiplePpm: z.int().min(1_300_000).max(1_500_000),
  /** Show interest with payments taken first on interest (民法典 561) beside the principal-first figure. */
  showInterestFirst: z.boolean(),
  /** Monthly minimum wage of the place of work is kept in the rates table; this names the place. */
  workPlace: z.string().max(60),
  /** The party that is the person using this computer. */
  selfPartyId: z.string().nullable(),
})
export type Settings = z.infer<typeof settingsSchema>

export const appCalls = {
  'app.status': defineCall({
    summary:
      'Version, data folder, sample or own data, device, whether anything is recorded, last backup and import, settings.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({}),
    output: z.strictObject({
      version: z.string(),
      dataDir: z.string(),
      sample: z.boolean(),
      deviceId: z.string(),
      /** Whether the person has anything of their own in the books; what they received from others is not counted. */
      hasRecords: z.boolean(),
      lastBackupAt: momentSchema.nullable(),
      lastImportAt: momentSchema.nullable(),
      settings: settingsSchema,
    }),
  }),
  'app.saveSettings': defineCall({
    summary: 'Changes settings; only the fields given.',
    effect: 'write',
    worker: 'writer',
    input: settingsSchema.partial(),
    output: settingsSchema,
  }),
  'app.backup': defineCall({
    summary: 'Makes a checked copy of the database in the backups folder; the database itself stays as it is.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({}),
    output: z.strictObject({ path: z.string(), sizeBytes: z.int(), moment: momentSchema }),
  }),
  'app.verifyJournal': defineCall({
    summary: 'Walks the audit journal and checks its hash chain.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({}),
    output: z.strictObject({ ok: z.boolean(), entries: z.int(), brokenAt: z.int().nullable() }),
  }),
  'app.checkIntegrity': defineCall({
    summary: 'Runs SQLite quick_check and reports what it says.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({}),
    output: z.strictObject({ ok: z.boolean(), problems: z.array(z.string()) }),
  }),
  'app.search': defineCall({
    summary: 'Finds parties, agreements, contracts, cases and order lines by any part of their name or number.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ text: z.string().min(1).max(100) }),
    output: z.strictObject({
      hits: z.array(
        z.strictObject({
          kind: z.enum(['party', 'agreement', 'contract', 'case', 'line', 'import']),
          id: z.string(),
          title: z.string(),
          detail: z.string(),
        }),
      ),
    }),
  }),
  'app.dates': defineCall({
    summary: 'Every date that could be lost or is coming, of all domains, the nearest first.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({}),
    output: z.strictObject({ today: civilDateSchema, dates: z.array(comingDateSchema) }),
  }),
  'app.exportDates': defineCall({
    summary: 'The dates that are still to come as an .ics file for any calendar; only of the groups given.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({
      groups: z.array(z.enum(dateGroups)).min(1).optional(),
      language: z.enum(['zh', 'en']).default('zh'),
    }),
    output: z.strictObject({ file: outgoingFileSchema, dates: z.int() }),
  }),
  'app.openSample': defineCall({
    summary: 'Opens the sample in a folder of its own beside the person’s data, filling it at first use.',
    effect: 'write',
    worker: 'supervisor',
    long: true,
    input: z.strictObject({}),
    output: z.strictObject({ caseId: z.string().nullable() }),
  }),
  'app.leaveSample': defineCall({
    summary: 'Closes the sample, deletes its folder and returns to the person’s own data.',
    effect: 'write',
    worker: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({}),
  }),
}
