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

/** A part of a query as forms are sent. */
function encodeForm(part: string): string {
  const text = decode(part.replaceAll('+', ' ')).replace(/\p{Cs}/gu, '\ufffd')
  return encodeURIComponent(text)
    .replace(/[!'()~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
}

function encodeQuery(query: string): string {
  const pairs = query.slice(1).split('&').filter(Boolean)
  const encoded = pairs.map((pair) => {
    const equals = pair.indexOf('=')
    const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
    return `${encodeForm(name)}=${encodeForm(value)}`
  })
  return encoded.length === 0 ? '' : `?${encoded.join('&')}`
}

const whole =
  /^(?<scheme>(?:https?|ftp|wss?):)\/\/(?<host>[^/?#\\]+)(?<path>[^?#]*)(?<query>\?[^#]*)?(?<hash>#.*)?$/is

/** An address as hexo-util's `encodeURL` writes it: decoded and encoded anew, the query as forms are sent. */
export function encodeAddress(address: string): string {
  const { scheme, host, path = '', query = '', hash = '' } = whole.exec(address.trim())?.groups ?? {}
  if (scheme === undefined || host === undefined) {
    return /^[a-z][a-z\d+.-]*:/i.test(address) ? address : encode(decode(address))
  }
  const decoded = path.replace(/%(?!(?:2[3-6bcf]|3[abdf]|40)|[\da-f]{2})/gi, '%25')
  const encodedPath = encode(decoded.replace(/(?:%(?!2[3-6bcf]|3[abdf]|40)[\da-f]{2})+/gi, decode))
  const kept = encodedPath.replace(/%25(2[3-6bcf]|3[abdf]|40)/gi, '%$1')
  return `${scheme.toLowerCase()}//${host.toLowerCase()}${kept || '/'}${encodeQuery(query)}${hash && encode(hash)}`
}

/** Where an image lies: what has no host is looked for at the site's root. */
export function fromSiteRoot(address: string): string {
  if (/^(?:#|\/\/|[a-z][a-z\d+.-]*:)/i.test(address)) return address
  return encode(decode(`/${address}`.replace(/\/{2,}/g, '/')))
}
