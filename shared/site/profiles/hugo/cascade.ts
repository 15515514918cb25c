import { matchesGlob } from '../glob-match'
import type { ContentFile } from './content-tree'
import { type HugoValue, type HugoValues, isMap, withLowerKeys } from './values'

/** Values that a folder's `_index` file, or the configuration, hands down to the pages it is meant for. */
export type Cascade = {
  readonly values: HugoValues
  readonly target: {
    readonly path: string | null
    readonly kind: string | null
    readonly lang: string | null
    readonly environment: string | null
  }
}

/** Reads `cascade`: one map, or a list of them with `_target` (since 0.124 `target`), and of late `params` in it. */
export function readCascade(given: unknown): readonly Cascade[] {
  const value = withLowerKeys(given)
  const maps = Array.isArray(value) ? value.filter(isMap) : isMap(value) ? [value] : []
  return maps.map((map) => {
    const target = isMap(map._target) ? map._target : isMap(map.target) ? map.target : {}
    const text = (key: string): string | null => (typeof target[key] === 'string' ? target[key] : null)
    const entries = Object.entries(map).filter(([key]) => key !== '_target' && key !== 'target')
    return {
      values: new Map(
        entries.map(([key, entry]): [string, HugoValue] => [key, { value: entry, isText: false }]),
      ),
      target: {
        path: text('path'),
        kind: text('kind'),
        lang: text('lang'),
        environment: text('environment'),
      },
    }
  })
}

/** The page's own values over what is handed down; `cascades` from the nearest folder up to the configuration. */
export function withCascades(
  own: HugoValues,
  cascades: readonly (readonly Cascade[])[],
  page: ContentFile,
  kind: string,
): HugoValues {
  const result = new Map(own)
  for (const cascade of cascades.flat()) {
    if (!isMeantFor(cascade, page, kind)) continue
    for (const [key, value] of cascade.values) if (!result.has(key)) result.set(key, value)
  }
  return result
}

function isMeantFor({ target }: Cascade, page: ContentFile, kind: string): boolean {
  const matches = (pattern: string | null, text: string): boolean =>
    pattern === null || matchesGlob(pattern.toLowerCase(), text.toLowerCase())
  const path = `/${[...page.folders, page.name].filter((part) => part !== '').join('/')}`
  const isPath = target.path === null || matches(`/${target.path.replace(/^\/+|\/+$/g, '')}`, path)
  return (
    isPath &&
    matches(target.kind, kind) &&
    matches(target.lang, page.language) &&
    matches(target.environment, 'production')
  )
}
