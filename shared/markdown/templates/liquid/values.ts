import type { PlainValue } from '../template-context'

/** A value that only a build of the site can tell. */
export class Unknown {}

/** The one unknown value. */
export const unknown = new Unknown()

/** What an expression may give. */
export type Value = PlainValue | Unknown

/** Whether Liquid takes a value for true. */
export function isTruthy(value: Value): boolean {
  return value !== null && value !== false
}

/** Whether `value` is the text, list or map without anything in it. */
export function isEmpty(value: Value): boolean {
  if (typeof value === 'string' || isList(value)) return value.length === 0
  return value !== null && typeof value === 'object' && Object.keys(value).length === 0
}

/** Whether `value` is a list. */
export function isList(value: Value): value is readonly PlainValue[] {
  return Array.isArray(value)
}

/** A value as text, as Liquid puts it out. */
export function textOf(value: Value): string {
  if (value === null || value instanceof Unknown) return ''
  if (isList(value)) return value.map(textOf).join('')
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}

/** A number that was worked out: with a fraction it stays a number with a fraction, as in Ruby. */
export function numberOf(value: Value): number {
  if (typeof value === 'number') return value
  const read = typeof value === 'string' ? Number.parseFloat(value) : 0
  return Number.isFinite(read) ? read : 0
}
