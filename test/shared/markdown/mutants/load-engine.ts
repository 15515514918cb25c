import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import type { createIncrementalRenderer } from '#shared/markdown/incremental'
import { repositoryFile } from '../../../helpers/repository-root'
import type { Mutant } from './mutants'

/** The engine's own function, of sources in which something may have been altered. */
export type Engine = { readonly createIncrementalRenderer: typeof createIncrementalRenderer }

async function altered({ file, find, replace }: Mutant): Promise<string> {
  const source = await readFile(repositoryFile(file), 'utf8')
  const places = source.split(find).length - 1
  if (places !== 1) throw new Error(`what a mutant alters stands ${places} times in ${file}: ${find}`)
  return source.replace(find, () => replace)
}

/** Loads the engine with a mutant's alteration. @throws when what it alters does not stand there exactly once. */
export async function loadEngine(mutant: Mutant): Promise<Engine> {
  const contents = await altered(mutant)
  const path = repositoryFile(mutant.file)
  const { outputFiles } = await build({
    entryPoints: [repositoryFile('shared/markdown/incremental.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    plugins: [
      {
        name: 'mutant',
        setup: ({ onLoad }) => {
          onLoad({ filter: /\.ts$/ }, (loaded) => (loaded.path === path ? { contents, loader: 'ts' } : null))
        },
      },
    ],
  })
  const script = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')
  return import(/* @vite-ignore */ `data:text/javascript;base64,${script}`)
}
