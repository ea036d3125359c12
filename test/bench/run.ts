import { benchBundle } from './bundle-bench.ts'
import { benchContracts } from './contracts-bench.ts'
import { benchImport } from './import-bench.ts'
import { benchLedger } from './ledger-bench.ts'
import { benchMediation } from './mediation-bench.ts'
import { printReport } from './report.ts'

/** `npm run bench [-- part …]`: parts are import, ledger, bundle, contracts, mediation; all without a name. Baselines run in the same run, with the same pragmas. */
const parts = {
  import: benchImport,
  ledger: benchLedger,
  bundle: benchBundle,
  contracts: benchContracts,
  mediation: benchMediation,
}
const wanted = process.argv.slice(2)
const figures = []
for (const [name, bench] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) figures.push(...bench())
}
printReport(figures)
