import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { databaseName } from '../database/open.ts'

/** The sample's own folder inside a data folder. */
export function sampleFolder(root: string): string {
  return join(root, 'sample')
}

/** Whether the sample has been opened here and not left. */
export function hasSample(root: string): boolean {
  return existsSync(join(sampleFolder(root), databaseName))
}
