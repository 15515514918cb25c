import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { repositoryFile } from '../repository-root'

const source = repositoryFile('test/helpers/chromium-stand-in')

const forNode: BuildOptions = { platform: 'node', format: 'cjs', target: 'node20', external: ['playwright'] }
const forPages: BuildOptions = { platform: 'browser', format: 'iife', target: 'chrome120' }

const scripts: readonly (readonly [from: string, to: string, options: BuildOptions])[] = [
  ['electron.ts', 'electron.cjs', forNode],
  ['register.ts', 'register.cjs', forNode],
  ['page/main-world.ts', 'main-world.js', forPages],
  ['page/isolated-world.ts', 'isolated-world.js', forPages],
]

/** Bundles the stand-in and gives the folder of its scripts. Several processes may do so at once. */
export async function buildStandIn(): Promise<string> {
  const folder = repositoryFile('dist/chromium-stand-in')
  mkdirSync(folder, { recursive: true })
  await Promise.all(
    scripts.map(async ([from, to, options]) => {
      const { outputFiles } = await build({
        ...options,
        entryPoints: [join(source, from)],
        bundle: true,
        write: false,
        logLevel: 'error',
      })
      const temporary = join(folder, `${to}.${process.pid}`)
      writeFileSync(temporary, outputFiles[0]?.contents ?? '')
      renameSync(temporary, join(folder, to))
    }),
  )
  return folder
}
