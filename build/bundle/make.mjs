import { chmodSync, cpSync, rmSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { root } from '../root.mjs'

/** Bundled CommonJS libraries call `require` for Node's own modules; an ES module has none. */
const requireForModules = `import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)`

/**
 * @param {import('./bundles.mjs').Bundle} bundle
 * @param {import('esbuild').BuildOptions} options
 */
async function makeScript(bundle, options) {
  const { build } = await import('esbuild')
  const output = bundle.outputs[0] ?? ''
  await build({
    absWorkingDir: root,
    entryPoints: [...bundle.entries],
    outdir: dirname(output),
    outExtension: { '.js': extname(output) },
    bundle: true,
    platform: 'node',
    // its file for Node loads its parts by a `require` that no bundler can follow
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    sourcemap: true,
    logLevel: 'warning',
    ...options,
  })
}

async function makeRenderer() {
  const { build } = await import('vite')
  const environment = process.env.NODE_ENV
  // Vite takes a NODE_ENV that is set, as in a test runner, for the wish to bundle React's slow development version
  process.env.NODE_ENV = 'production'
  try {
    await build({ configFile: join(root, 'build/vite.config.mjs') })
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = environment
  }
}

/** @param {import('./bundles.mjs').Bundle} bundle */
function copyFolder(bundle) {
  const [from, to] = [bundle.entries[0], bundle.outputs[0]].map((path) => join(root, path ?? ''))
  if (from === undefined || to === undefined) throw new Error(`${bundle.name} names no folders`)
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true })
}

/**
 * Makes one bundle, whatever is there already. Fails with the bundler's own message.
 *
 * @param {import('./bundles.mjs').Bundle} bundle
 */
export async function makeBundle(bundle) {
  const { maker } = bundle
  if (maker.kind === 'renderer') return makeRenderer()
  if (maker.kind === 'copy') return copyFolder(bundle)
  if (maker.kind === 'node-module') {
    // what is imported on demand becomes files of its own, named by content: those of an earlier build go
    rmSync(join(root, dirname(bundle.outputs[0] ?? '')), { recursive: true, force: true })
    await makeScript(bundle, {
      format: 'esm',
      splitting: true,
      target: 'node20',
      banner: { js: requireForModules },
    })
    if (maker.isProgram) chmodSync(join(root, bundle.outputs[0] ?? ''), 0o755)
    return
  }
  return makeScript(bundle, { format: 'cjs', target: maker.target, external: ['electron'] })
}
