import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './install.mjs'
import { root } from './root.mjs'
import { loadSource } from './run/load-source.mjs'
import { runScript } from './run/script.mjs'

const schemaFile = join(root, 'docs/galley.schema.json')

/** `npm run schema`: writes docs/galley.schema.json from the schema that reads `.galley.yml`. */
await runScript(async () => {
  await install()
  const { galleyFileJsonSchema } = await loadSource('shared/site/forms/galley-file-schema.ts')
  writeFileSync(schemaFile, JSON.stringify(galleyFileJsonSchema(), null, 2))
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  execFileSync(process.execPath, [biome, 'format', '--write', schemaFile], { cwd: root, stdio: 'inherit' })
})
