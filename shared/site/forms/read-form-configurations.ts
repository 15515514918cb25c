import { readCloudCannon } from './cloudcannon'
import type { ConfigurationFile, FormConfiguration } from './configuration'
import { readDecap } from './decap'
import { readFrontMatterCms } from './front-matter-cms'
import { readGalleyFile } from './galley-file'
import { readPagesCms } from './pages-cms'

/** The systems whose configurations tell of forms. */
export type FormSystem = 'cloudcannon' | 'pages-cms' | 'decap' | 'front-matter-cms' | 'galley'

// The weakest first: each may override what those before it say, and the blog's own file has the last word.
const readers: readonly (readonly [
  FormSystem,
  (files: readonly ConfigurationFile[]) => readonly FormConfiguration[],
])[] = [
  ['cloudcannon', (files) => files.flatMap(readCloudCannon)],
  ['pages-cms', (files) => files.map(readPagesCms)],
  ['decap', (files) => files.map(readDecap)],
  ['front-matter-cms', (files) => [readFrontMatterCms(files)]],
  ['galley', (files) => files.map(readGalleyFile)],
]

/** What the files of each system say about forms, the weakest first. Apply one after the other with `applyConfiguration`. */
export function readFormConfigurations(
  files: ReadonlyMap<FormSystem, readonly ConfigurationFile[]>,
): readonly FormConfiguration[] {
  return readers.flatMap(([system, read]) => {
    const own = files.get(system) ?? []
    return own.length === 0 ? [] : read(own)
  })
}
