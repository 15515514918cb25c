import { matchesGlobs } from '../matches-globs'
import type { AstroCollection, AstroSite } from './site'

/** Where a file stands to a site's posts, by its path alone. */
export type AstroPlace =
  | { readonly kind: 'entry'; readonly collection: AstroCollection; readonly path: string }
  | { readonly kind: 'left-out'; readonly collection: AstroCollection; readonly rule: string }
  /** A page of its own; `path` is from `src/pages`. */
  | { readonly kind: 'page'; readonly path: string }
  | { readonly kind: 'elsewhere' }

const written = /\.(?:md|mdx|markdown|mdown|mkdn|mkd|mdwn)$/

/** Where a file lies; `collections` are those of posts. */
export function placeInAstro(
  path: string,
  collections: readonly AstroCollection[],
  site: AstroSite,
): AstroPlace {
  if (!written.test(path)) return { kind: 'elsewhere' }
  for (const collection of collections) {
    const inside = below(collection.base, path)
    if (inside === null || !matchesGlobs(collection.patterns, inside)) continue
    const isMdx = path.endsWith('.mdx')
    if (isMdx && !hasMdx(site))
      return { kind: 'left-out', collection, rule: 'the site does not use `@astrojs/mdx`' }
    if (!isMdx && !path.endsWith('.md'))
      return { kind: 'left-out', collection, rule: 'a collection takes `.md` and `.mdx` only' }
    return { kind: 'entry', collection, path: inside }
  }
  for (const collection of collections) {
    const inside = below(collection.base, path)
    if (inside === null || !inside.startsWith(commonStart(collection.patterns))) continue
    const rule = collection.isLegacy
      ? 'a name with `_` before it is left out'
      : `\`${collection.patterns.join('`, `')}\` does not match it`
    return { kind: 'left-out', collection, rule }
  }
  const page = below(`${site.source}/pages`, path)
  return page === null || /^index\.\w+$/.test(page) ? { kind: 'elsewhere' } : { kind: 'page', path: page }
}

function hasMdx({ file, texts }: AstroSite): boolean {
  return file === null || /\b(?:mdx|starlight)\s*\(/.test(texts.get(file) ?? '')
}

function below(folder: string, path: string): string | null {
  if (folder === '') return path
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null
}

/** The folders that every pattern begins with. */
function commonStart(patterns: readonly string[]): string {
  const starts = patterns
    .filter((pattern) => !pattern.startsWith('!'))
    .map((pattern) => /^(?:[^*?{}[\]()!/]+\/)*/.exec(pattern.replace(/^(?:\.\/)+/, ''))?.[0] ?? '')
  const [first = ''] = starts
  return starts.every((start) => start === first) ? first : ''
}

const usualNames =
  /^(?:my)?(?:blogs?|blog-?posts?|posts?|articles?|writings?|news|journals?|notes?|essays?|stories|story|entries|logs?|diary|weblog|til|thoughts?)$/i

/** Collections that every documentation or theme has, none of them of posts. */
const neverPosts =
  /^(?:docs?|documentation|i18n|authors?|pages?|categories|tags?|data|settings|navigation|changelogs?|team|faqs?)$/i

/** The collections whose entries are posts: those with a usual name, else those with dates, else all that may be. */
export function postCollections(site: AstroSite): readonly AstroCollection[] {
  const { collections, choices } = site
  if (choices.postFolders !== undefined) {
    const folders = choices.postFolders.map((folder) => folder.replace(/^(?:\.?\/)+|\/+$/g, ''))
    return collections.filter(({ base }) =>
      folders.some((folder) => base === folder || base.startsWith(`${folder}/`)),
    )
  }
  const named = collections.filter(({ name }) => usualNames.test(name))
  if (named.length > 0) return named
  const dated = collections.filter(({ schema }) =>
    [...(schema?.entries.values() ?? [])].some(({ kind }) => kind === 'date'),
  )
  return dated.length > 0 ? dated : collections.filter(({ name }) => !neverPosts.test(name))
}
