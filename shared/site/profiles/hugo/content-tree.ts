import { RE2JS } from 're2js'
import type { HugoConfiguration } from './configuration'

const contentEndings = new Set([
  ...['html', 'htm', 'mdown', 'markdown', 'md', 'asciidoc', 'adoc', 'ad'],
  ...['rest', 'rst', 'org', 'pandoc', 'pdc'],
])

/** A file that makes a page of its own: a single page (`page`), or the list page of a folder (`node`). */
export type ContentFile = {
  readonly path: string
  readonly kind: 'page' | 'node'
  readonly language: string
  /** The folders below the root of the content in which it lies; a bundle's own folder is left out. */
  readonly folders: readonly string[]
  /** The name without ending and language; a bundle's folder; empty for a list page. */
  readonly name: string
  readonly isBundle: boolean
  /** Its ending says HTML, which makes a page only with front matter. */
  readonly isHtml: boolean
}

/** What Hugo takes a file for, by its path. */
export type ContentPlace =
  | ContentFile
  | { readonly kind: 'outside' }
  | { readonly kind: 'left-out'; readonly section: string; readonly language: string; readonly rule: string }

/** All of a site's content by its paths alone. */
export type ContentTree = {
  readonly placeOf: (path: string) => ContentPlace
  /** The folders that are sections: those at the top, and those with an `_index` file in that language. */
  readonly sectionsOf: (language: string, folders: readonly string[]) => readonly string[]
}

/** Sorts out a site's files (hugofs/files/classifier.go, hugolib/pages_capture.go). */
export function contentTree(paths: readonly string[], site: HugoConfiguration): ContentTree {
  const isIgnored = ignoredBy(site)
  const bundles = new Set<string>()
  const branches = new Set<string>()
  for (const path of paths) {
    const slash = path.lastIndexOf('/')
    const name = path.slice(slash + 1)
    if (!hasContentEnding(name) || isHtml(name) || isIgnored(path) !== null) continue
    const root = rootOf(path, site)
    if (root === null) continue
    const folder = path.slice(0, slash)
    if (name.startsWith('index.') && folder !== root.folder) bundles.add(folder)
    if (!name.startsWith('_index.')) continue
    const within = foldersIn(path, root)
    branches.add(`${languageOf(name, site)?.code ?? root.language} ${within.join('/')}`)
  }
  const bundleOf = (path: string): string | null => {
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      if (bundles.has(path.slice(0, slash))) return path.slice(0, slash)
    }
    return null
  }
  return {
    placeOf: (path) => placeOf(path, site, bundleOf(path), isIgnored(path)),
    sectionsOf: (language, folders) => {
      for (let depth = folders.length; depth > 1; depth--) {
        if (branches.has(`${language} ${folders.slice(0, depth).join('/')}`)) return folders.slice(0, depth)
      }
      return folders.slice(0, 1)
    },
  }
}

function placeOf(
  path: string,
  site: HugoConfiguration,
  bundle: string | null,
  ignored: string | null,
): ContentPlace {
  const root = rootOf(path, site)
  const slash = path.lastIndexOf('/')
  const name = path.slice(slash + 1)
  if (root === null || !hasContentEnding(name)) return { kind: 'outside' }
  const folders = foldersIn(path, root)
  const suffix = languageOf(name, site)
  const language = suffix?.code ?? root.language
  const leftOut = (rule: string): ContentPlace => ({
    kind: 'left-out',
    section: folders[0] ?? '',
    language,
    rule,
  })
  if (ignored !== null) return leftOut(ignored)
  if (suffix?.isDisabled) return leftOut(`the language \`${suffix.code}\` is turned off`)
  const baseName = withoutEnding(suffix === null ? name : suffix.rest)
  const base = { path, language, isHtml: isHtml(name) }
  const isInside =
    bundle !== null && (bundle !== path.slice(0, slash) || !name.startsWith('index.') || isHtml(name))
  if (isInside) return leftOut(`it belongs to the bundle \`${bundle}\``)
  if (bundle !== null) {
    return {
      ...base,
      kind: 'page',
      folders: folders.slice(0, -1),
      name: folders.at(-1) ?? '',
      isBundle: true,
    }
  }
  if (name.startsWith('_index.')) return { ...base, kind: 'node', folders, name: '', isBundle: true }
  return { ...base, kind: 'page', folders, name: baseName, isBundle: false }
}

function rootOf(path: string, site: HugoConfiguration): HugoConfiguration['roots'][number] | null {
  return site.roots.find(({ folder }) => folder === '' || path.startsWith(`${folder}/`)) ?? null
}

function foldersIn(path: string, root: HugoConfiguration['roots'][number]): readonly string[] {
  const within = path.slice(root.folder === '' ? 0 : root.folder.length + 1)
  return [...root.target.split('/'), ...within.split('/').slice(0, -1)].filter((part) => part !== '')
}

/** Whether a name has an ending that Hugo makes pages of. */
export function hasContentEnding(name: string): boolean {
  return contentEndings.has(/\.([^./]+)$/.exec(name)?.[1] ?? '')
}

function isHtml(name: string): boolean {
  return /\.html?$/.test(name)
}

function withoutEnding(name: string): string {
  return name.replace(/\.[^.]*$/, '')
}

function languageOf(
  name: string,
  site: HugoConfiguration,
): { readonly code: string; readonly rest: string; readonly isDisabled: boolean } | null {
  const [, start, code, ending] = /^(.*)\.([^.]+)(\.[^.]+)$/s.exec(name) ?? []
  if (start === undefined || code === undefined || ending === undefined) return null
  const isDisabled = site.disabledLanguages.has(code)
  return isDisabled || site.languages.has(code) ? { code, rest: start + ending, isDisabled } : null
}

/** Why a file is ignored: names that are hidden or backups, and `ignoreFiles`, whose patterns are run in linear time. */
function ignoredBy(site: HugoConfiguration): (path: string) => string | null {
  const patterns = site.ignoredFiles.flatMap((pattern) => {
    try {
      return [RE2JS.compile(pattern)]
    } catch {
      // Hugo stops on it, as `readHugoConfiguration` tells
      return []
    }
  })
  return (path) => {
    const parts = path.split('/')
    const hidden = parts.find((part) => /^[.#]|~$/.test(part))
    if (hidden !== undefined) return `\`${hidden}\` is hidden or a backup`
    // patterns see the whole path on the disk
    return patterns.some((pattern) => pattern.matcher(`/site/${path}`).find())
      ? 'it is in `ignoreFiles`'
      : null
  }
}
