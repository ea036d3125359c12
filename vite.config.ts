import { builtinModules } from 'node:module'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Packages with a native binary: they stay outside the bundles and are the only ones a packaged app carries. */
const native = ['better-sqlite3', '@myriaddreamin/typst-ts-node-compiler']
const builtins = [...builtinModules, /^node:/, 'electron']

/** Ships what shared/call-routes.ts comes to, in place of the file and all schemas behind it. */
const evaluateCallRoutes: Plugin = {
  name: 'evaluate-call-routes',
  async load(id) {
    if (!id.endsWith('/shared/call-routes.ts')) return undefined
    const { callRoutes } = await import('./shared/call-routes.ts')
    return `export const callRoutes = new Map(${JSON.stringify([...callRoutes])})`
  },
}

/** One config, three environments: the window, everything that runs in Node, and the preload (a single CommonJS file). */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), evaluateCallRoutes],
  build: { outDir: '../out/renderer', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  builder: {},
  environments: {
    node: {
      consumer: 'server',
      resolve: { noExternal: true, external: native, builtins },
      build: {
        outDir: '../out/node',
        emptyOutDir: true,
        ssr: true,
        target: 'node22',
        rolldownOptions: {
          input: {
            main: '../electron/main.ts',
            start: '../electron/start.ts',
            cli: '../electron/cli.ts',
            worker: '../electron/core/worker.ts',
          },
          external: ['electron'],
          // Flat, so that a file finds its neighbours (worker.js) from wherever it was put.
          output: { chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, builtins },
      build: {
        outDir: '../out/preload',
        emptyOutDir: true,
        ssr: true,
        target: 'chrome140',
        rolldownOptions: {
          input: '../electron/preload.ts',
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
        },
      },
    },
  },
})
