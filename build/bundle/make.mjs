import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
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
  await build({
    absWorkingDir: root,
    entryPoints: [...bundle.entries],
    outfile: bundle.outputs[0] ?? '',
    bundle: true,
    platform: 'node',
    sourcemap: true,
    logLevel: 'warning',
    ...options,
  })
}

async function makeRenderer() {
  const { build } = await import('vite')
  await build({ configFile: join(root, 'build/vite.config.mjs') })
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
  if (maker.kind === 'node-module')
    return makeScript(bundle, { format: 'esm', target: 'node20', banner: { js: requireForModules } })
  return makeScript(bundle, { format: 'cjs', target: maker.target, external: ['electron'] })
}
