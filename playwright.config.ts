import { defineConfig } from '@playwright/test'
import { browserLaunchOptions } from './test/e2e/browser.ts'

/**
 * Journeys through the real, built local host in a real Chromium. Every test starts a host of its own on a folder of its own
 * (test/e2e/host.ts), so that none sees what another left.
 */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.journey.ts',
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  outputDir: 'test-results',
  reporter: [['list'], ['json', { outputFile: 'out/reports/playwright.json' }]],
  use: {
    actionTimeout: 15_000,
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    launchOptions: await browserLaunchOptions(),
  },
})
