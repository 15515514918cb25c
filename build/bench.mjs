import { readdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { findOrGetChromium } from './machine/chromium.mjs'
import { root } from './root.mjs'
import { runScript } from './run/script.mjs'

const outputFolder = join(root, 'dist/bench')

/**
 * Gives each module its own address back, which bundling would replace by the bundle's: benches find their data beside themselves.
 *
 * @type {import('esbuild').Plugin}
 */
const ownAddresses = {
  name: 'own-addresses',
  setup(building) {
    building.onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      return {
        contents: source.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
        loader: 'ts',
      }
    })
  },
}

/** Bundles the bench files and what runs them, so that Node can load them. Libraries stay where they are. */
async function bundleBenches() {
  const { build: bundle } = await import('esbuild')
  const files = readdirSync(join(root, 'test/bench')).filter((file) => file.endsWith('.bench.ts'))
  rmSync(outputFolder, { recursive: true, force: true })
  await bundle({
    absWorkingDir: root,
    entryPoints: ['run.ts', ...files].map((file) => join(root, 'test/bench', file)),
    outdir: outputFolder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins: [ownAddresses],
    logLevel: 'warning',
  })
  return files.map((file) => join(outputFolder, `${basename(file, '.ts')}.mjs`))
}

/** `npm run bench [-- NAME…] [--json]`: builds, measures and prints; a NAME is a part of a bench's name. */
async function bench() {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  await install()
  await build()
  const chromium = await findOrGetChromium()
  if (chromium !== null) process.env.GALLEY_CHROMIUM = chromium
  const files = await bundleBenches()
  const { runBenches } = await import(pathToFileURL(join(outputFolder, 'run.mjs')).href)
  process.exitCode = await runBenches({ files, names: positionals, json: values.json })
}

await runScript(bench)
