import { clockAt, clockWithOffset } from '../zone-time'
import { joinedTexts, maxListLength, maxTextLength } from './limits'
import {
  dateOf,
  isDate,
  isObject,
  isPattern,
  numberOf,
  type ProgramDate,
  type ProgramObject,
  type ProgramValue,
  printed,
  replacePattern,
  testPattern,
  truth,
  unknown,
} from './program-value'

/** What a method needs of the machine and of the reader of the program. */
export type MethodContext = {
  readonly zone: string
  readonly call: (callee: ProgramValue, args: readonly ProgramValue[]) => ProgramValue
}

/** What a method of a value gives; unknown for one that is not known. */
export function callMethod(
  value: ProgramValue,
  name: string,
  args: readonly ProgramValue[],
  context: MethodContext,
): ProgramValue {
  if (typeof value === 'string') return textMethod(value, name, args)
  if (Array.isArray(value)) return listMethod(value, name, args, context)
  if (isDate(value)) return dateMethod(value, name, context.zone)
  if (isPattern(value)) {
    const [text] = args
    return name === 'test' && typeof text === 'string' ? (testPattern(text, value) ?? unknown) : unknown
  }
  if (name === 'toString' && (typeof value === 'number' || typeof value === 'boolean')) return String(value)
  if (name === 'valueOf') return value
  return isObject(value) ? objectMethod(value, name, args, context) : unknown
}

function objectMethod(
  value: ProgramObject,
  name: string,
  args: readonly ProgramValue[],
  { call }: MethodContext,
): ProgramValue {
  const own = value.fields.get(name)
  return own === undefined ? unknown : call(own, args)
}

const maxReplacedLength = 5_000_000
const plainTextMethods = new Set([
  ...[
    'slice',
    'substring',
    'substr',
    'toLowerCase',
    'toUpperCase',
    'trim',
    'trimStart',
    'trimEnd',
    'startsWith',
  ],
  ...['endsWith', 'includes', 'padStart', 'padEnd', 'indexOf', 'lastIndexOf', 'at', 'charAt', 'normalize'],
  ...['toString', 'valueOf', 'split', 'localeCompare'],
])

function textMethod(text: string, name: string, args: readonly ProgramValue[]): ProgramValue {
  if (name === 'replace' || name === 'replaceAll') return replaced(text, name, args)
  if (!plainTextMethods.has(name) || args.some((arg) => typeof arg !== 'string' && typeof arg !== 'number'))
    return unknown
  if (name.startsWith('pad') && Number(args[0]) > 1000) return unknown
  const method = Reflect.get(String.prototype, name) as (...given: readonly unknown[]) => ProgramValue
  try {
    return method.apply(text.slice(0, maxTextLength), args as unknown[])
  } catch {
    // a form or a language that there is not: the program itself would stop
    return unknown
  }
}

function replaced(text: string, name: string, [what, by]: readonly ProgramValue[]): ProgramValue {
  // each letter may be replaced
  if (typeof by !== 'string' || text.length * by.length > maxReplacedLength) return unknown
  if (typeof what === 'string')
    return name === 'replaceAll' ? text.replaceAll(what, by) : text.replace(what, by)
  return what !== undefined && isPattern(what) ? (replacePattern(text, what, by) ?? unknown) : unknown
}

function listMethod(
  list: ProgramValue[],
  name: string,
  args: readonly ProgramValue[],
  { call }: MethodContext,
): ProgramValue {
  const [first, second] = args
  const each = (item: ProgramValue, index: number): ProgramValue => call(first, [item, index, list])
  switch (name) {
    case 'map':
      return list.map(each)
    case 'flatMap':
      return flattened(list.map(each))
    case 'flat':
      return flattened(list)
    case 'filter':
      return filtered(list, each)
    case 'forEach':
      list.forEach(each)
      return undefined
    case 'find':
      return list.length === 0 ? undefined : firstOf(filtered(list, each))
    case 'some':
    case 'every':
      return anyOf(list.map(each).map(truth), name === 'some')
    case 'sort':
    case 'toSorted':
    case 'reverse':
    case 'toReversed':
      // the order of one post among others does not matter
      return [...list]
    case 'slice':
      return list.slice(numberOf(first) ?? 0, second === undefined ? undefined : (numberOf(second) ?? 0))
    case 'at':
      return list.at(numberOf(first) ?? 0)
    case 'concat':
      return flattened([list, ...args])
    case 'join': {
      const texts = list.map((item) => (item === null || item === undefined ? '' : printed(item)))
      const separator = first === undefined ? ',' : printed(first)
      if (separator === unknown || texts.includes(unknown)) return unknown
      return joinedTexts(texts as string[], separator)
    }
    case 'includes':
      return list.includes(unknown) || first === unknown ? unknown : list.includes(first)
    case 'indexOf':
      return list.indexOf(first)
    case 'push':
      if (list.length + args.length > maxListLength) return unknown
      list.push(...args)
      return list.length
    case 'pop':
      return list.pop()
    case 'shift':
      return list.shift()
    default:
      return unknown
  }
}

function filtered(
  list: ProgramValue[],
  each: (item: ProgramValue, index: number) => ProgramValue,
): ProgramValue[] | typeof unknown {
  const verdicts = list.map(each).map(truth)
  return verdicts.includes(null) ? unknown : list.filter((_item, index) => verdicts[index])
}

function firstOf(list: ProgramValue[] | typeof unknown): ProgramValue {
  return list === unknown ? unknown : list[0]
}

function anyOf(verdicts: readonly (boolean | null)[], wanted: boolean): ProgramValue {
  if (verdicts.includes(wanted)) return wanted
  return verdicts.includes(null) ? unknown : !wanted
}

function flattened(list: readonly ProgramValue[]): ProgramValue {
  const length = list.reduce<number>((sum, item) => sum + (Array.isArray(item) ? item.length : 1), 0)
  return list.includes(unknown) || length > maxListLength ? unknown : (list.flat() as ProgramValue[])
}

// a calendar of four digits
const maxInstant = 250_000_000_000_000

function dateMethod({ instant }: ProgramDate, name: string, zone: string): ProgramValue {
  if (!(Math.abs(instant) <= maxInstant))
    return name === 'getTime' || name === 'valueOf' ? Number.NaN : unknown
  if (name === 'getTime' || name === 'valueOf') return instant
  if (name === 'toISOString' || name === 'toJSON') return new Date(instant).toISOString()
  const found = /^get(UTC)?(FullYear|Month|Date|Hours|Minutes|Seconds|Day)$/.exec(name)
  if (found === null) return unknown
  const clock = found[1] === undefined ? clockAt(instant, zone) : clockWithOffset(instant, 0)
  switch (found[2]) {
    case 'FullYear':
      return clock.year
    case 'Month':
      return clock.month - 1
    case 'Date':
      return clock.day
    case 'Hours':
      return clock.hour
    case 'Minutes':
      return clock.minute
    case 'Seconds':
      return clock.second
    default:
      return new Date(Date.UTC(clock.year, clock.month - 1, clock.day)).getUTCDay()
  }
}

/** `Object`'s and `Array`'s own functions that are known. */
export function objectFunction(name: string, [first]: readonly ProgramValue[]): ProgramValue {
  if (name === 'from' && Array.isArray(first)) return [...first]
  if (name === 'isArray') return first === unknown ? unknown : Array.isArray(first)
  if (first === undefined || !isObject(first) || first.isOpen) return unknown
  if (name === 'keys') return [...first.fields.keys()]
  if (name === 'values') return [...first.fields.values()]
  return name === 'entries' ? [...first.fields].map(([key, value]) => [key, value]) : unknown
}

/** A date, of what is given to `new Date`. */
export function madeDate(
  args: readonly ProgramValue[],
  now: number,
  read: (text: string) => number | null,
): ProgramValue {
  const [first] = args
  if (args.length === 0) return dateOf(now)
  if (args.length > 1 || first === unknown) return unknown
  if (typeof first === 'string') return dateOf(read(first) ?? Number.NaN)
  return dateOf(numberOf(first) ?? Number.NaN)
}
