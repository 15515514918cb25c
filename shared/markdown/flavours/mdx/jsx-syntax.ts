/** An attribute's value: its text, `true` where only the name stands, null for an expression that only a build can tell. */
type Attribute = readonly [name: string, value: string | true | null]

/** What stands between `<` and `>`, or between braces. */
export type Jsx =
  | {
      readonly kind: 'tag'
      /** Empty for a fragment. */
      readonly name: string
      readonly place: 'opens' | 'closes' | 'alone'
      readonly attributes: readonly Attribute[]
      readonly end: number
    }
  /** `text` is null where only a build knows the value. */
  | { readonly kind: 'expression'; readonly text: string | null; readonly end: number }
  | { readonly kind: 'comment'; readonly end: number }

/** Longer than any tag a person writes. */
const maxLength = 20_000

/** How many characters may still be looked at for closing braces in one text: what comes behind is taken for text. */
export type Budget = { left: number }

/** Enough for any text a person writes. */
export const newBudget = (): Budget => ({ left: 2_000_000 })

/** Behind the brace that closes the one at `at`; -1 where none does. Strings and comments are passed over. */
function braceEnd(text: string, at: number, budget: Budget): number {
  const limit = Math.min(text.length, at + maxLength)
  let depth = 0
  for (let place = at; place < limit && budget.left > 0; place++) {
    budget.left--
    const character = text[place] ?? ''
    if (character === '{') depth++
    else if (character === '}') {
      if (--depth === 0) return place + 1
    } else if (text.startsWith('/*', place)) {
      const end = text.indexOf('*/', place + 2)
      if (end < 0) return -1
      place = end + 1
    } else if (character === '"' || character === "'" || character === '`') {
      const string = /(["'`])(?:\\.|(?!\1)[^\\]){0,2000}\1/sy
      string.lastIndex = place
      // an apostrophe in text between tags is none that opens a string
      if (string.test(text)) place = string.lastIndex - 1
    }
  }
  return -1
}

/** The value of a literal: a text, a number; null for anything else. */
function literal(source: string): string | null {
  const trimmed = source.trim()
  const [, text] = /^(["'`])((?:(?!\1)[^\\$])*)\1$/.exec(trimmed)?.slice(1) ?? []
  return text ?? (/^-?\d+(?:\.\d+)?$/.test(trimmed) ? trimmed : null)
}

function expressionAt(text: string, at: number, budget: Budget): Jsx | null {
  const end = braceEnd(text, at, budget)
  if (end < 0) return null
  const inside = text.slice(at + 1, end - 1)
  if (/^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/.test(inside)) return { kind: 'comment', end }
  return { kind: 'expression', text: literal(inside), end }
}

const opening = /<(?<closes>\/?)\s*(?<name>(?:[a-zA-Z_$][\w$-]*(?:[.:][\w$-]+)*)?)/y
const attributeName = /\s*(?<name>[a-zA-Z_$][\w$:-]*)(?<equals>\s*=\s*)?/y
const text = /"[^"]*"|'[^']*'/y
const closing = /\s*(?<alone>\/?)\s*>/y

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}

function tagAt(source: string, at: number, budget: Budget): Jsx | null {
  const start = matchAt(opening, source, at)
  if (start === null) return null
  const attributes: Attribute[] = []
  let place = at + start[0].length
  while (place < at + maxLength) {
    const end = matchAt(closing, source, place)
    if (end !== null) {
      const alone = end.groups?.alone === '/'
      const position = start.groups?.closes === '/' ? 'closes' : alone ? 'alone' : 'opens'
      return {
        kind: 'tag',
        name: start.groups?.name ?? '',
        place: position,
        attributes,
        end: place + end[0].length,
      }
    }
    const spread = /\s*\{/y
    if (matchAt(spread, source, place)) {
      place = braceEnd(source, spread.lastIndex - 1, budget)
      if (place < 0) return null
      continue
    }
    const name = matchAt(attributeName, source, place)
    if (name === null || (attributes.length === 0 && !/\s/.test(source[place] ?? ''))) return null
    place += name[0].length
    if (name.groups?.equals === undefined) attributes.push([name.groups?.name ?? '', true])
    else if (source[place] === '{') {
      const end = braceEnd(source, place, budget)
      if (end < 0) return null
      attributes.push([name.groups.name ?? '', literal(source.slice(place + 1, end - 1))])
      place = end
    } else {
      const value = matchAt(text, source, place)
      if (value === null) return null
      attributes.push([name.groups.name ?? '', value[0].slice(1, -1)])
      place += value[0].length
    }
  }
  return null
}

/** The tag, expression or comment that begins at `at`; null where none does: mdxjs.com/docs/what-is-mdx. */
export function jsxAt(source: string, at: number, budget: Budget): Jsx | null {
  if (source[at] === '{') return expressionAt(source, at, budget)
  if (source.startsWith('<!--', at)) {
    const end = source.indexOf('-->', at + 4)
    return end < 0 ? null : { kind: 'comment', end: end + 3 }
  }
  return source[at] === '<' ? tagAt(source, at, budget) : null
}
