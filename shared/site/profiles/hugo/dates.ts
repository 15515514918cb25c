import { type GoTime, hugoTime, unixTime } from './go-time'
import type { HugoValue, HugoValues } from './values'

/** How a site finds its dates: for each, the fields and rules to try (`frontmatter` in the configuration). */
export type DateRules = {
  readonly date: readonly string[]
  readonly publishDate: readonly string[]
  readonly lastmod: readonly string[]
  readonly expiryDate: readonly string[]
}

const defaults: DateRules = {
  date: ['date', 'publishdate', 'lastmod'],
  publishDate: ['publishdate', 'date'],
  lastmod: [':git', 'lastmod', 'date', 'publishdate'],
  expiryDate: ['expirydate'],
}

const aliases: Readonly<Record<string, readonly string[]>> = {
  lastmod: ['modified'],
  publishdate: ['pubdate', 'published'],
  expirydate: ['unpublishdate'],
}

/** The rules that `frontmatter` gives, with `:default` and other names filled in (resources/page/pagemeta). */
export function dateRules(frontmatter: unknown): DateRules {
  const given = typeof frontmatter === 'object' && frontmatter !== null ? frontmatter : {}
  const rule = (key: keyof DateRules): readonly string[] => {
    const value: unknown = Reflect.get(given, key.toLowerCase())
    const list =
      typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : defaults[key]
    return list
      .map((name) => name.toLowerCase())
      .flatMap((name) => (name === ':default' ? defaults[key] : [name]))
      .flatMap((name) => [name, ...(aliases[name] ?? [])])
  }
  return {
    date: rule('date'),
    publishDate: rule('publishDate'),
    lastmod: rule('lastmod'),
    expiryDate: rule('expiryDate'),
  }
}

/** Where a date came from: `file` for the file's own time. */
export type FoundDate = { readonly time: GoTime; readonly from: 'field' | 'name' | 'file' }

/** What dates are looked for in. */
export type DatedPage = {
  readonly values: HugoValues
  /** The name without its ending, or the bundle's folder. */
  readonly baseName: string
  readonly modifiedAt: number
  readonly zone: string
  readonly machineZone: string
}

/** The first date that the rules find; null for none. */
export function findDate(rules: readonly string[], page: DatedPage): FoundDate | null {
  for (const rule of rules) {
    if (rule === ':filename') {
      const found = dateInName(page.baseName, page.zone)
      if (found !== null) return { time: found.time, from: 'name' }
    } else if (rule === ':filemodtime') {
      const time = unixTime(page.modifiedAt / 1000, page.machineZone)
      if (time !== null) return { time, from: 'file' }
    } else {
      const value = page.values.get(rule)
      const time = value === undefined ? null : timeOf(value, page)
      if (time !== null) return { time, from: 'field' }
    }
  }
  return null
}

/** The date at the start of a name, and the slug behind it; what follows the last dot counts as an ending here. */
export function dateInName(
  baseName: string,
  zone: string,
): { readonly time: GoTime; readonly slug: string } | null {
  const name = baseName.replace(/(?<=.)\.[^.]*$/, '')
  const time = name.length < 10 ? null : hugoTime(name.slice(0, 10), zone)
  return time === null ? null : { time, slug: name.slice(10).replace(/^[ \-_]+|[ \-_]+$/g, '') }
}

function timeOf({ value, isText }: HugoValue, { zone, machineZone }: DatedPage): GoTime | null {
  if (typeof value === 'number') return unixTime(value, machineZone)
  if (typeof value !== 'string') return null
  if (!isText && /^[-+]?\d+$/.test(value)) return unixTime(Number(value), machineZone)
  return hugoTime(value, zone)
}
