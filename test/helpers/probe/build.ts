import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build as bundle } from 'esbuild'
import { build as buildProduct } from '../../../build/build.mjs'
import { repositoryFile } from '../repository-root'

/** A Galley whose interface is one small page, for testing hosts by themselves. */
export type Probe = {
  /** The bundle of Electron's main process. */
  readonly main: string
  readonly rendererFolder: string
}

/**
 * Puts the product's own main process and preload, and the probe's page in place of the interface, into `folder`. The page connects
 * with the product's client and says so in its title.
 */
export async function buildProbe(folder: string): Promise<Probe> {
  const dist = join(folder, 'dist')
  const rendererFolder = join(dist, 'renderer')
  await buildProduct({ names: ['main', 'preload'] })
  await rm(folder, { recursive: true, force: true })
  await mkdir(rendererFolder, { recursive: true })
  await Promise.all([
    cp(repositoryFile('dist/main'), join(dist, 'main'), { recursive: true }),
    cp(repositoryFile('build/sample-blog'), join(dist, 'sample-blog'), { recursive: true }),
    cp(repositoryFile('test/helpers/probe/index.html'), join(rendererFolder, 'index.html')),
    cp(repositoryFile('test/helpers/probe/preview.html'), join(rendererFolder, 'preview.html')),
    writeFile(join(folder, 'package.json'), JSON.stringify({ version: '1.2.3' })),
    bundle({
      entryPoints: [repositoryFile('test/helpers/probe/page.ts')],
      outfile: join(rendererFolder, 'assets', 'page-AbCd1234.js'),
      bundle: true,
      format: 'esm',
      target: 'chrome120',
      logLevel: 'error',
    }),
  ])
  return { main: join(dist, 'main', 'main.cjs'), rendererFolder }
}
