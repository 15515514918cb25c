import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './install.mjs'
import { root } from './root.mjs'
import { loadSource } from './run/load-source.mjs'
import { runScript } from './run/script.mjs'

/** `npm run fidelity`: writes docs/preview-fidelity.md from how each flavour renders its cases. */
await runScript(async () => {
  await install()
  const { fidelityPage } = await loadSource('test/shared/markdown/fidelity/fidelity-page.ts')
  writeFileSync(join(root, 'docs/preview-fidelity.md'), fidelityPage())
})
