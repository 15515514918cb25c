import type { PostFate, SourceFile } from '../../profile'
import { noPage } from '../no-page'
import { printed } from '../program/program-value'
import { isoOf } from '../zone-time'
import { pageAddress } from './address'
import { dateKeyOf, frontMatterOf } from './entry'
import { dayPrinted, instantFrom, leftOut, plainField } from './judge'
import { printZoneOf } from './print-zone'
import type { AstroSite } from './site'

/** A page of the site's own: `path` is from `src/pages`. */
export type AstroPage = { readonly source: SourceFile; readonly path: string }

/**
 * The folders of `src/pages` that hold posts, with a slash at their ends: those most of whose pages have a date. The pages' own folder
 * (empty) counts where no other does, for its pages with a date. None where the site has collections of posts.
 */
export function postPageFolders(
  pages: readonly AstroPage[],
  site: AstroSite,
  hasCollections: boolean,
): readonly string[] {
  const { choices, source } = site
  if (choices.postFolders !== undefined) {
    const start = `${source}/pages/`
    return choices.postFolders
      .map((folder) => `${folder.replace(/^(?:\.?\/)+|\/+$/g, '')}/`)
      .filter((folder) => folder.startsWith(start))
      .map((folder) => folder.slice(start.length))
  }
  if (hasCollections) return []
  const counts = new Map<string, { pages: number; dated: number }>()
  for (const page of pages) {
    if (isHidden(page.path)) continue
    const folder = page.path.slice(0, page.path.indexOf('/') + 1)
    const count = counts.get(folder) ?? { pages: 0, dated: 0 }
    counts.set(folder, { pages: count.pages + 1, dated: count.dated + (isDated(page.source) ? 1 : 0) })
  }
  const dated = [...counts].filter(([folder, count]) => folder !== '' && count.dated * 2 > count.pages)
  if (dated.length > 0) return dated.map(([folder]) => folder)
  return (counts.get('')?.dated ?? 0) > 0 ? [''] : []
}

/** What Astro makes of a Markdown page; `folders` hold posts. */
export function judgePage(
  { source, path }: AstroPage,
  folders: readonly string[],
  site: AstroSite,
): PostFate {
  const folder = folders.find((start) => path.startsWith(start) && (start !== '' || !path.includes('/')))
  const isAmongPosts = folder !== undefined && (folder !== '' || isDated(source))
  if (isHidden(path)) {
    const rule = 'a file or folder with `_` before its name makes no page'
    return isAmongPosts ? leftOut(rule) : { ...noPage, rule }
  }
  const raw = frontMatterOf(source)
  const key = dateKeyOf(null, raw)
  const instant = key === null ? null : instantFrom(raw.fields.get(key), site.zone)
  const layout = plainField(source, 'layout')
  const template = typeof layout === 'string' ? site.programs.resolve(source.path, layout) : null
  const title = printed(plainField(source, 'title'))
  const route = path.replace(/\.[^./]+$/, '').replace(/(?:^|\/)index$/, '')
  const unreadable = source.hasFrontMatter && source.values === null
  return {
    isPost: isAmongPosts,
    published: unreadable ? null : true,
    reasons: isAmongPosts ? [] : ['not-a-post'],
    rule: null,
    title: typeof title === 'string' && raw.fields.has('title') ? title : null,
    dateISO: instant === null ? null : isoOf(instant),
    day: dayPrinted(instant, template === null ? null : printZoneOf(template, site), site),
    permalink: pageAddress(route, site),
    language: null,
    kind: /\/index\.\w+$/.test(path) ? 'bundle' : 'file',
    volatile: [],
    problems: unreadable ? ['Astro stops here: the front matter cannot be read.'] : [],
  }
}

function isHidden(path: string): boolean {
  return /(?:^|\/)[_.]/.test(path)
}

function isDated(source: SourceFile): boolean {
  return dateKeyOf(null, frontMatterOf(source)) !== null
}
