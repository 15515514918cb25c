import { ProgramModules } from '../program/modules'
import {
  fieldOf,
  isFunction,
  isObject,
  native,
  objectOf,
  type ProgramObject,
  type ProgramValue,
  truth,
  unknown,
} from '../program/program-value'
import { filledRoute, pageAddress } from './address'
import type { AstroEntry } from './entry'
import { astroPackages } from './packages'
import { type AstroSite, readingAt } from './site'

/** What the site's routes make of one post of a collection. */
export type RouteVisit = {
  /** null: it cannot be told whether a page is made. */
  readonly isMade: boolean | null
  /** null: no page, or one whose address cannot be told. */
  readonly permalink: string | null
  /** The route that makes its page. */
  readonly route: string | null
}

/**
 * Reads the `getStaticPaths` of every route as if the collection had this one post: whether the site's own filters let it through, and the
 * address that its page gets.
 */
export function visitRoutes(entry: AstroEntry, collection: string, site: AstroSite, now: number): RouteVisit {
  if (endless.has(site)) return { isMade: null, permalink: null, route: null }
  let isAsked = false
  let isUncertain = false
  const reading = readingAt(now, site.zone, true)
  const getCollection = native(([name, filter]) => {
    if (name === unknown) isUncertain = true
    if (name !== collection) return name === unknown ? unknown : []
    isAsked = true
    const verdict = isFunction(filter) ? truth(modules.evaluator.call(filter, [entry.value])) : true
    if (verdict === null) isUncertain = true
    return verdict === null ? unknown : verdict ? [entry.value] : []
  })
  const modules = new ProgramModules(
    site.programs,
    astroPackages(getCollection),
    readingAt(now, site.zone, true),
  )
  const made: { readonly permalink: string | null; readonly route: string; readonly rank: number }[] = []
  let isUnknown = false
  let hasRoute = false
  for (const route of askingRoutes(site)) {
    isAsked = false
    isUncertain = false
    const paths = modules.exported(route, 'getStaticPaths')
    if (paths === undefined) {
      const served = servedPage(route, entry, collection, site)
      if (served === null) continue
      hasRoute = true
      made.push(served)
      continue
    }
    const result = modules.evaluator.call(paths, [{ ...objectOf({}), isOpen: true }])
    if (!isAsked && Array.isArray(result)) continue
    if (!Array.isArray(result)) {
      // pages of lists are made by `paginate`
      if (!/\bpaginate\s*\(/.test(site.texts.get(route) ?? '')) {
        hasRoute = true
        isUnknown = true
      }
      continue
    }
    if (!isUncertain && result.length === 0) hasRoute = true
    for (const item of result) {
      const rank = rankOf(item, entry)
      if (rank === 0) continue
      hasRoute = true
      const params = fieldOf(item, 'params')
      const path = isObject(params) ? filledRoute(route, site.source, params) : null
      made.push({ permalink: path === null ? null : pageAddress(path, site), route, rank })
    }
  }
  if (reading.steps <= 0) endless.add(site)
  return verdictOf(made, isUnknown, hasRoute)
}

type Made = { readonly permalink: string | null; readonly route: string; readonly rank: number }

function verdictOf(made: readonly Made[], isUnknown: boolean, hasRoute: boolean): RouteVisit {
  const best = Math.max(0, ...made.map(({ rank }) => rank))
  const likely = made.filter(({ rank }) => rank === best)
  const [first] = likely
  if (first !== undefined) {
    const isSure = likely.every(({ permalink }) => permalink === first.permalink)
    return { isMade: true, permalink: isSure ? first.permalink : null, route: first.route }
  }
  return { isMade: isUnknown || !hasRoute ? null : false, permalink: null, route: null }
}

/** How surely a path of a route is the post's own page: it gets the post, or is named after its id. 0: it is another page. */
function rankOf(item: ProgramValue, entry: AstroEntry): number {
  const props = fieldOf(item, 'props')
  const given: readonly ProgramValue[] = isObject(props) ? [props, ...props.fields.values()] : [props]
  if (given.some((value) => value === entry.value || fieldOf(value, 'data') === entry.data)) return 3
  const params = fieldOf(item, 'params')
  const names: readonly ProgramValue[] = [
    entry.id,
    entry.value.fields.get('id'),
    entry.value.fields.get('slug'),
  ]
  const isNamed =
    isObject(params) &&
    [...params.fields.values()].some((value) => value !== unknown && names.includes(value))
  return isNamed ? 2 : props === unknown ? 1 : 0
}

/** A page that a server makes when it is asked for: its one place is the post's id. */
function servedPage(route: string, entry: AstroEntry, collection: string, site: AstroSite): Made | null {
  const text = site.texts.get(route) ?? ''
  const names = [...route.matchAll(/\[(?:\.\.\.)?([^\]]+)\]/g)].map(([, name = '']) => name)
  const [name] = names
  const asked = new RegExp(`\\bget(?:Entry|EntryBySlug)\\(\\s*["']${collection.replace(/\W/g, '\\$&')}["']`)
  if (names.length !== 1 || name === undefined || !asked.test(text)) return null
  const id = entry.value.fields.get(/getEntryBySlug/.test(text) ? 'slug' : 'id')
  const path = filledRoute(route, site.source, objectOf({ [name]: id }))
  return { permalink: path === null ? null : pageAddress(path, site), route, rank: 2 }
}

/** Sites whose programs take too long: they are not read again for each of their posts. */
const endless = new WeakSet<AstroSite>()

const routesBySite = new WeakMap<AstroSite, readonly string[]>()

/** The routes that ask for any collection. */
function askingRoutes(site: AstroSite): readonly string[] {
  const known = routesBySite.get(site)
  if (known !== undefined) return known
  const found = site.routes.filter((route) =>
    site.programs
      .closureOf(route)
      .some((file) => /\bget(?:Collection|Entry|EntryBySlug)\b/.test(site.texts.get(file) ?? '')),
  )
  routesBySite.set(site, found)
  return found
}

/** An entry with other data: what the site's filters would see. */
export function withData(entry: AstroEntry, data: ProgramObject): AstroEntry {
  const fields = new Map(entry.value.fields)
  fields.set('data', data)
  return { ...entry, data, value: { ...entry.value, fields } }
}
