import { configurationFiles, detectGenerator, type GeneratorId, siteFolders } from './detect-generator'
import type { SiteSource } from './profile'

/** A site in a repository. */
export type DetectedSite = {
  /** From the repository's root, empty for the root itself. */
  readonly folder: string
  readonly generator: GeneratorId
  /** What gave it away; the path is from the repository's root. */
  readonly sign: SiteSource
}

const never = new Set([
  ...['node_modules', 'bower_components', 'vendor', '_site', 'public', 'dist', 'build', 'output', 'target'],
  ...['test', 'tests', '__tests__', 'fixtures', 'themes', 'examples', 'example', 'templates', 'archetypes'],
])

const maxFolders = 400

/** Where sites may be: see `siteFolders`, then every folder of the first and of the second level. Sorted by how likely they are. */
export function candidateFolders(paths: readonly string[]): readonly (readonly string[])[] {
  const levels: [Set<string>, Set<string>] = [new Set(), new Set()]
  for (const path of paths) {
    const folders = path.split('/').slice(0, -1)
    for (const depth of [1, 2] as const) {
      const part = folders.slice(0, depth)
      if (part.length === depth && part.every((name) => !never.has(name)))
        levels[depth - 1]?.add(part.join('/'))
    }
  }
  const usual = siteFolders.slice(1)
  const [first, second] = levels.map((level) => [...level].filter((folder) => !usual.includes(folder)))
  return [[''], usual, first ?? [], second ?? []].map((level) => level.slice(0, maxFolders))
}

/** The paths of the configuration files that `detectSites` reads, in any folder where a site may be. */
export function wantedConfigurations(paths: readonly string[]): readonly string[] {
  const there = new Set(paths)
  return candidateFolders(paths)
    .flat()
    .flatMap((folder) => configurationFiles.map((name) => joined(folder, name)))
    .filter((path) => there.has(path))
}

/**
 * The sites of a repository, from the paths of its files and the texts of `wantedConfigurations`. A site at the root is the only one;
 * else all in the usual folders count, else all one level down, else all two levels down.
 */
export function detectSites(
  paths: readonly string[],
  texts: ReadonlyMap<string, string>,
): readonly DetectedSite[] {
  for (const level of candidateFolders(paths)) {
    const found = level.flatMap((folder): DetectedSite[] => {
      const own = withinFolder(paths, folder)
      if (own.length === 0) return []
      const detected = detectGenerator({ paths: own, texts: textsIn(texts, folder) })
      if (detected === null) return []
      const sign = { ...detected.sign, file: joined(folder, detected.sign.file) }
      return [{ folder, generator: detected.generator, sign }]
    })
    if (found.length > 0) return found
  }
  return []
}

function withinFolder(paths: readonly string[], folder: string): readonly string[] {
  if (folder === '') return paths
  return paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1))
}

function textsIn(texts: ReadonlyMap<string, string>, folder: string): ReadonlyMap<string, string> {
  return new Map(
    configurationFiles.flatMap((name) => {
      const text = texts.get(joined(folder, name))
      return text === undefined ? [] : [[name, text] as const]
    }),
  )
}

function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}
