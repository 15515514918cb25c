/** Gives the address to load in place of one that a style sheet names; null for what is not loaded at all. */
export type AddressRewriter = (address: string) => string | null

/** What stands for an address that is not loaded: the declaration stays whole, and nothing is fetched. */
const nothing = 'url("data:,")'

/** Functions whose texts are addresses. */
const addressFunctions = new Set([
  'image-set',
  '-webkit-image-set',
  'image',
  'src',
  'cross-fade',
  '-webkit-cross-fade',
])

type Token = {
  readonly kind: 'text' | 'word' | 'function' | 'at' | 'string' | 'url' | 'open' | 'close' | 'semicolon'
  readonly written: string
  /** What it means: escapes read, quotes gone. */
  readonly value: string
}

const nameCharacters = String.raw`(?:[-\w\u0080-\uffff]|\\(?:[0-9a-fA-F]{1,6}\s?|[^\n\r\f0-9a-fA-F]))`
const doubleQuoted = String.raw`"[^"\\\n\r\f]*(?:\\.[^"\\\n\r\f]*)*(?:"|(?=[\n\r\f])|$)`
const singleQuoted = String.raw`'[^'\\\n\r\f]*(?:\\.[^'\\\n\r\f]*)*(?:'|(?=[\n\r\f])|$)`
const tokenForms = new RegExp(
  [
    String.raw`(?<comment>\/\*.*?(?:\*\/|$))`,
    `(?<string>${doubleQuoted}|${singleQuoted})`,
    `(?<at>@${nameCharacters}+)`,
    String.raw`(?<name>${nameCharacters}+)(?<call>\()?`,
    '(?<open>[({[])',
    String.raw`(?<close>[)}\]])`,
    '(?<semicolon>;)',
    '(?<other>.)',
  ].join('|'),
  'gsy',
)
const bareAddress = new RegExp(
  String.raw`\s*(?:(?<quoted>${doubleQuoted}|${singleQuoted})\s*|(?<bare>[^"'()\\]*(?:\\.[^"'()\\]*)*))(?:\)|$)`,
  'sy',
)

function meaningOf(text: string): string {
  return text.replace(
    /\\(?:([0-9a-fA-F]{1,6})(?:\r\n|\s)?|(\r\n|[\n\r\f])|(.))/gs,
    (_whole, code: string | undefined, _lineBreak, character: string | undefined) => {
      if (code === undefined) return character ?? ''
      const point = Number.parseInt(code, 16)
      return point === 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)
        ? '\ufffd'
        : String.fromCodePoint(point)
    },
  )
}

function* tokensOf(css: string): Generator<Token> {
  let at = 0
  while (at < css.length) {
    tokenForms.lastIndex = at
    const match = tokenForms.exec(css)
    if (match === null) return
    at = tokenForms.lastIndex
    const { string, at: atName, name, call, open, close, semicolon } = match.groups ?? {}
    const [written] = match
    if (string !== undefined) {
      yield { kind: 'string', written, value: meaningOf(string.slice(1).replace(/["']$/, '')) }
    } else if (atName !== undefined) {
      yield { kind: 'at', written, value: meaningOf(atName).toLowerCase() }
    } else if (name !== undefined) {
      const value = meaningOf(name).toLowerCase()
      if (call !== undefined && value === 'url') {
        bareAddress.lastIndex = at
        const address = bareAddress.exec(css)
        // not an address: what follows is skipped up to the bracket, as browsers do
        at = address === null ? endOfBadAddress(css, at) : bareAddress.lastIndex
        const text =
          address?.groups?.quoted?.slice(1).replace(/["']$/, '') ?? address?.groups?.bare?.trim() ?? ''
        yield { kind: 'url', written: '', value: meaningOf(text) }
      } else yield { kind: call === undefined ? 'word' : 'function', written, value }
    } else if (open !== undefined) yield { kind: 'open', written, value: open }
    else if (close !== undefined) yield { kind: 'close', written, value: close }
    else if (semicolon !== undefined) yield { kind: 'semicolon', written, value: ';' }
    else yield { kind: 'text', written: match.groups?.comment === undefined ? written : ' ', value: written }
  }
}

function endOfBadAddress(css: string, from: number): number {
  const end = css.indexOf(')', from)
  return end < 0 ? css.length : end + 1
}

function addressToken(address: string, rewrite: AddressRewriter): string {
  const rewritten = rewrite(address)
  return rewritten === null ? nothing : `url("${rewritten.replace(/["\\\n\r\f]/g, encodeURIComponent)}")`
}

/**
 * CSS in which every address is what `rewrite` makes of it: in `url()`, `@import` and image functions, however they are escaped. What it gives
 * null for is fetched by no browser. Comments go. Any text is safe to pass; the result never closes a `style` element.
 */
export function filterCss(css: string, rewrite: AddressRewriter): string {
  let result = ''
  // for each open bracket, whether the texts in it are addresses
  const brackets: boolean[] = []
  let isImport = false
  for (const token of tokensOf(css.replaceAll('\0', '\ufffd'))) {
    switch (token.kind) {
      case 'at':
        isImport = token.value === '@import'
        result += token.written
        break
      case 'string':
        // only the first text of an import is its address
        result += isImport || brackets.at(-1) === true ? addressToken(token.value, rewrite) : token.written
        isImport = false
        break
      case 'url':
        result += addressToken(token.value, rewrite)
        isImport = false
        break
      case 'function':
        brackets.push(addressFunctions.has(token.value))
        result += token.written
        break
      case 'open':
        // more brackets around a text change nothing
        brackets.push(token.value === '(' && brackets.at(-1) === true)
        result += token.written
        break
      case 'close':
        brackets.pop()
        result += token.written
        break
      case 'semicolon':
        isImport = false
        result += token.written
        break
      default:
        result += token.written
    }
  }
  return result.replace(/<(?=[/!?a-z])/gi, '\\3c ')
}
