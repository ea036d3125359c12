import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Screens run in jsdom, everything else in plain Node with real files and a real SQLite. */
export default defineConfig({
  test: {
    // Vitest leaves one core to itself, which of two is half.
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: 'out/reports/vitest.json' }]],
    projects: [
      {
        plugins: [react()],
        test: {
          name: 'screens',
          include: ['test/renderer/**/*.test.tsx'],
          environment: 'jsdom',
          env: { NODE_ENV: 'development' },
          setupFiles: ['test/renderer/setup.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'node',
          include: ['test/{shared,core,hosts,hostile,package}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
    ],
  },
})
