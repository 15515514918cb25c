import { endingOf } from '../../markup'
import type { HiddenReason, PostFate, SourceFile } from '../../profile'
import { noPage } from '../no-page'
import { clockAt, dayOf, isoOf } from '../zone-time'
import { type AddressedDocument, documentAddress, pageAddress } from './address'
import type { JekyllConfiguration } from './configuration'
import { categoriesFromPath, documentData, printedByRuby, rubyValues } from './document-data'
import { placeOf, readDatedName } from './entry-filter'
import { defaultsFor } from './front-matter-defaults'
import { jekyllInstant } from './ruby-time'
import { titleFromSlug } from './slugify'

type Data = Readonly<Record<string, unknown>>
type Post = { readonly kind: 'post' | 'draft' } | { readonly kind: 'document'; readonly collection: string }

/** Names of the site's layouts, without their endings: a page in none prints no date. */
export type Layouts = ReadonlySet<string>

/** What Jekyll makes of one source of the site; `path` in it is relative to the site's folder. */
export function judgeWithJekyll(
  source: SourceFile,
  site: JekyllConfiguration,
  layouts: Layouts,
  now: number,
): PostFate {
  if (!source.path.startsWith(site.source)) return { ...noPage, rule: 'it lies outside the site’s `source`' }
  const path = source.path.slice(site.source.length)
  const place = placeOf(path, site)
  if (place.kind === 'left-out') {
    return { ...noPage, reasons: [place.liesAmongPosts ? 'excluded' : 'not-a-post'], rule: place.rule }
  }
  const start = site.collectionsFolder === '' ? 0 : site.collectionsFolder.length + 1
  if (place.kind === 'page') return judgePage(path, source, site, layouts)
  return judgeDocument(place, path.slice(start), source, site, layouts, now)
}

function judgeDocument(
  place: Post,
  path: string,
  source: SourceFile,
  site: JekyllConfiguration,
  layouts: Layouts,
  now: number,
): PostFate {
  const collection = place.kind === 'document' ? place.collection : 'posts'
  const isPost = place.kind !== 'document'
  if (!isPost && !source.hasFrontMatter) return copied(source, `/${path}`, site)
  const folders = categoriesFromPath(path, isLikeDraft(place, path) ? '_drafts' : `_${collection}`)
  const defaults = defaultsFor(path, collection, site)
  const data = documentData(folders, defaults, rubyValues(source))
  const isUnreadable = source.hasFrontMatter && source.values === null
  const date = dateOf(data, source, place, path, site, now)
  const stopped = (problem: string): PostFate => ({
    ...noPage,
    isPost,
    published: null,
    reasons: [],
    title: titleOf(data, source, path),
    problems: [problem],
  })
  if (date.kind === 'stops') {
    const problem = `Jekyll stops here: it cannot read the date “${date.text}”.`
    return stopped(problem)
  }
  const permalink = typeof data.permalink === 'string' ? data.permalink : null
  const document: AddressedDocument = {
    path,
    collection,
    slug: isUnreadable ? null : slugOf(data, path),
    categories: data.categories as readonly string[],
    instant: date.instant,
    zone: site.zone,
    outputEnding: outputEnding(path, permalink, site),
  }
  const address = documentAddress(permalink ?? templateOf(collection, site), document)
  if (address.kind === 'unknown-token') {
    const problem = `Jekyll stops here: it knows no \`:${address.token}\` in a permalink.`
    return stopped(problem)
  }
  const hidden = hiddenBy(place, data, defaults, date.instant, site, now)
  const isWritten = isPost || (site.collections.get(collection)?.isWritten ?? false)
  const volatile = date.isVolatile
    ? (['dateISO', 'day', ...(address.usesDate ? (['permalink'] as const) : [])] as const)
    : []
  if (!isWritten) return noPage
  return {
    isPost,
    published: hidden.length === 0,
    reasons: isPost ? hidden.map(({ reason }) => reason) : ['not-a-post'],
    rule: hidden[0]?.rule ?? null,
    title: isUnreadable ? printedByRuby(defaults.title, true) : titleOf(data, source, path),
    dateISO: isoOf(date.instant),
    day: printsDate(data, layouts, site) ? dayOf(clockAt(date.instant, site.zone)) : null,
    permalink: site.baseUrl + address.path,
    language: null,
    kind: 'file',
    volatile,
    problems: problemsOf(data, source, hidden.length > 0, isUnreadable),
  }
}

type Dated =
  | { readonly kind: 'instant'; readonly instant: number; readonly isVolatile: boolean }
  | { readonly kind: 'stops'; readonly text: string }

function dateOf(
  data: Data,
  source: SourceFile,
  place: Post,
  path: string,
  site: JekyllConfiguration,
  now: number,
): Dated {
  const written = data.date
  const isOwn = Object.hasOwn(source.values ?? {}, 'date')
  if (written !== undefined || isOwn) {
    const text = written instanceof Date ? written.toISOString() : String(written ?? '')
    const instant =
      written instanceof Date
        ? written.getTime()
        : jekyllInstant(text, !isOwn || source.quoted.has('date'), site.zone)
    return instant === null ? { kind: 'stops', text } : { kind: 'instant', instant, isVolatile: false }
  }
  const isUnreadable = source.hasFrontMatter && source.values === null
  const named = isUnreadable ? null : readDatedName(path.slice(path.lastIndexOf('/') + 1))
  if (named !== null) {
    const instant = jekyllInstant(named.date, true, site.zone)
    return instant === null
      ? { kind: 'stops', text: named.date }
      : { kind: 'instant', instant, isVolatile: false }
  }
  const instant = isLikeDraft(place, path) ? source.modifiedAt : now
  return { kind: 'instant', instant, isVolatile: true }
}

/** To Jekyll a draft is what has no `_posts` anywhere in its path, also not at the end of a folder's name (document.rb, `draft?`). */
function isLikeDraft(place: Post, path: string): boolean {
  return place.kind === 'draft' && !path.includes('_posts')
}

type Hidden = { readonly reason: HiddenReason; readonly rule: string }

function hiddenBy(
  place: Post,
  data: Data,
  defaults: Data,
  instant: number,
  site: JekyllConfiguration,
  now: number,
): readonly Hidden[] {
  const hidden: Hidden[] = []
  const isUnpublished = 'published' in data && (data.published === false || data.published === null)
  if (place.kind === 'draft' && !site.showsDrafts)
    hidden.push({ reason: 'draft', rule: 'it lies in `_drafts`' })
  else if (isUnpublished && !site.showsUnpublished) {
    const isDefault = defaults.published === data.published && 'published' in defaults
    hidden.push({
      reason: 'draft',
      rule: isDefault ? `\`published: false\`, from the defaults in \`${site.file}\`` : '`published: false`',
    })
  }
  if (!site.showsFuture && Math.floor(instant / 1000) > Math.floor(now / 1000))
    hidden.push({ reason: 'future', rule: `its date, ${dayOf(clockAt(instant, site.zone))}, is yet to come` })
  return hidden
}

function problemsOf(
  data: Data,
  source: SourceFile,
  isHidden: boolean,
  isUnreadable: boolean,
): readonly string[] {
  if (isUnreadable)
    return ['Jekyll cannot read this front matter: the page comes out without its title, layout and date.']
  if (isHidden) return []
  const problems: string[] = []
  if (data.draft === true) problems.push('Jekyll heeds no `draft: true`: this post is published.')
  if (source.quoted.has('published') && data.published === 'false')
    problems.push('`"false"` in quotes is a text to Jekyll, not false: this post is published.')
  return problems
}

function titleOf(data: Data, source: SourceFile, path: string): string {
  const isQuoted = source.quoted.has('title') || !Object.hasOwn(source.values ?? {}, 'title')
  return printedByRuby(data.title, isQuoted) ?? titleFromSlug(slugInName(path))
}

function slugOf(data: Data, path: string): string {
  const own = data.slug
  return own === undefined || own === null || own === false ? slugInName(path) : String(own)
}

function slugInName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const slug = readDatedName(name)?.slug ?? /^(.*)\.[^.]+$/.exec(name)?.[1] ?? name
  return slug.replace(/\.+$/, '')
}

function templateOf(collection: string, site: JekyllConfiguration): string {
  if (collection === 'posts') return site.postsPermalink
  return site.collections.get(collection)?.permalink ?? withStyle('/:collection/:path', site.permalinkStyle)
}

function withStyle(template: string, style: string): string {
  if (style === 'pretty' || style.endsWith('/')) return `${template}/`
  const isDotted = ['date', 'ordinal', 'none'].includes(style) || style.endsWith(':output_ext')
  return isDotted ? `${template}:output_ext` : template
}

/** The ending of what is written: the permalink's own, else what the file is turned into (jekyll/renderer.rb). */
function outputEnding(path: string, permalink: string | null, site: JekyllConfiguration): string {
  if (permalink !== null && !permalink.endsWith('/')) {
    const own = /[^/]\.[^./]+$/.exec(permalink)?.[0].slice(1)
    if (own !== undefined) return own
  }
  const ending = /(\.[^./]+)$/.exec(path)?.[1] ?? ''
  if (site.markdownEndings.includes(ending.toLowerCase())) return '.html'
  return /^\.s[ac]ss$/.test(ending) ? '.css' : ending
}

function printsDate(data: Data, layouts: Layouts, site: JekyllConfiguration): boolean {
  const layout = data.layout
  return typeof layout === 'string' && layout !== 'none' && (site.hasTheme || layouts.has(layout))
}

function judgePage(path: string, source: SourceFile, site: JekyllConfiguration, layouts: Layouts): PostFate {
  if (!source.hasFrontMatter) return copied(source, `/${path}`, site)
  const own = rubyValues(source)
  const data = { ...defaultsFor(path, 'pages', site), ...own }
  const permalink = typeof data.permalink === 'string' ? data.permalink : null
  const slash = path.lastIndexOf('/')
  const name = path.slice(slash + 1)
  const basename = name.replace(/\.[^.]*$/, '').replace(/\.+$/, '')
  const ending = outputEnding(path, permalink, site)
  const isHtml = ['.html', '.xhtml', '.htm'].includes(ending)
  const usual = basename === 'index' ? '/:path/' : withStyle('/:path/:basename', site.permalinkStyle)
  const template = permalink ?? (isHtml ? usual : '/:path/:basename:output_ext')
  const page = { folder: slash === -1 ? '' : `/${path.slice(0, slash)}`, basename, outputEnding: ending }
  const date =
    typeof data.date === 'string' ? jekyllInstant(data.date, source.quoted.has('date'), site.zone) : null
  const isPublished = !('published' in own) || (own.published !== false && own.published !== null)
  return {
    ...noPage,
    published: isPublished || site.showsUnpublished,
    title: printedByRuby(data.title, source.quoted.has('title')),
    dateISO: date === null ? null : isoOf(date),
    day: date !== null && printsDate(data, layouts, site) ? dayOf(clockAt(date, site.zone)) : null,
    permalink: site.baseUrl + pageAddress(template, page),
  }
}

/** A file without front matter is copied as it is. */
function copied(source: SourceFile, address: string, site: JekyllConfiguration): PostFate {
  return endingOf(source.path) === ''
    ? noPage
    : { ...noPage, published: true, permalink: site.baseUrl + address }
}
