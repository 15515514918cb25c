import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.mjs'

/**
 * The script of the page that draws diagrams: Mermaid as it is published, and our few lines behind it. One file and no module, for that page has no
 * origin, and modules are loaded from one's own origin only.
 */
export async function makeDiagramScript() {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['renderer/preview/enrich/diagrams/diagram-page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    target: 'chrome120',
    logLevel: 'warning',
  })
  const library = readFileSync(join(root, 'node_modules/mermaid/dist/mermaid.min.js'), 'utf8')
  return `${library}\n${outputFiles[0]?.text ?? ''}`
}

/**
 * Puts the page that draws diagrams and its script beside the interface's own pages.
 *
 * @type {import('vite').Plugin}
 */
export const diagramPage = {
  name: 'galley-diagram-page',
  async generateBundle() {
    const page = readFileSync(join(root, 'renderer/diagram.html'), 'utf8')
    this.emitFile({ type: 'asset', fileName: 'diagram.html', source: page })
    this.emitFile({ type: 'asset', fileName: 'diagram.js', source: await makeDiagramScript() })
  },
}
