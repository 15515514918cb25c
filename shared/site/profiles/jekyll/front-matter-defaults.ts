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
  { defaults, collectionsFolder }: Pick<JekyllConfiguration, 'defaults' | 'collectionsFolder'>,
): Values {
  let merged: Values = {}
  let old: DefaultSet | null = null
  for (const set of defaults) {
    if (set.type !== null && set.type !== type) continue
    if (!appliesTo(path, set.path, collectionsFolder)) continue
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

function appliesTo(path: string, scope: string, collectionsFolder: string): boolean {
  if (scope === '') return true
  const start = collectionsFolder === '' ? '/' : `${collectionsFolder}/`
  const stripped = (text: string): string =>
    collectionsFolder !== '' && text.startsWith(start) ? text.slice(start.length) : text
  if (!scope.includes('*')) return path.startsWith(stripped(scope))
  // a glob names files and folders that are there: those on the way to this file are
  const segments = path.split('/')
  return segments.some((_, index) => {
    const part = segments.slice(0, index + 1).join('/')
    const inSource = collectionsFolder === '' ? part : `${start}${part}`
    return matchesGlob(scope.replace(/\/$/, ''), inSource) || matchesGlob(scope.replace(/\/$/, ''), part)
  })
}

function hasPrecedence(old: DefaultSet, set: DefaultSet): boolean {
  const length = (path: string): number => path.replace(/^\//, '').length
  if (length(set.path) !== length(old.path)) return length(set.path) >= length(old.path)
  return set.type !== null || old.type === null
}
