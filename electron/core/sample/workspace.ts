import { rmSync } from 'node:fs'
import type { CallOptions, Core } from '../core.ts'
import { fillSample } from './fill.ts'
import { hasSample, sampleFolder } from './folder.ts'

/** What moving between a person's own data and the sample needs of the core. */
export interface Workspace extends Pick<Core, 'invoke' | 'takeIn'> {
  root: string
  moveTo(folder: string): Promise<void>
}

/** Opens the sample, filling it at first use; what was half filled when it failed goes away. */
export async function openSample(workspace: Workspace, options: CallOptions): Promise<{ caseId: string | null }> {
  const folder = sampleFolder(workspace.root)
  const isNew = !hasSample(workspace.root)
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
