import { withoutComments } from '../locate-in-program'
import { isTimeZone } from '../zone-time'
import type { AstroSite } from './site'

/**
 * The zone in which a site's templates print a day, by the calls in the files that `file` imports: `toLocaleDateString` and its like in the
 * `timeZone` that they name, else the machine's; only `toISOString` or `getUTC…`: UTC. null where none of these prints a date, or several differ.
 */
export function printZoneOf(file: string, site: AstroSite): string | null {
  const known = zonesBySite.get(site) ?? new Map<string, string | null>()
  zonesBySite.set(site, known)
  const before = known.get(file)
  if (before !== undefined) return before
  const zone = findPrintZone(file, site)
  known.set(file, zone)
  return zone
}

const zonesBySite = new WeakMap<AstroSite, Map<string, string | null>>()

function findPrintZone(file: string, site: AstroSite): string | null {
  const zones = new Set<string>()
  let isUtc = false
  for (const path of site.programs.closureOf(file)) {
    const text = withoutComments(site.texts.get(path) ?? '')
    for (const found of text.matchAll(/\.toLocale(?:Date)?String\(|Intl\.DateTimeFormat\(/g)) {
      zones.add(zoneIn(text.slice(found.index, found.index + 400), text) ?? site.zone)
    }
    if (
      /\.get(?:FullYear|Month|Date)\(\)|\.toDateString\(\)|\bdayjs\(|from ["'](?:date-fns|dayjs)["']/.test(
        text,
      )
    )
      zones.add(site.zone)
    isUtc ||= /\.toISOString\(\)|\.getUTC(?:FullYear|Month|Date)\(\)/.test(text)
  }
  if (zones.size === 0) return isUtc ? 'UTC' : null
  const [only] = zones
  return zones.size === 1 && only !== undefined ? only : null
}

/** The zone that a call's options name, or those of the one that makes its options. */
function zoneIn(call: string, text: string): string | null {
  const end = call.search(/\)\s*[;}<\n,)]/)
  const named = /timeZone\s*:\s*["'`]([\w/+-]{1,40})["'`]/.exec(end === -1 ? call : call.slice(0, end))
  const variable = /\(\s*[^,()]{0,60},\s*([A-Za-z_$][\w$]*)\s*\)/.exec(call)?.[1]
  const zone =
    named?.[1] ??
    (variable === undefined
      ? undefined
      : new RegExp(
          `\\b${variable.replaceAll('$', '\\$')}\\b[^;]{0,300}?timeZone\\s*:\\s*["'\`]([\\w/+-]{1,40})`,
        ).exec(text)?.[1])
  return zone !== undefined && isTimeZone(zone) ? zone : null
}
