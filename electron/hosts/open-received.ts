import { basename, resolve } from 'node:path'
import { checkReadable } from '../core/attachments/store.ts'
import { callCore, type Core } from '../core/core.ts'

/** The file among a program's arguments that a person double-clicked or named; undefined when there is none. */
export function findReceivedFile(args: readonly string[]): string | undefined {
  return args.find((argument) => !argument.startsWith('-') && /\.boan(\.zip)?$/i.test(argument))
}

/**
 * Takes in a case file that somebody sent and puts it on the list of received ones, as dropping it on the window does. Answers the
 * place in the window that shows it. Throws what `bundles.open` throws for a file that could harm or is none.
 */
export async function openReceived(core: Core, path: string): Promise<string> {
  const full = resolve(path)
  checkReadable(full)
  const name = basename(full)
  const { id } = await callCore(core, 'bundles.open', { token: core.takeIn({ path: full, name }) })
  await callCore(core, 'bundles.remember', { id, name })
  return `/received/${id}`
}
