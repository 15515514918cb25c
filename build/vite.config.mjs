import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { diagramPage } from './bundle/diagram-page.mjs'
import { formulaFonts } from './bundle/formula-fonts.mjs'
import { initialGroup } from './bundle/initial-group.mjs'
import { root } from './root.mjs'

const renderer = join(root, 'renderer')

/**
 * The renderer: three pages, relative addresses (the same files are served as `app://` and by the web host), nothing inline, as
 * both hosts' content security policy wants it.
 */
export default defineConfig({
  root: renderer,
  base: './',
  publicDir: join(root, 'build/icons'),
  plugins: [react(), formulaFonts, diagramPage],
  logLevel: 'warn',
  // workers load parts of theirs on demand, as pages do
  worker: { format: 'es' },
  build: {
    outDir: join(root, 'dist/renderer'),
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    // the polyfill would be an inline script
    modulePreload: { polyfill: false },
    // fonts and images as files: the policy allows no data: addresses for them
    assetsInlineLimit: 0,
    // the initial chunk has a limit of its own, checked by a test
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: {
        index: join(renderer, 'index.html'),
        preview: join(renderer, 'preview.html'),
        detached: join(renderer, 'detached.html'),
      },
      output: { codeSplitting: { groups: [initialGroup(join(renderer, 'index.html'))] } },
      onLog(level, log, handle) {
        // js-yaml 3 tries for Node's Buffer and does without it
        if (!log.message.includes('Module "buffer" has been externalized')) handle(level, log)
      },
    },
  },
})
