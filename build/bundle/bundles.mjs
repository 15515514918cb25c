/**
 * One bundle of the product. `sources` are the folders and files whose change makes it stale; `outputs` must exist for it to
 * count as built. All paths are relative to the repository.
 *
 * @typedef {{
 *   readonly name: string
 *   readonly entries: readonly string[]
 *   readonly sources: readonly string[]
 *   readonly outputs: readonly string[]
 *   readonly maker: Maker
 * }} Bundle
 *
 * @typedef {{ readonly kind: 'node-module', readonly isProgram: boolean } | { readonly kind: 'electron-script', readonly target: string }
 *   | { readonly kind: 'renderer' } | { readonly kind: 'copy' }} Maker
 */

const services = ['electron/services', 'shared']

/**
 * Everything that `dist/` holds for the product, in no particular order.
 *
 * @type {readonly Bundle[]}
 */
export const bundles = [
  {
    name: 'main',
    entries: ['electron/main/main.ts'],
    sources: ['electron/main', ...services],
    outputs: ['dist/main/main.cjs'],
    maker: { kind: 'electron-script', target: 'node20' },
  },
  {
    name: 'preload',
    entries: ['electron/preload/preload.ts'],
    sources: ['electron/preload', 'shared'],
    outputs: ['dist/main/preload.cjs'],
    maker: { kind: 'electron-script', target: 'chrome140' },
  },
  {
    name: 'server',
    entries: ['electron/server/server.ts'],
    sources: ['electron/server', ...services],
    outputs: ['dist/server/server.mjs'],
    maker: { kind: 'node-module', isProgram: false },
  },
  {
    name: 'cli',
    entries: ['electron/cli/galley.ts'],
    sources: ['electron/cli', ...services],
    outputs: ['dist/cli/galley.mjs'],
    // its first line names Node, so that it can be started by its own name
    maker: { kind: 'node-module', isProgram: true },
  },
  {
    name: 'renderer',
    entries: ['renderer/index.html', 'renderer/preview.html', 'renderer/detached.html'],
    sources: ['renderer', 'shared', 'build/icons', 'build/vite.config.mjs'],
    outputs: [
      'dist/renderer/index.html',
      'dist/renderer/preview.html',
      'dist/renderer/diagram.html',
      'dist/renderer/detached.html',
      'dist/renderer/.vite/manifest.json',
    ],
    maker: { kind: 'renderer' },
  },
  {
    name: 'sample-blog',
    entries: ['build/sample-blog'],
    sources: ['build/sample-blog'],
    outputs: ['dist/sample-blog'],
    maker: { kind: 'copy' },
  },
]
