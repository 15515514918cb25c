/** Decodes every escape that stands for whole characters. */
function decode(text: string): string {
  return text.replace(/(?:%[\da-fA-F]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      // not UTF-8: stays as the writer has it
      return run
    }
  })
}

function encode(text: string): string {
  return encodeURI(text.replace(/\p{Cs}/gu, '\ufffd'))
}

/** Encodes what an address must not hold; escapes stay as they are. */
function encodeOnce(text: string): string {
  return encode(text).replaceAll('%25', '%')
}

const whole =
  /^(?<scheme>(?:https?|ftp|wss?):)\/\/(?<host>[^/?#\\\s<>^|%"[\]]+)(?<path>[/\\][^?#]*)?(?<query>\?[^#]*)?(?<hash>#.*)?$/is

/** An address as hexo-util's `encodeURL` writes it: what has no host is decoded first, and so is a query. */
export function encodeAddress(address: string): string {
  const { scheme, host, path = '/', query = '', hash = '' } = whole.exec(address.trim())?.groups ?? {}
  if (scheme === undefined || host === undefined) {
    return /^[a-z\d.+-]+:/i.test(address) ? address : encode(decode(address))
  }
  const site = `${scheme.toLowerCase()}//${host.toLowerCase()}`
  return (
    site +
    encodeOnce(path) +
    encode(decode(query === '?' ? '' : query)).replaceAll('#', '%23') +
    encodeOnce(hash)
  )
}

/** Where an image lies: what has no host is looked for at the site's root. */
export function fromSiteRoot(address: string, root = '/'): string {
  if (/^(?:#|\/\/|[a-z][a-z\d+.-]*:)/i.test(address)) return address
  // what stands below the root already is left there, as hexo-util's `url_for` does
  const path = address.startsWith(root) ? address : `${root}/${address}`
  return encode(decode(`/${path}`.replace(/\/{2,}/g, '/')))
}
