/** Joins parts of an address as Docusaurus does (utils, `normalizeUrl`): one slash between two, none before `?` and `#`. */
export function joinAddress(parts: readonly string[]): string {
  const [first = '', ...rest] = parts.filter((part) => part !== '')
  const last = rest.length - 1
  const trimmed = rest.map((part, index) => {
    if (part === '/') return part
    const start = part.replace(/^\/+/, '')
    return start.replace(/\/+$/, index < last ? '' : '/')
  })
  const start = first === '/' || rest.length === 0 ? first : first.replace(/\/+$/, '')
  const joined = [start, ...trimmed].join('/').replace(/\/(\?|&|#[^!/])/g, '$1')
  const [path = '', ...queries] = joined.split('?')
  const whole = path + (queries.length > 0 ? '?' : '') + queries.join('&')
  return whole.replace(/([^:/]\/)\/+/g, '$1').replace(/^\/+/, '/')
}

/** An address with or without a slash at its end, as `trailingSlash` says; where it says nothing (null), as it is. */
export function withTrailingSlash(address: string, trailingSlash: boolean | null, baseUrl: string): string {
  if (trailingSlash === null) return address
  const [path = ''] = address.split(/[#?]/)
  if (path === '/' || path === baseUrl) return address
  const wanted = trailingSlash ? (path.endsWith('/') ? path : `${path}/`) : path.replace(/\/$/, '')
  return wanted + address.slice(path.length)
}
