import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Core } from '../core.ts'
import type { CallOptions } from '../core.ts'
import { databaseName } from '../database/open.ts'
import { fillSample } from './fill.ts'

/** What moving between a person's own data and the sample needs of the core. */
export interface Workspace extends Pick<Core, 'invoke' | 'takeIn'> {
  root: string
  moveTo(folder: string): Promise<void>
}

/** The sample's own folder inside a data folder; while it is there, the app shows the sample. */
export function sampleFolder(root: string): string {
  return join(root, 'sample')
}

/** Opens the sample, filling it at first use; what was half filled when it failed goes away. */
export async function openSample(workspace: Workspace, options: CallOptions): Promise<{ caseId: string | null }> {
  const folder = sampleFolder(workspace.root)
  const isNew = !existsSync(join(folder, databaseName))
  await workspace.moveTo(folder)
  if (!isNew) return { caseId: null }
  try {
    return { caseId: await fillSample(workspace, options) }
  } catch (error) {
    await leaveSample(workspace)
    throw error
  }
}

/** Closes the sample, deletes it and returns to the person's own data. */
export async function leaveSample(workspace: Workspace): Promise<Record<string, never>> {
  await workspace.moveTo(workspace.root)
  rmSync(sampleFolder(workspace.root), { recursive: true, force: true })
  return {}
}
