import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './install.mjs'
import { root } from './root.mjs'
import { runScript } from './run/script.mjs'

const schemaFile = join(root, 'docs/galley.schema.json')

/**
 * The module's exports, from a bundle in memory: Node does not load the sources as they are.
 *
 * @param {string} source relative to the root
 */
async function load(source) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, source)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  })
  const bundle = outputFiles.map(({ text }) => text).join('')
  return import(`data:text/javascript;base64,${Buffer.from(bundle).toString('base64')}`)
}

/** `npm run schema`: writes docs/galley.schema.json from the schema that reads `.galley.yml`. */
await runScript(async () => {
  await install()
  const { galleyFileJsonSchema } = await load('shared/site/forms/galley-file-schema.ts')
  writeFileSync(schemaFile, JSON.stringify(galleyFileJsonSchema(), null, 2))
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  execFileSync(process.execPath, [biome, 'format', '--write', schemaFile], { cwd: root, stdio: 'inherit' })
})
