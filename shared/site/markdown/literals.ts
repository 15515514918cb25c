/** A part of a program that is no literal: what it stands for is known only to who runs it. */
export const unreadable = Symbol('unreadable')

/** A value that a program writes down in plain sight. */
export type Literal =
  | string
  | number
  | boolean
  | null
  | typeof unreadable
  | readonly Literal[]
  | LiteralObject

/** See `Literal`. A part that is put in from elsewhere (`...base`) stands under the name `...`. */
export type LiteralObject = { readonly [key: string]: Literal }

const maxDepth = 40
const words: Readonly<Record<string, Literal>> = {
  ...{ true: true, false: false, null: null, undefined: null },
  ...{ True: true, False: false, None: null },
}
const space = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*)*/y
const name = /[A-Za-z_$][\w$]*/y
const number = /[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy
const string = /[rRuUbBfF]?("(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`)/y
const closing: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' }

/** Reads literals of JavaScript and of Python out of a program's text; nothing is run. */
class LiteralReader {
  constructor(
    private readonly source: string,
    public at: number,
  ) {}

  /** The value that begins here. Behind it stands the comma or bracket that ends it. */
  value(depth = 0): Literal {
    const start = this.at
    const found = depth > maxDepth ? unreadable : this.literal(depth)
    this.skipSpace()
    if (
      found !== unreadable &&
      (this.at >= this.source.length || /[,;)\]}\n]/.test(this.source[this.at] ?? ''))
    )
      return found
    // `as const`, `satisfies …`: what stands before counts
    if (found !== unreadable && /^(?:as|satisfies)\b/.test(this.source.slice(this.at, this.at + 10))) {
      this.skipExpression()
      return found
    }
    if (found !== unreadable && this.isStatementEnd(start)) return found
    this.skipExpression()
    return unreadable
  }

  /** A value at a line's end is followed by a statement, without any mark between the two. */
  private isStatementEnd(start: number): boolean {
    const before = this.source.slice(start, this.at)
    return /\n\s*$/.test(before) && /^(?:[A-Za-z_$@]|$)/.test(this.source[this.at] ?? '')
  }

  private skipSpace(): void {
    space.lastIndex = this.at
    this.at += space.exec(this.source)?.[0].length ?? 0
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)?.[0] ?? null
    this.at += found?.length ?? 0
    return found
  }

  private literal(depth: number): Literal {
    this.skipSpace()
    const first = this.source[this.at] ?? ''
    if (first === '{') return this.object(depth)
    if (first === '[' || first === '(') return this.list(first, depth)
    const text = this.take(string)
    if (text !== null) return text.startsWith('f') || /\$\{/.test(text) ? unreadable : unquote(text)
    const digits = this.take(number)
    if (digits !== null) return Number(digits.replaceAll('_', ''))
    const word = this.take(name)
    return word !== null && Object.hasOwn(words, word) ? (words[word] ?? null) : unreadable
  }

  private list(bracket: string, depth: number): Literal {
    const end = closing[bracket] ?? ']'
    const values: Literal[] = []
    let commas = 0
    this.at++
    for (this.skipSpace(); this.at < this.source.length && this.source[this.at] !== end; this.skipSpace()) {
      const before = this.at
      values.push(this.value(depth + 1))
      this.skipSpace()
      if (this.source[this.at] === ',') {
        this.at++
        commas++
      } else if (this.at === before) break
      else if (this.source[this.at] !== end) break
    }
    if (this.source[this.at] !== end) return unreadable
    this.at++
    // brackets around one value are brackets; a comma makes a tuple
    return bracket === '(' && commas === 0 && values.length === 1 ? (values[0] ?? unreadable) : values
  }

  private object(depth: number): Literal {
    const entries: [string, Literal][] = []
    this.at++
    for (this.skipSpace(); this.at < this.source.length && this.source[this.at] !== '}'; this.skipSpace()) {
      const before = this.at
      entries.push(this.entry(depth))
      this.skipSpace()
      if (this.source[this.at] === ',') this.at++
      else if (this.source[this.at] !== '}' || this.at === before) break
    }
    if (this.source[this.at] !== '}') return unreadable
    this.at++
    return Object.fromEntries(entries)
  }

  private entry(depth: number): [string, Literal] {
    if (this.source.startsWith('...', this.at)) {
      this.skipExpression()
      return ['...', unreadable]
    }
    const quoted = this.take(string)
    const key = quoted === null ? this.take(name) : unquote(quoted)
    this.skipSpace()
    if (key === null || this.source[this.at] !== ':') {
      this.skipExpression()
      return [key ?? '...', unreadable]
    }
    this.at++
    return [key, this.value(depth + 1)]
  }

  /** Goes behind an expression: to the comma or bracket that ends it. */
  private skipExpression(): void {
    const open: string[] = []
    while (this.at < this.source.length) {
      this.skipSpace()
      if (this.take(string) !== null) continue
      const character = this.source[this.at] ?? ''
      if (closing[character] !== undefined) open.push(closing[character])
      else if (open.length === 0 && /[,;)\]}]/.test(character)) return
      else if (character === open.at(-1)) open.pop()
      this.at++
    }
  }
}

function unquote(text: string): string {
  const inner = text.replace(/^[a-zA-Z]/, '').slice(1, -1)
  // Python's raw strings
  if (/^r/i.test(text)) return inner
  return inner.replace(/\\(u([\da-fA-F]{4})|[\s\S])/g, (_whole, character: string, code?: string) =>
    code === undefined
      ? character === 'n'
        ? '\n'
        : character
      : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** The value that begins at `at` in a program's text; a name counts as what it is declared to be in the same text. */
export function literalAt(source: string, at: number): Literal {
  const called = /^\s*([A-Za-z_$][\w$]*)\s*[,;)\n]/.exec(source.slice(at, at + 200))?.[1]
  const declared = called === undefined || Object.hasOwn(words, called) ? null : declarationOf(source, called)
  return new LiteralReader(source, declared ?? at).value()
}

/** Behind the `=` of a variable's declaration; null when it has none. */
function declarationOf(source: string, variable: string): number | null {
  const escaped = variable.replaceAll('$', '\\$')
  const found = new RegExp(`(?:const|let|var)\\s+${escaped}(?:\\s*:\\s*[\\w.<>]+)?\\s*=\\s*`).exec(source)
  return found === null ? null : found.index + found[0].length
}

/** The value behind the first match of `start`, in any program; null when there is no match. */
export function literalBehind(source: string, start: RegExp): Literal | null {
  const found = start.exec(source)
  return found === null ? null : literalAt(source, found.index + found[0].length)
}

/** The object that a configuration in JavaScript exports; null when it does not stand there in plain sight. */
export function exportedObject(source: string): LiteralObject | null {
  const wrapped = /(?:export\s+default|module\.exports\s*=)\s*(?:[A-Za-z_$][\w$]*\(\s*)?(?=[{A-Za-z_$])/
  const value = literalBehind(source, wrapped)
  return isObject(value) ? value : null
}

/** Whether a value is an object of literals. */
export function isObject(value: unknown): value is LiteralObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
