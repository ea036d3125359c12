// Sets the fuses of an Electron runtime that is about to be packaged: `npx -c 'node scripts/set-fuses.mjs PATH-OF-BINARY'`.
import { readFileSync, writeFileSync } from 'node:fs'
import { fuses, setFuses } from '../electron/security/fuses.ts'

const path = process.argv[2]
if (path === undefined) {
  console.error('usage: node scripts/set-fuses.mjs PATH-OF-BINARY')
  process.exit(2)
}
const binary = readFileSync(path)
setFuses(binary)
writeFileSync(path, binary)
for (const { name, on } of fuses) console.log(on ? 'on ' : 'off', name)
