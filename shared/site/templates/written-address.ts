import { ownValue, type PlainValues } from '#shared/markdown/templates/template-context'
import type { GeneratorId } from '../detect-generator'

/**
 * An address as a tag writes it: percent-encoded, and without the base path, which tags put before it themselves. `permalink` is a
 * post's, see `PostFate`; `site` its configuration.
 */
export function writtenAddress(
  permalink: string | null,
  generator: GeneratorId | null,
  site: PlainValues,
): string | null {
  if (permalink === null) return null
  const base = basePath(generator, site)
  const own = permalink.startsWith(`${base}/`) ? permalink.slice(base.length) : permalink
  return encodeURI(own).replaceAll('#', '%23').replaceAll('?', '%3F')
}

/** Without a slash at its end. */
function basePath(generator: GeneratorId | null, site: PlainValues): string {
  const key = { jekyll: 'baseurl', hexo: 'root', hugo: 'baseURL' }[generator as string]
  const written = key === undefined ? undefined : settingOf(site, key)
  if (typeof written !== 'string') return ''
  return written.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/\/+$/, '')
}

/** Hugo reads keys in any case. */
function settingOf(site: PlainValues, key: string): unknown {
  const exact = ownValue(site, key)
  if (exact !== undefined) return exact
  return Object.entries(site).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1]
}
