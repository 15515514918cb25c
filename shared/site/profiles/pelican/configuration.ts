import { type Literal, literalAt, unreadable } from '../../markdown/literals'
import type { SiteInput, SiteSource } from '../../profile'
import { isTimeZone } from '../zone-time'

/** The settings of Pelican (docs.getpelican.com/en/stable/settings.html) that decide what becomes of a post. null: written as code. */
export type PelicanConfiguration = {
  readonly file: string
  /** Where the content lies, from the site's folder, with a slash at its end unless empty. */
  readonly content: string
  readonly contentIsStated: boolean
  readonly articlePaths: readonly string[]
  readonly articleExcludes: readonly string[]
  readonly pagePaths: readonly string[]
  readonly pageExcludes: readonly string[]
  readonly ignored: readonly string[]
  readonly staticPaths: readonly string[]
  readonly zone: string
  readonly language: string
  /** The path of `SITEURL`, without a slash at its end. */
  readonly base: string
  readonly defaultCategory: string
  readonly author: string | null
  readonly usesFolderAsCategory: boolean
  readonly publishesFuture: boolean
  readonly slugSource: 'title' | 'basename' | 'none'
  readonly slug: { readonly keepsCase: boolean; readonly usesUnicode: boolean } | null
  readonly fileNamePattern: string | null
  readonly pathPattern: string | null
  readonly defaultStatus: string | null
  /** `fs`: the file's own time. */
  readonly defaultDate: string | null
  /** A setting for addresses, such as `ARTICLE_LANG_URL`; null for code. */
  readonly address: (name: string) => string | null
  readonly where: (name: string) => SiteSource | null
  readonly problems: readonly { readonly message: string; readonly source: SiteSource }[]
}

/** The file that a Pelican site is set up in. It is read, never run. */
export const pelicanFile = 'pelicanconf.py'

// pelican/settings.py, DEFAULT_CONFIG
const addresses: Readonly<Record<string, string>> = {
  ARTICLE_URL: '{slug}.html',
  ARTICLE_LANG_URL: '{slug}-{lang}.html',
  DRAFT_URL: 'drafts/{slug}.html',
  DRAFT_LANG_URL: 'drafts/{slug}-{lang}.html',
  PAGE_URL: 'pages/{slug}.html',
  PAGE_LANG_URL: 'pages/{slug}-{lang}.html',
  DRAFT_PAGE_URL: 'drafts/pages/{slug}.html',
  DRAFT_PAGE_LANG_URL: 'drafts/pages/{slug}-{lang}.html',
}

/** Reads what `pelicanconf.py` writes down in plain sight; the rest is Pelican's default, and `problems` says so. */
export function readPelicanConfiguration({ texts, paths, choices }: SiteInput): PelicanConfiguration {
  const settings = assignmentsIn(texts.get(pelicanFile) ?? '')
  const problems: { message: string; source: SiteSource }[] = []
  const where = (name: string): SiteSource | null => {
    const line = settings.get(name)?.line
    return line === undefined ? null : { file: pelicanFile, line }
  }
  const read = <Value>(
    name: string,
    accept: (value: Literal) => Value | undefined,
    fallback: Value,
  ): Value => {
    const found = settings.get(name)
    if (found === undefined) return fallback
    const value = accept(found.value)
    if (value !== undefined) return value
    const message = `\`${name}\` is code, which Galley does not run: Pelican’s own setting is taken for it.`
    problems.push({ message, source: { file: pelicanFile, line: found.line } })
    return fallback
  }
  const text = (name: string, fallback: string): string => read(name, textOf, fallback)
  const flag = (name: string, fallback: boolean): boolean => read(name, flagOf, fallback)
  const list = (name: string, fallback: readonly string[]): readonly string[] => read(name, textsOf, fallback)

  const stated = read<string | null>('PATH', textOf, null)
  const zone = choices.timeZone ?? text('TIMEZONE', 'UTC')
  const pagePaths = folders(list('PAGE_PATHS', ['pages']))
  const articlePaths = folders(choices.postFolders ?? list('ARTICLE_PATHS', ['']))
  const hasSubstitutions = settings.has('SLUG_REGEX_SUBSTITUTIONS') || settings.has('SLUG_SUBSTITUTIONS')
  return {
    file: pelicanFile,
    content: folderOf(stated ?? (paths.some((path) => path.startsWith('content/')) ? 'content' : '')),
    contentIsStated: stated !== null,
    articlePaths,
    articleExcludes: [...folders(list('ARTICLE_EXCLUDES', [])), ...pagePaths],
    pagePaths,
    pageExcludes: [...folders(list('PAGE_EXCLUDES', [])), ...articlePaths.filter((path) => path !== '')],
    ignored: list('IGNORE_FILES', ['.#*']),
    staticPaths: list('STATIC_PATHS', ['images']),
    zone: isTimeZone(zone) ? zone : 'UTC',
    language: text('DEFAULT_LANG', 'en').toLowerCase(),
    base: text('SITEURL', '')
      .replace(/^[a-z]+:\/\/[^/]*/i, '')
      .replace(/\/+$/, ''),
    defaultCategory: text('DEFAULT_CATEGORY', 'misc'),
    author: read<string | null>('AUTHOR', textOf, null),
    usesFolderAsCategory: flag('USE_FOLDER_AS_CATEGORY', true),
    publishesFuture: flag('WITH_FUTURE_DATES', true),
    slugSource: slugSourceOf(text('SLUGIFY_SOURCE', 'title')),
    slug: hasSubstitutions
      ? null
      : { keepsCase: flag('SLUGIFY_PRESERVE_CASE', false), usesUnicode: flag('SLUGIFY_USE_UNICODE', false) },
    fileNamePattern: patternOf(read('FILENAME_METADATA', textOrNoneOf, '(?P<date>\\d{4}-\\d{2}-\\d{2}).*')),
    pathPattern: patternOf(read('PATH_METADATA', textOrNoneOf, '')),
    defaultStatus: read('DEFAULT_METADATA', statusIn, null),
    defaultDate: read<string | null>('DEFAULT_DATE', textOrNoneOf, null),
    address: (name) =>
      settings.has(name) ? (textOf(settings.get(name)?.value ?? null) ?? null) : (addresses[name] ?? null),
    where,
    problems,
  }
}

type Assignment = { readonly value: Literal; readonly line: number }

/** Assignments at the top level, the last of each name, by name. */
function assignmentsIn(source: string): ReadonlyMap<string, Assignment> {
  const found = new Map<string, Assignment>()
  for (const match of source.matchAll(/^([A-Z][A-Z_0-9]*)[ \t]*=(?!=)[ \t]*/gm)) {
    const line = source.slice(0, match.index).split('\n').length
    found.set(match[1] ?? '', { value: literalAt(source, match.index + match[0].length), line })
  }
  return found
}

function textOf(value: Literal): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function textOrNoneOf(value: Literal): string | null | undefined {
  return value === null || value === false ? null : textOf(value)
}

function flagOf(value: Literal): boolean | undefined {
  return value === unreadable || typeof value === 'object' ? undefined : Boolean(value)
}

/** Pelican takes a text where it wants a list, too. */
function textsOf(value: Literal): readonly string[] | undefined {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return undefined
  const texts = value.filter((item) => typeof item === 'string')
  return texts.length === value.length ? texts : undefined
}

function statusIn(value: Literal): string | null | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const status = (value as Readonly<Record<string, Literal>>).status
  return status === undefined ? null : textOf(status)
}

function slugSourceOf(text: string): PelicanConfiguration['slugSource'] {
  return text === 'title' || text === 'basename' ? text : 'none'
}

function patternOf(text: string | null): string | null {
  return text === '' ? null : text
}

function folders(paths: readonly string[]): readonly string[] {
  return paths.map((path) => path.replace(/^\.?\/+|\/+$/g, '').replace(/^\.$/, ''))
}

function folderOf(path: string): string {
  const [folder = ''] = folders([path])
  return folder === '' ? '' : `${folder}/`
}
