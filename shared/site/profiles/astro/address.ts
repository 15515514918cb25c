import { isObject, type ProgramObject, type ProgramValue, printed } from '../program/program-value'
import type { AstroSite } from './site'

/** The path of a route file with its places filled, from the site's root without slashes at its ends; null where a place has no value. */
export function filledRoute(route: string, source: string, params: ProgramObject): string | null {
  const pattern = route
    .slice(`${source}/pages/`.length)
    .replace(/\.[^./]+$/, '')
    .replace(/(?:^|\/)index$/, '')
  let isComplete = true
  const filled = pattern.replace(
    /\[(\.\.\.)?([^\]]+)\]/g,
    (_whole, rest: string | undefined, name: string) => {
      const value = params.fields.get(name)
      if (value === undefined && rest !== undefined) return ''
      const text = paramText(value)
      if (text === null) isComplete = false
      return text ?? ''
    },
  )
  return isComplete ? filled.replace(/\/{2,}/g, '/').replace(/^\/|\/$/g, '') : null
}

function paramText(value: ProgramValue): string | null {
  if (value === undefined || value === null || isObject(value)) return null
  const text = printed(value)
  return typeof text === 'string' ? text.normalize() : null
}

/** A page's address, not encoded, as Astro's own `Astro.url` has it in a build; null where its settings are code. */
export function pageAddress(path: string, { base, format, trailingSlash }: AstroSite): string | null {
  if (base === null || format === null || trailingSlash === null) return null
  const start = `/${base}`.replace(/\/{2,}/g, '/').replace(/\/$/, '')
  const ending = format === 'file' ? '.html' : trailingSlash === 'never' ? '' : '/'
  if (path === '') return trailingSlash === 'never' && start !== '' ? start : `${start}/`
  return `${start}/${path}${ending}`
}
