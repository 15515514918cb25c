import { matchesGlob } from '../glob-match'
import type { DefaultSet, JekyllConfiguration } from './configuration'

type Values = Readonly<Record<string, unknown>>

/**
 * What `defaults` give a file, merged in Jekyll's order: a longer path goes before a shorter one, and a scope with a type before one
 * without (jekyll/frontmatter_defaults.rb). `path` is relative to the collections' folder.
 */
export function defaultsFor(
  path: string,
  type: string,
  { defaults }: Pick<JekyllConfiguration, 'defaults'>,
): Values {
  let merged: Values = {}
  let old: DefaultSet | null = null
  for (const set of defaults) {
    if (set.type !== null && set.type !== type) continue
    if (!appliesTo(path, set.prefixes)) continue
    if (old === null || hasPrecedence(old, set)) {
      merged = mergedOver(merged, set.values)
      old = set
    } else merged = mergedOver(set.values, merged)
  }
  return merged
}

/** Jekyll's merge: what is later counts, but nothing (`null`) never replaces something. */
export function mergedOver(first: Values, second: Values): Values {
  const kept = Object.entries(second).filter(([key, value]) => value !== null || !Object.hasOwn(first, key))
  return { ...first, ...Object.fromEntries(kept) }
}

/** The sets with the prefixes that their scopes come to: a scope with `*` names the files and folders that are there. */
export function withPrefixes(
  sets: readonly DefaultSet[],
  paths: readonly string[],
  { collectionsFolder, source }: Pick<JekyllConfiguration, 'collectionsFolder' | 'source'>,
): readonly DefaultSet[] {
  const start = `${collectionsFolder}/`
  const stripped = (path: string): string =>
    collectionsFolder !== '' && path.startsWith(start) ? path.slice(start.length) : path
  if (!sets.some(({ path }) => path.includes('*')))
    return sets.map((set) => ({ ...set, prefixes: [stripped(set.path)] }))
  const there = new Set<string>()
  for (const path of paths) {
    if (!path.startsWith(source)) continue
    for (let slash = path.indexOf('/', source.length); slash !== -1; slash = path.indexOf('/', slash + 1))
      there.add(path.slice(source.length, slash))
    there.add(path.slice(source.length))
  }
  return sets.map((set) => {
    if (!set.path.includes('*')) return { ...set, prefixes: [stripped(set.path)] }
    const glob = set.path.replace(/\/$/, '')
    return { ...set, prefixes: [...there].filter((path) => matchesGlob(glob, path)).map(stripped) }
  })
}

function appliesTo(path: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => path.startsWith(prefix))
}

function hasPrecedence(old: DefaultSet, set: DefaultSet): boolean {
  const length = (path: string): number => path.replace(/^\//, '').length
  if (length(set.path) !== length(old.path)) return length(set.path) >= length(old.path)
  return set.type !== null || old.type === null
}
