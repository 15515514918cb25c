import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** A new secret of 256 bits, in characters that need no encoding in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether two secrets are the same, in a time that tells nothing of either. */
export function isSameSecret(given: string, expected: string): boolean {
  const [givenHash, expectedHash] = [given, expected].map((secret) =>
    createHash('sha256').update(secret).digest(),
  )
  return givenHash !== undefined && expectedHash !== undefined && timingSafeEqual(givenHash, expectedHash)
}

/** The two names under which a browser reaches this server. */
export function allowedHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`]
}

/**
 * Whether the request names us exactly. A page of another site whose name was pointed at this machine (DNS rebinding) names that
 * site.
 */
export function isForUs(headers: IncomingHttpHeaders, port: number): boolean {
  return headers.host !== undefined && allowedHosts(port).includes(headers.host)
}

/** Whether the request comes from our own page: its exact origin; a missing one and `null` are not ours. */
export function isFromOurPage(headers: IncomingHttpHeaders): boolean {
  return headers.origin === `http://${headers.host}` && isFetchedBySameOrigin(headers)
}

/** Whether the browser says that another site is behind the request. Old browsers and programs say nothing. */
export function isFetchedBySameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin'
}

/**
 * Whether a page or file may be given to whoever asks: our own page, the address bar, a link followed from anywhere (the page is
 * worth nothing without the token), but not another site's script, picture or frame.
 */
export function mayLoad(headers: IncomingHttpHeaders): boolean {
  if (isFetchedBySameOrigin(headers) || headers['sec-fetch-site'] === 'none') return true
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
}

/** The secret in an `Authorization: Bearer …` header, empty when there is none. */
export function bearerToken(headers: IncomingHttpHeaders): string {
  return /^Bearer ([\w-]+)$/.exec(headers.authorization ?? '')?.[1] ?? ''
}
