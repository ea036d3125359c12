import { create } from 'zustand'
import type { CallProgress } from '../../../shared/call.ts'
import type { Input, Output } from '../../../shared/contract.ts'
import type { StatementAccount } from '../../../shared/contracts/scope.ts'
import type { Keep } from '../../../shared/earnings/import-calls.ts'
import type { StatementPreview } from '../../../shared/earnings/import-shapes.ts'
import { BoanError, type ErrorData } from '../../../shared/errors.ts'
import { call, intake } from '../../client.ts'
import { errorData, useApp } from '../../shell/app-store.ts'

export type PreviewAnswer = Output<'earnings.previewStatements'>['files'][number]
/** What the person says about a file; what they leave out is found by the core. */
export type FileChoice = Omit<Input<'earnings.previewStatements'>['files'][number], 'file'>
export type ImportOutcome = Output<'earnings.importStatements'>

/** A file on the table: chosen, not yet imported. */
export interface OpenFile {
  key: string
  name: string
  sizeBytes: number
  /** Undefined until it has come in. */
  token: string | undefined
  /** Why it did not come in. */
  failure: ErrorData | undefined
  choice: FileChoice
  /** How the core reads it; an older answer stays in sight while a newer one is on its way. */
  answer: PreviewAnswer | undefined
  /** Whether the answer is to what is chosen now. */
  isRead: boolean
  /** Of payment lists: which rows, and whether the file itself stays. */
  keep: Keep
  keepFile: boolean
}

export interface Work {
  task: 'intake' | 'reading' | 'importing'
  progress: CallProgress | undefined
  abort: AbortController
}

/** Lines of these accounts are to count under the agreement. */
export interface PayerAssignment {
  agreementId: string
  accounts: StatementAccount[]
}

export interface ImportResult extends ImportOutcome {
  previews: StatementPreview[]
}

interface ImportState {
  files: OpenFile[]
  selected: string | undefined
  work: Work | undefined
  error: ErrorData | undefined
  result: ImportResult | undefined
  /** Puts files on the table; `choice` is what is known of all of them already. */
  add: (files: File[], choice?: FileChoice) => Promise<void>
  remove: (key: string) => void
  select: (key: string) => void
  choose: (key: string, choice: FileChoice) => void
  keepRows: (key: string, keep: Keep) => void
  keepFile: (key: string, keepFile: boolean) => void
  read: () => Promise<void>
  importReady: (assignments: PayerAssignment[]) => Promise<void>
  cancel: () => void
  /** Takes every file off the table; nothing was imported of them. */
  clear: () => void
  closeResult: () => void
}

/** As many as one preview takes. */
const mostFiles = 100

let lastKey = 0

/**
 * The files on the table, outside the screen: leaving it stops nothing. Whenever a file comes or a choice changes, all
 * files are previewed together, so that what one import carries out was planned by one preview.
 */
export const useImport = create<ImportState>((set, get) => {
  const change = (key: string, changes: Partial<OpenFile>): void =>
    set((state) => ({ files: state.files.map((file) => (file.key === key ? { ...file, ...changes } : file)) }))

  /** Runs one task; a task that another one replaced reports nothing more. */
  const begin = (task: Work['task']) => {
    const abort = new AbortController()
    set({ work: { task, progress: undefined, abort }, error: undefined })
    const isCurrent = (): boolean => get().work?.abort === abort
    return {
      signal: abort.signal,
      isCurrent,
      onProgress: (progress: CallProgress): void => {
        if (isCurrent()) set({ work: { task, progress, abort } })
      },
      end: (changes: Partial<ImportState> = {}): void => {
        if (isCurrent()) set({ work: undefined, ...changes })
      },
    }
  }

  /** Files that were given and have not begun to come in. */
  const pending = new Map<string, File>()

  /** Takes them in one after another; answers false when it was cancelled. */
  const takeIn = async (): Promise<boolean> => {
    const task = begin('intake')
    for (let done = 0; task.isCurrent(); done += 1) {
      const [next] = pending
      if (next === undefined) break
      const [key, file] = next
      pending.delete(key)
      task.onProgress({ done, total: done + 1 + pending.size, label: 'import-screen:progress.intake' })
      try {
        await checkReadable(file)
        const { token } = await intake(file, task.signal)
        change(key, { token })
      } catch (error) {
        if (task.isCurrent()) change(key, { failure: errorData(error) })
      }
    }
    const isDone = task.isCurrent()
    task.end()
    return isDone
  }

  return {
    files: [],
    selected: undefined,
    work: undefined,
    error: undefined,
    result: undefined,

    async add(files, choice = {}) {
      if (files.length === 0 || get().work?.task === 'importing') return
      const room = mostFiles - get().files.length
      const opened = files.slice(0, room).map((file) => {
        const key = `file-${++lastKey}`
        pending.set(key, file)
        return openFile(key, file, choice)
      })
      set((state) => ({
        files: [...state.files, ...opened],
        selected: state.selected ?? opened[0]?.key,
        result: undefined,
      }))
      // What is coming in goes on to these; what is being read is read again with them.
      if (get().work?.task !== 'intake') {
        get().work?.abort.abort()
        if (await takeIn()) await get().read()
      }
      if (files.length > room) set({ error: { code: 'import.too-many', params: { most: mostFiles } } })
    },

    remove(key) {
      pending.delete(key)
      const gone = get().files.find((file) => file.key === key)
      const files = get().files.filter((file) => file.key !== key)
      set((state) => ({ files, selected: state.selected === key ? files[0]?.key : state.selected }))
      // What is repeated in the others may have been so because of this one.
      if (gone?.answer?.ok === true && files.length > 0) void get().read()
    },

    select: (key) => set({ selected: key }),

    choose(key, choice) {
      change(key, { choice, isRead: false })
      void get().read()
    },

    keepRows: (key, keep) => change(key, { keep }),
    keepFile: (key, keepFile) => change(key, { keepFile }),

    async read() {
      get().work?.abort.abort()
      const asked = get().files.filter((file) => file.token !== undefined)
      if (asked.length === 0) return
      for (const file of asked) change(file.key, { isRead: false })
      const task = begin('reading')
      try {
        const files = asked.map(({ token = '', choice }) => ({ file: token, ...choice }))
        const { files: answers } = await call('earnings.previewStatements', { files }, task)
        if (!task.isCurrent()) return
        asked.forEach((file, index) => change(file.key, { answer: answers[index], isRead: true }))
        task.end()
      } catch (error) {
        task.end({ error: errorData(error) })
      }
    },

    async importReady(assignments) {
      const ready = get().files.flatMap((file) => {
        const preview = readyPreview(file)
        return preview === undefined ? [] : [{ file, preview }]
      })
      const task = begin('importing')
      try {
        for (const { agreementId, accounts } of assignments) {
          await call('contracts.addScopeAccounts', { id: agreementId, accounts })
        }
        const plans = ready.map(({ file, preview }) => ({
          planId: preview.planId,
          keep: file.keep,
          keepFile: file.keepFile,
        }))
        const outcome = await call('earnings.importStatements', { plans }, task)
        const imported = new Set(ready.map(({ file }) => file.key))
        const files = get().files.filter((file) => !imported.has(file.key))
        const previews = ready.map(({ preview }) => preview)
        task.end({ files, selected: files[0]?.key, result: { ...outcome, previews } })
        await useApp.getState().loadStatus()
      } catch (error) {
        task.end()
        await get().read()
        set({ error: errorData(error) })
      } finally {
        useApp.getState().changed()
      }
    },

    cancel() {
      const { work } = get()
      if (work === undefined) return
      work.abort.abort()
      // An import says itself that it was cancelled; what was only being read is left unread.
      if (work.task === 'importing') return
      pending.clear()
      const files = get().files.filter((file) => file.token !== undefined || file.failure !== undefined)
      set({ work: undefined, files, selected: files.find(({ key }) => key === get().selected)?.key ?? files[0]?.key })
    },

    clear() {
      pending.clear()
      get().work?.abort.abort()
      set({ files: [], selected: undefined, work: undefined, error: undefined })
    },

    closeResult: () => set({ result: undefined }),
  }
})

/** The plan of a file that an import would carry out: read as chosen, and not imported before. */
export function readyPreview(file: OpenFile): StatementPreview | undefined {
  if (!file.isRead || file.answer?.ok !== true) return undefined
  return file.answer.preview.alreadyImported === null ? file.answer.preview : undefined
}

/** Whether the very file was imported before: nothing is left to do about it. */
export function isImported(file: OpenFile): boolean {
  return file.answer?.ok === true && file.answer.preview.alreadyImported !== null
}

function openFile(key: string, file: File, choice: FileChoice): OpenFile {
  return {
    key,
    name: file.name,
    sizeBytes: file.size,
    token: undefined,
    failure: undefined,
    choice,
    answer: undefined,
    isRead: false,
    keep: 'proposed',
    keepFile: false,
  }
}

/** A folder, or a file that is gone, fails at its first byte: said as what it is, before a stream is opened for it. */
async function checkReadable(file: File): Promise<void> {
  try {
    await file.slice(0, 1).arrayBuffer()
  } catch (error) {
    const isFolder = file.type === '' && !file.name.includes('.')
    throw new BoanError(
      isFolder ? 'app.file-is-folder' : 'app.file-vanished',
      {},
      { file: file.name },
      { cause: error },
    )
  }
}
