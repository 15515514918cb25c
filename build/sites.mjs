import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './install.mjs'
import { root } from './root.mjs'
import { loadSource } from './run/load-source.mjs'
import { runScript } from './run/script.mjs'

/** `npm run sites`: writes docs/sites.md, what Galley understands of each fixture site beside what its generator built. */
await runScript(async () => {
  await install()
  const { sitesPage } = await loadSource('test/services/site/sites-page.ts')
  writeFileSync(join(root, 'docs/sites.md'), await sitesPage())
})
