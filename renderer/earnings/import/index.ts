import { goTo } from '../../shell/route.ts'
import { useImport } from './import-store.ts'

export { DropZone } from './drop-zone.tsx'
export { ImportScreen } from './import-screen.tsx'

/** Takes files in from another place of the window (the first run) and shows them on the import screen. */
export function takeFiles(files: File[]): void {
  if (files.length === 0) return
  void useImport.getState().add(files)
  goTo('import')
}
