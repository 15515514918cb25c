/** What a link or a source in a post leads to. */
export type Address =
  /** A place in the same post; `id` without the `#`. */
  | { readonly kind: 'anchor'; readonly id: string }
  /** A file of the blog, as the post names it. */
  | { readonly kind: 'local'; readonly reference: string }
  /** Somewhere on the network. */
  | { readonly kind: 'remote'; readonly url: string; readonly host: string }
  | { readonly kind: 'mail'; readonly url: string }
  /** A picture written into the post itself. */
  | { readonly kind: 'inline-image'; readonly url: string }
  /** Anything else, such as `javascript:` or `file:`: never followed, never loaded. */
  | { readonly kind: 'refused' }

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    // not UTF-8: a name as it is written
    if (error instanceof URIError) return text
    throw error
  }
}

/** Reads an address the way a browser does: white space around it and control characters in it do not count. */
export function readAddress(written: string): Address {
  const text = [...written.trim()].filter((character) => !/[\t\n\r]/.test(character)).join('')
  if (text.startsWith('#')) return { kind: 'anchor', id: decode(text.slice(1)) }
  if (/^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|x-icon)[;,]/i.test(text)) {
    return { kind: 'inline-image', url: text }
  }
  const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(text) || /^[\\/]{2}/.test(text)
  if (!isAbsolute) return text === '' ? { kind: 'refused' } : { kind: 'local', reference: text }
  const url = URL.parse(text, 'https://unknown.invalid/')
  if (url === null) return { kind: 'refused' }
  if (url.protocol === 'mailto:') return { kind: 'mail', url: url.href }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { kind: 'refused' }
  return { kind: 'remote', url: url.href, host: url.host }
}
