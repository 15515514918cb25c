import type { PlainValue } from '../template-context'
import { isEmpty, isList, Unknown, unknown, type Value } from './values'

/** What the names of a template stand for. */
export type Scope = {
  /** The value of a name, the first of a path. */
  valueOf(name: string): Value
  /** Whether only a build can tell the member `key` of what `name` stands for. */
  isUnknown(name: string, key: string): boolean
}

/** An expression and the filters behind it. */
export type Output = { readonly expression: string; readonly filters: readonly FilterCall[] }

/** A filter with its arguments as expressions. */
export type FilterCall = { readonly name: string; readonly arguments: readonly string[] }

const quoted = `"[^"]*"|'[^']*'`
const fragment = `(?:${quoted}|(?:[^\\s,|'"]|${quoted})+)`
const firstFragment = new RegExp(`^\\s*(${fragment})([\\s\\S]*)$`)
const argument = new RegExp(`[:,]\\s*((?:\\w+\\s*:\\s*)?${fragment})`, 'g')

/** Splits at `separator` outside of quotes. */
function splitOutsideQuotes(text: string, separator: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  let quote: string | undefined
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (quote !== undefined) {
      if (character === quote) quote = undefined
    } else if (character === '"' || character === "'") quote = character
    else if (character === separator) {
      parts.push(text.slice(start, index))
      start = index + 1
    }
  }
  return [...parts, text.slice(start)]
}

/** Reads what stands between `{{` and `}}`, as loosely as Liquid's lax mode. */
export function readOutput(markup: string): Output {
  const [, expression = '', rest = ''] = firstFragment.exec(markup) ?? []
  const [, ...filters] = splitOutsideQuotes(rest, '|')
  return {
    expression,
    filters: filters.flatMap((text) => {
      const name = /\w+/.exec(text)?.[0]
      if (name === undefined) return []
      return [{ name, arguments: [...text.matchAll(argument)].map((found) => found[1] ?? '') }]
    }),
  }
}

const strict =
  /^(?:"[\s\S]*"|'[\s\S]*'|-?\d+(?:\.\d+)?|\(\S+\.\.\S+\)|[\p{L}_][\w-]*\??(?:\.[\w-]+\??|\[[^\]]+\])*)$/u

/** Whether an expression is one that LiquidJS reads; it stops at any other. */
export function isStrict(expression: string): boolean {
  return strict.test(expression.trim())
}

const literals: ReadonlyMap<string, PlainValue> = new Map<string, PlainValue>([
  ['nil', null],
  ['null', null],
  ['', null],
  ['true', true],
  ['false', false],
  ['blank', ''],
  ['empty', ''],
])

const maxRange = 10_000

/** The value of an expression: a literal, a range, or a path from a name on. */
export function expressionValue(written: string, scope: Scope): Value {
  const text = written.trim()
  const literal = literals.get(text)
  if (literal !== undefined) return literal
  if (/^(?:"[\s\S]*"|'[\s\S]*')$/.test(text)) return text.slice(1, -1)
  if (/^-?\d+$/.test(text)) return Number(text)
  // Ruby divides and writes 2.0 otherwise than 2; as text it stays what it is
  if (/^-?\d+\.\d+$/.test(text)) return Number.isInteger(Number(text)) ? text : Number(text)
  const range = /^\(\s*(\S+?)\s*\.\.\s*(\S+?)\s*\)$/.exec(text)
  if (range) return rangeOf(expressionValue(range[1] ?? '', scope), expressionValue(range[2] ?? '', scope))
  return follow(text, scope)
}

function rangeOf(from: Value, to: Value): Value {
  if (from instanceof Unknown || to instanceof Unknown) return unknown
  const first = Math.trunc(Number(from)) || 0
  const last = Math.trunc(Number(to)) || 0
  const count = Math.max(0, Math.min(last - first + 1, maxRange))
  return Array.from({ length: count }, (_, index) => first + index)
}

function follow(path: string, scope: Scope): Value {
  const steps = path.match(/\[[^\]]+\]|[\w-]+\??/g) ?? []
  let value: Value = null
  for (const [index, step] of steps.entries()) {
    const key = step.startsWith('[') ? expressionValue(step.slice(1, -1), scope) : step
    if (key instanceof Unknown) return unknown
    if (index === 1 && scope.isUnknown(steps[0] ?? '', String(key))) return unknown
    value = index === 0 ? scope.valueOf(String(key)) : memberOf(value, key)
    if (value instanceof Unknown) return unknown
  }
  return value
}

function memberOf(value: Value, key: Value): Value {
  if (isList(value)) {
    if (typeof key === 'number') return value.at(key) ?? null
    if (key === 'size') return value.length
    if (key === 'first') return value[0] ?? null
    return key === 'last' ? (value.at(-1) ?? null) : null
  }
  if (typeof value === 'string') return key === 'size' ? value.length : null
  if (value === null || typeof value !== 'object' || value instanceof Unknown) return null
  const members = value as { readonly [key: string]: PlainValue }
  const name = String(key)
  if (Object.hasOwn(members, name)) return members[name] ?? null
  return name === 'size' ? Object.keys(members).length : null
}

/** A longer one is no writer's, and would take long to take apart. */
const maxConditionLength = 2000

const comparison = new RegExp(
  `^\\s*(${fragment})\\s*(?:(==|!=|<>|<=|>=|<|>|contains)\\s*(${fragment}))?\\s*$`,
)

/** Whether a condition holds: `and` and `or` bind from the right; unknown where it hangs on something unknown, null where it cannot be read. */
export function holds(condition: string, scope: Scope): boolean | Unknown | null {
  if (condition.length > maxConditionLength) return null
  const words = condition.match(new RegExp(`${fragment}|\\s+`, 'g'))?.filter((word) => word.trim()) ?? []
  const at = words.findIndex((word) => word === 'and' || word === 'or')
  if (at < 0) return compare(words.join(' '), scope)
  const left = compare(words.slice(0, at).join(' '), scope)
  const right = holds(words.slice(at + 1).join(' '), scope)
  if (left === null || right === null) return null
  const isAnd = words[at] === 'and'
  if (left === !isAnd) return left
  return left instanceof Unknown && right === !isAnd ? right : left instanceof Unknown ? unknown : right
}

function compare(written: string, scope: Scope): boolean | Unknown | null {
  const [, left, operator, right] = comparison.exec(written) ?? []
  if (left === undefined) return null
  const one = expressionValue(left, scope)
  if (one instanceof Unknown) return unknown
  if (operator === undefined || right === undefined) return one !== null && one !== false
  const isEmptyWord = right === 'empty' || right === 'blank'
  if (isEmptyWord && (operator === '==' || operator === '!=')) {
    const nothing = isEmpty(one) || (right === 'blank' && (one === null || one === false || blankText(one)))
    return operator === '==' ? nothing : !nothing
  }
  const other = expressionValue(right, scope)
  if (other instanceof Unknown) return unknown
  return compareValues(one, operator, other)
}

const blankText = (value: Value): boolean => typeof value === 'string' && value.trim() === ''

function compareValues(one: PlainValue, operator: string, other: PlainValue): boolean {
  if (operator === 'contains') {
    if (isList(one)) return one.includes(other)
    return typeof one === 'string' && other !== null && one.includes(String(other))
  }
  if (operator === '==') return isSame(one, other)
  if (operator === '!=' || operator === '<>') return !isSame(one, other)
  const comparable =
    (typeof one === 'number' && typeof other === 'number') ||
    (typeof one === 'string' && typeof other === 'string')
  if (!comparable) return false
  if (operator === '<') return one < other
  if (operator === '>') return one > other
  return operator === '<=' ? one <= other : one >= other
}

/** Whether two values are equal: lists and maps by what they hold. */
export function isSame(one: PlainValue, other: PlainValue): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other))
}
