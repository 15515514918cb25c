import { RE2JS } from 're2js'
import type { ProgramNode } from './parse-program'

/** What reading a program cannot tell. Whatever is made of it is unknown too. */
export const unknown = Symbol('unknown')

/** A value that a program was seen to make. */
export type ProgramValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | typeof unknown
  | ProgramDate
  | ProgramPattern
  | ProgramFunction
  | NativeFunction
  | ProgramValue[]
  | ProgramObject

/** An instant, milliseconds since 1970, NaN for an Invalid Date. */
export type ProgramDate = { readonly type: 'date'; readonly instant: number }
/** A regular expression of the program, matched in linear time. */
export type ProgramPattern = { readonly type: 'pattern'; readonly source: string; readonly flags: string }
/** A function of the program. */
export type ProgramFunction = { readonly type: 'function'; readonly node: ProgramNode; readonly scope: Scope }
/** A function that is known by its name. */
export type NativeFunction = {
  readonly type: 'native'
  readonly call: (args: readonly ProgramValue[]) => ProgramValue
}
/** An object with its fields by name. `isOpen`: it may have further fields. */
export type ProgramObject = {
  readonly type: 'object'
  readonly fields: Map<string, ProgramValue>
  readonly isOpen: boolean
}

/** Where names stand for values. */
export type Scope = { readonly lookUp: (name: string) => ProgramValue }

/** An object of these fields. */
export function objectOf(fields: Readonly<Record<string, ProgramValue>>): ProgramObject {
  return { type: 'object', fields: new Map(Object.entries(fields)), isOpen: false }
}

/** A function known by its name. */
export function native(call: NativeFunction['call']): NativeFunction {
  return { type: 'native', call }
}

/** A date of the program. */
export function dateOf(instant: number): ProgramDate {
  return { type: 'date', instant }
}

/** Whether a value is an object with fields. */
export function isObject(value: ProgramValue): value is ProgramObject {
  return hasType(value, 'object')
}

/** Whether a value is a date. */
export function isDate(value: ProgramValue): value is ProgramDate {
  return hasType(value, 'date')
}

/** Whether a value can be called. */
export function isFunction(value: ProgramValue): value is ProgramFunction | NativeFunction {
  return hasType(value, 'function') || hasType(value, 'native')
}

/** Whether a value is a regular expression. */
export function isPattern(value: ProgramValue): value is ProgramPattern {
  return hasType(value, 'pattern')
}

function hasType(value: ProgramValue, type: string): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value.type === type
}

/** A field of an object; undefined where there is none, unknown where that cannot be told. */
export function fieldOf(value: ProgramValue, name: string): ProgramValue {
  if (!isObject(value)) return value === undefined || value === null ? undefined : unknown
  return value.fields.has(name) ? value.fields.get(name) : value.isOpen ? unknown : undefined
}

/** Whether a value counts as true; null where that cannot be told. */
export function truth(value: ProgramValue): boolean | null {
  if (value === unknown) return null
  return typeof value === 'object' ? value !== null : Boolean(value)
}

/** A value as text, the way a template prints it; unknown for what is no plain value. */
export function printed(value: ProgramValue): string | typeof unknown {
  if (Array.isArray(value)) {
    const texts = value.map((item) => (item === null || item === undefined ? '' : printed(item)))
    const length = texts.reduce<number>(
      (sum, text) => sum + (typeof text === 'string' ? text.length + 1 : 0),
      0,
    )
    return texts.includes(unknown) || length > 50_000 ? unknown : texts.join(',')
  }
  if (typeof value === 'symbol' || (typeof value === 'object' && value !== null)) return unknown
  return String(value)
}

/** A value as a number; null where it is none. */
export function numberOf(value: ProgramValue): number | null {
  if (isDate(value)) return value.instant
  if (typeof value === 'number') return value
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return Number(value)
  return value === undefined ? Number.NaN : null
}

/** A text with the first place, or all, that match replaced; null for a pattern that is not understood. */
export function replacePattern(
  text: string,
  { source, flags }: ProgramPattern,
  replacement: string,
): string | null {
  try {
    const kept =
      (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) | (flags.includes('m') ? RE2JS.MULTILINE : 0)
    const matcher = RE2JS.compile(source, kept).matcher(text)
    return flags.includes('g') ? matcher.replaceAll(replacement) : matcher.replaceFirst(replacement)
  } catch {
    return null
  }
}

/** Whether a pattern matches somewhere; null for one that is not understood. */
export function testPattern(text: string, { source, flags }: ProgramPattern): boolean | null {
  try {
    return RE2JS.compile(source, flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0)
      .matcher(text)
      .find()
  } catch {
    return null
  }
}
