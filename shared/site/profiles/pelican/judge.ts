import type { HiddenReason, PostFate, SourceFile } from '../../profile'
import { noPage } from '../no-page'
import { clockAt, dayOf, isoOf, isTimeZone } from '../zone-time'
import type { PelicanConfiguration } from './configuration'
import { metadataOf, type PelicanMetadata } from './metadata'
import { placeOf } from './place'
import { type PelicanDate, pelicanDate } from './python-date'
import { pythonFormat } from './python-format'
import { pelicanSlugify } from './slugify'

/** What Pelican makes of one file (pelican/contents.py and generators.py of 4.8). `now` is milliseconds since 1970. */
export function judgeWithPelican(source: SourceFile, site: PelicanConfiguration, now: number): PostFate {
  const place = placeOf(source.path, site)
  if (place.kind === 'outside') return noPage
  if (place.kind === 'left-out') return { ...noPage, reasons: ['excluded'], rule: place.rule }
  const metadata = metadataOf(source, place.path, site)
  const content = contentOf(metadata, place.path, site, source)
  return place.kind === 'page' ? pageFate(content, site) : articleFate(content, site, now)
}

/** A file as Pelican holds it before it decides. */
type Content = {
  readonly metadata: PelicanMetadata
  readonly path: string
  readonly title: string | null
  readonly status: string
  readonly date: PelicanDate | null
  /** The date comes from the file's own time. */
  readonly hasVolatileDate: boolean
  /** What is written for a date, but is none. */
  readonly unreadableDate: string | null
  readonly language: string
  readonly slug: string | null
}

const statuses = new Set(['published', 'hidden', 'draft'])

function contentOf(
  metadata: PelicanMetadata,
  path: string,
  site: PelicanConfiguration,
  source: SourceFile,
): Content {
  const own = metadata.timezone
  const zone = own !== undefined && isTimeZone(own) ? own : site.zone
  const written = metadata.date
  const date =
    written === undefined ? defaultDate(site, source) : pelicanDate(written.replaceAll('_', ' '), zone)
  return {
    metadata,
    path,
    title: metadata.title ?? null,
    status: metadata.status ?? 'published',
    date,
    hasVolatileDate: written === undefined && site.defaultDate === 'fs',
    unreadableDate: written !== undefined && date === null ? written : null,
    language: metadata.lang ?? site.language,
    slug: slugOf(metadata, path, site),
  }
}

function defaultDate(site: PelicanConfiguration, source: SourceFile): PelicanDate | null {
  if (site.defaultDate === null) return null
  if (site.defaultDate !== 'fs') return pelicanDate(site.defaultDate, site.zone)
  return { instant: source.modifiedAt, clock: clockAt(source.modifiedAt, site.zone) }
}

function slugOf(metadata: PelicanMetadata, path: string, site: PelicanConfiguration): string | null {
  if (metadata.slug !== undefined) return metadata.slug
  if (site.slug === null) return null
  if (site.slugSource === 'none') return ''
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')
  const from = site.slugSource === 'title' ? metadata.title : name
  return from === undefined ? '' : pelicanSlugify(from, site.slug)
}

function pageFate(content: Content, site: PelicanConfiguration): PostFate {
  const kind = content.status === 'draft' ? 'DRAFT_PAGE' : 'PAGE'
  const isWritten = content.title !== null && statuses.has(content.status)
  return {
    ...noPage,
    published: isWritten,
    title: content.title,
    permalink: isWritten ? addressOf(kind, content, site) : null,
    language: content.language,
  }
}

function articleFate(content: Content, site: PelicanConfiguration, now: number): PostFate {
  const { date } = content
  const isFuture = !site.publishesFuture && date !== null && date.instant > now
  const why = whySkipped(content, isFuture)
  if (why !== null) {
    const problems = [`Pelican skips this post: ${why}.`]
    return { ...noPage, reasons: ['excluded'], title: content.title, rule: why, problems }
  }
  const isDraft = content.status === 'draft'
  const reasons: readonly HiddenReason[] = [
    ...(isDraft ? (['draft'] as const) : []),
    ...(isFuture ? (['future'] as const) : []),
  ]
  return {
    isPost: true,
    published: reasons.length === 0,
    reasons,
    rule: isDraft ? '`Status: draft`' : isFuture ? futureRule : null,
    title: content.title,
    dateISO: date === null ? null : isoOf(date.instant),
    day: date === null ? null : dayOf(date.clock),
    permalink: addressOf(isDraft ? 'DRAFT' : 'ARTICLE', content, site),
    language: content.language,
    kind: 'file',
    volatile: content.hasVolatileDate ? ['dateISO', 'day'] : [],
    problems: [],
  }
}

const futureRule = 'its date is yet to come, and `WITH_FUTURE_DATES` is off'

/** In words that fit after "Pelican skips this post: "; null for one that it takes. One of the future is a draft, whatever its status. */
function whySkipped({ title, status, date, unreadableDate }: Content, isFuture: boolean): string | null {
  if (unreadableDate !== null) return `\`${unreadableDate}\` is no date that it can read`
  if (title === null) return 'it has no title'
  if (!isFuture && !statuses.has(status))
    return `it knows no status \`${status}\`, only published, hidden and draft`
  return date === null && status !== 'draft' ? 'it has no date' : null
}

function addressOf(kind: string, content: Content, site: PelicanConfiguration): string | null {
  const { metadata, slug, language } = content
  const own = metadata.url
  if (own !== undefined) return `${site.base}/${own}`
  const pattern = site.address(`${kind}${language === site.language ? '' : '_LANG'}_URL`)
  if (pattern === null || slug === null) return null
  const author = metadata.author ?? metadata.authors?.split(/[;,]/)[0]?.trim() ?? site.author
  const slugged = (name: string): string => (site.slug === null ? '' : pelicanSlugify(name, site.slug))
  const filled = pythonFormat(pattern, {
    texts: {
      ...metadata,
      path: content.path,
      slug,
      lang: language,
      author: author === null ? '' : slugged(author),
      category: slugged(metadata.category ?? ''),
    },
    date: content.date?.clock ?? null,
  })
  return filled === null ? null : `${site.base}/${filled}`
}
