import { RE2JS } from 're2js'
import { type PostValues, valueFor } from '../../../post/post-values'
import type { SourceFile } from '../../profile'
import type { PelicanConfiguration } from './configuration'

/** What a file's header and its path say, names in lower case; of several values for a name the first. */
export type PelicanMetadata = Readonly<Record<string, string>>

/** The header goes before the path, and the file's name before its folder (pelican/readers.py, `read_file`). */
export function metadataOf(source: SourceFile, path: string, site: PelicanConfiguration): PelicanMetadata {
  return {
    category: site.defaultCategory,
    ...(site.defaultStatus === null ? {} : { status: site.defaultStatus }),
    ...fromPath(path, site),
    ...fromHeader(source.values ?? {}),
  }
}

// pelican/readers.py, METADATA_PROCESSORS: without a value these count as not there
const discardable = new Set(['tags', 'status', 'category', 'author', 'authors', 'slug'])

function fromHeader(values: PostValues): PelicanMetadata {
  const texts = Object.keys(values).map(
    (key) => [key.toLowerCase(), firstText(valueFor(values, key))] as const,
  )
  return Object.fromEntries(texts.filter(([key, text]) => text !== '' || !discardable.has(key)))
}

function firstText(value: unknown): string {
  if (Array.isArray(value)) return firstText(value[0])
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function fromPath(path: string, site: PelicanConfiguration): PelicanMetadata {
  const segments = path.split('/')
  const name = segments.pop() ?? ''
  const folder = segments.at(-1) ?? ''
  return {
    ...(site.usesFolderAsCategory && folder !== '' ? { category: folder } : {}),
    ...groupsIn(site.pathPattern, path),
    ...groupsIn(site.fileNamePattern, name.replace(/\.[^.]+$/, '')),
  }
}

function groupsIn(pattern: string | null, text: string): PelicanMetadata {
  const compiled = pattern === null ? null : compile(pattern)
  const matcher = compiled?.matcher(text)
  if (compiled === null || !matcher?.lookingAt()) return {}
  const names = Object.keys(compiled.namedGroups())
  const found = names.flatMap((name) => {
    const value = matcher.group(name)
    return value === null || value === '' ? [] : [[name.toLowerCase(), value] as const]
  })
  return Object.fromEntries(found)
}

const compiledPatterns = new Map<string, RE2JS | null>()

/** null for a pattern that cannot be matched in linear time; `isSupported` tells of it. */
function compile(pattern: string): RE2JS | null {
  const known = compiledPatterns.get(pattern)
  if (known !== undefined) return known
  let compiled: RE2JS | null = null
  try {
    compiled = RE2JS.compile(pattern)
  } catch {
    // look-around and back references
  }
  compiledPatterns.set(pattern, compiled)
  return compiled
}

/** Whether names are matched with the site's own pattern. */
export function isSupported(pattern: string | null): boolean {
  return pattern === null || compile(pattern) !== null
}
