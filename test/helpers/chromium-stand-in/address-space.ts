/**
 * Chromium sends requests for unknown schemes nowhere, so a page of `app://galley/x` lives at `https://galley.app.stand-in.test/x` in
 * the browser. The application sees the first form only.
 */
const suffix = '.stand-in.test'

/** The protocol handlers of the application, by scheme. */
export const protocolHandlers = new Map<string, (request: Request) => Response | Promise<Response>>()

/** An address as the browser has it. Addresses of schemes without a handler stay as they are. */
export function toBrowser(address: string): string {
  const [, scheme, host, rest] = /^([a-z][\w+.-]*):\/\/([^/?#]*)(.*)$/is.exec(address) ?? []
  if (scheme === undefined || !protocolHandlers.has(scheme)) return address
  return `https://${host}.${scheme}${suffix}${rest}`
}

/** An address as the application has it. */
export function toApplication(address: string): string {
  if (!URL.canParse(address)) return address
  const { hostname, pathname, search, hash } = new URL(address)
  if (!hostname.endsWith(suffix)) return address
  const names = hostname.slice(0, -suffix.length).split('.')
  const scheme = names.pop()
  return `${scheme}://${names.join('.')}${pathname}${search}${hash}`
}

/** The origin of an address as Electron gives it, `app://galley`; `null` where there is none. */
export function originOf(address: string): string {
  const [origin] = /^[a-z][\w+.-]*:\/\/[^/?#]+/i.exec(address) ?? ['null']
  return origin
}
