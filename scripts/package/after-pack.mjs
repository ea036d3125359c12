import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { fuses } from '../../electron/security/fuses.ts'

/** Sets every fuse of the packed runtime as electron/security/fuses.ts decided, before anything is signed. */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const { executableName, appInfo } = packager
  const program = {
    darwin: `${appInfo.productFilename}.app`,
    win32: `${appInfo.productFilename}.exe`,
    linux: executableName,
  }[electronPlatformName]
  const decided = Object.fromEntries(fuses.map(({ name, on }) => [FuseV1Options[name], on]))
  await flipFuses(join(appOutDir, program), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    ...decided,
  })
}
