import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../root.mjs'

/**
 * A TypeScript module's exports, from a bundle in memory: Node does not load the sources as they are. In the bundle every module takes itself to lie
 * in `test/helpers`, where the one lies that finds the repository's folder from its own.
 *
 * @param {string} source relative to the root
 */
export async function loadSource(source) {
  const { build } = await import('esbuild')
  const place = JSON.stringify(pathToFileURL(join(root, 'test/helpers/bundle.mjs')).href)
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, source)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    // some libraries' CommonJS form cannot be bundled
    mainFields: ['module', 'main'],
    write: false,
    define: { 'import.meta.url': place },
    // for libraries in CommonJS
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(${place});` },
  })
  const bundle = outputFiles.map(({ text }) => text).join('')
  return import(`data:text/javascript;base64,${Buffer.from(bundle).toString('base64')}`)
}
