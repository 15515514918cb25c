import type { HiddenReason, PostFate, SourceFile } from '../../profile'
import { filledAddress } from '../address-template'
import { githubSlug } from '../github-slug'
import { javascriptInstant } from '../javascript-date'
import { noPage } from '../no-page'
import { ProgramModules } from '../program/modules'
import {
  fieldOf,
  isDate,
  type ProgramObject,
  type ProgramValue,
  printed as plainText,
  unknown,
} from '../program/program-value'
import { clockAt, dayOf, isoOf } from '../zone-time'
import { type AstroEntry, dateKeyOf, entryOf, frontMatterOf } from './entry'
import { astroPackages } from './packages'
import { printZoneOf } from './print-zone'
import { type AstroCollection, type AstroSite, readingAt } from './site'
import { type RouteVisit, visitRoutes, withData } from './visit-routes'

const farFuture = Date.UTC(9000, 0)

/** What an Astro site makes of one post of a collection; `path` is relative to the collection's folder. */
export function judgeEntry(
  source: SourceFile,
  path: string,
  collection: AstroCollection,
  site: AstroSite,
  now: number,
): PostFate {
  const modules = new ProgramModules(site.programs, astroPackages(unknown), readingAt(now, site.zone, true))
  const entry = entryOf(source, path, collection, modules, site.zone)
  const visit = visitRoutes(entry, collection.name, site, now)
  const hidden = visit.isMade === false ? whyHidden(entry, collection.name, site, now) : null
  const shown = hidden?.visit ?? visit
  const instant = instantOf(entry, source, collection, site.zone)
  const zone = shown.route === null ? null : printZoneOf(shown.route, site)
  // no page prints the day of a hidden post: it is the one that its file says
  const day = dayPrinted(instant, hidden === null ? zone : 'UTC', site)
  const title = titleOf(entry.data.fields.get('title') ?? frontMatterOf(source).fields.get('title'))
  const stops = entry.problems.length > 0
  return {
    isPost: true,
    published: stops && hidden === null ? null : visit.isMade,
    reasons: hidden?.reasons ?? [],
    rule: hidden?.rule ?? null,
    title,
    dateISO: instant === null ? null : isoOf(instant),
    day,
    permalink: chosenAddress(site, day, path, title) ?? shown.permalink,
    language: null,
    kind: /(?:^|\/)index\.\w+$/.test(path) ? 'bundle' : 'file',
    volatile: [],
    problems: entry.problems,
  }
}

type Hidden = { readonly visit: RouteVisit; readonly reasons: readonly HiddenReason[]; readonly rule: string }

/** Which change would let a post through the site's own filters: another flag in its front matter, a later day, or both. */
function whyHidden(entry: AstroEntry, name: string, site: AstroSite, now: number): Hidden {
  const flags = [...entry.data.fields].filter(([, value]) => typeof value === 'boolean')
  const attempt = (changed: readonly (readonly [string, ProgramValue])[], at: number): RouteVisit => {
    const data: ProgramObject = { ...entry.data, fields: new Map([...entry.data.fields, ...changed]) }
    return visitRoutes(withData(entry, data), name, site, at)
  }
  for (const at of [now, farFuture]) {
    const late: readonly HiddenReason[] = at === now ? [] : ['future']
    if (at !== now) {
      const visit = attempt([], at)
      if (visit.isMade === true)
        return { visit, reasons: ['future'], rule: 'the site’s own filter waits for its date' }
    }
    for (const [key, value] of flags) {
      const visit = attempt([[key, value !== true]], at)
      if (visit.isMade === true)
        return {
          visit,
          reasons: ['draft', ...late],
          rule: `\`${key}: ${String(value)}\`, by the site’s own filter`,
        }
    }
  }
  const word = [...entry.data.fields].find(
    ([, value]) => typeof value === 'string' && /^(?:draft|unpublished|private)$/i.test(value),
  )
  const visit = { isMade: false, permalink: null, route: null } as const
  if (word === undefined) return { visit, reasons: ['excluded'], rule: 'the site’s own filter leaves it out' }
  const published = attempt([[word[0], 'published']], now)
  const rule = `\`${word[0]}: ${String(word[1])}\`, by the site’s own filter`
  return { visit: published.isMade === true ? published : visit, reasons: ['draft'], rule }
}

function instantOf(
  entry: AstroEntry,
  source: SourceFile,
  { schema }: AstroCollection,
  zone: string,
): number | null {
  const raw = frontMatterOf(source)
  const key = dateKeyOf(schema, raw)
  const value = key === null ? undefined : entry.data.fields.get(key)
  return value === unknown ? null : instantFrom(value, zone)
}

/** The instant of a date, or of a text that `new Date` is asked to read. */
export function instantFrom(value: ProgramValue, zone: string): number | null {
  if (value !== undefined && isDate(value)) return Number.isNaN(value.instant) ? null : value.instant
  return typeof value === 'string' ? javascriptInstant(value, zone) : null
}

/** The day that a page prints; where its template does not tell the zone, the day that it is in all likely ones. */
export function dayPrinted(instant: number | null, zone: string | null, site: AstroSite): string | null {
  if (instant === null) return null
  if (zone !== null) return dayOf(clockAt(instant, zone))
  const utc = dayOf(clockAt(instant, 'UTC'))
  return utc === dayOf(clockAt(instant, site.zone)) ? utc : null
}

function titleOf(value: ProgramValue): string | null {
  const title = plainText(value)
  return typeof title !== 'string' || value === undefined || value === null ? null : title
}

function chosenAddress(
  { choices }: AstroSite,
  day: string | null,
  path: string,
  title: string | null,
): string | null {
  if (choices.permalink === undefined) return null
  const parts = path
    .replace(/\.[^./]+$/, '')
    .replace(/\/index$/, '')
    .split('/')
  const slug = parts.at(-1) ?? ''
  const folders = parts.slice(0, -1).join('/')
  return filledAddress(choices.permalink, { day, slug, title: githubSlug(title ?? slug), folders })
}

/** The fate of a file that lies among posts and is none. */
export function leftOut(rule: string): PostFate {
  return { ...noPage, reasons: ['excluded'], rule }
}

/** A field of a front matter without a schema. */
export function plainField(source: SourceFile, name: string): ProgramValue {
  return fieldOf(frontMatterOf(source), name)
}
