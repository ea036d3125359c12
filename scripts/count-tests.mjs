// Adds up what vitest and Playwright reported and prints `N passed, N failed`; ends with 1 when a report is missing or anything failed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const reports = join(import.meta.dirname, '../out/reports')

const counts = [read('vitest.json', countVitest), read('playwright.json', countPlaywright)]
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && counts.every((count) => count.found) ? 0 : 1

function read(name, count) {
  let text
  try {
    text = readFileSync(join(reports, name), 'utf8')
  } catch {
    console.log(`no report ${name}: those tests did not run`)
    return { found: false, passed: 0, failed: 0 }
  }
  return { found: true, ...count(JSON.parse(text)) }
}

/** A file that could not even be loaded has no tests of its own; it counts as one that failed. */
function countVitest({ numPassedTests, numFailedTests, testResults }) {
  const notLoaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return { passed: numPassedTests, failed: numFailedTests + notLoaded.length }
}

function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}
