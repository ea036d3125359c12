import { vi } from 'vitest'
import type { CallName, Input, Output, Reply } from '../../shared/contract.ts'
import type { ErrorData } from '../../shared/errors.ts'
import { useApp } from '../../renderer/shell/app-store.ts'

type Answers = { [N in CallName]?: (input: Input<N>) => Output<N> | ErrorData }

/** The edge of the window: answers calls as the preload bridge would, and remembers what was asked. */
export function fakeHost(answers: Answers) {
  const asked: { name: string; input: unknown }[] = []
  vi.stubGlobal('boan', {
    async call(_id: number, name: CallName, input: never): Promise<Reply<unknown>> {
      asked.push({ name, input })
      const answer = answers[name]
      if (answer === undefined) return { ok: false, error: { code: 'app.unknown-call', params: { name } } }
      const value: unknown = answer(input)
      return isError(value) ? { ok: false, error: value } : { ok: true, value }
    },
    cancel: () => undefined,
  })
  return { asked }
}

function isError(value: unknown): value is ErrorData {
  return typeof value === 'object' && value !== null && 'code' in value && 'params' in value
}

export const someStatus: Output<'app.status'> = {
  version: '0.1.0',
  dataDir: '/home/lin/boan',
  sample: false,
  deviceId: '01980000-0000-7000-8000-000000000001',
  hasRecords: true,
  lastBackupAt: null,
  lastImportAt: null,
  settings: {
    roles: ['streamer'],
    language: 'zh',
    theme: 'light',
    interestMultiplePpm: 1_300_000,
    showInterestFirst: false,
    workPlace: '',
    selfPartyId: null,
  },
}

/** Puts the app's own state back to where a window starts. */
export function resetApp(status?: Output<'app.status'>): void {
  useApp.setState({ status, failure: undefined, mode: 'light', revision: 0 })
}
