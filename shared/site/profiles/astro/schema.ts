import { javascriptInstant } from '../javascript-date'
import {
  dateOf,
  isDate,
  isFunction,
  isObject,
  native,
  numberOf,
  type ProgramObject,
  type ProgramValue,
  printed,
  truth,
  unknown,
} from '../program/program-value'

/** A zod schema as the site's program wrote it down. */
export type Schema = {
  /** What it checks; `any` for what is not checked here. */
  readonly kind: 'string' | 'number' | 'boolean' | 'date' | 'array' | 'object' | 'union' | 'any'
  readonly isCoerced: boolean
  readonly isOptional: boolean
  readonly isNullable: boolean
  /** What stands where there is no value. */
  readonly default: { readonly value: ProgramValue } | null
  readonly entries: ReadonlyMap<string, Schema>
  readonly options: readonly Schema[]
  /** What is made of the value before, and after, it is checked. */
  readonly before: readonly ProgramValue[]
  readonly after: readonly ProgramValue[]
  readonly isOpen: boolean
}

/** What a schema makes of a value: `stops` with what it wants, since a value that is refused stops Astro's build. */
export type SchemaOutcome =
  | { readonly kind: 'value'; readonly value: ProgramValue }
  | { readonly kind: 'stops'; readonly wanted: string }

const any: Schema = {
  ...{ kind: 'any', isCoerced: false, isOptional: false, isNullable: false, default: null },
  ...{ entries: new Map(), options: [], before: [], after: [], isOpen: false },
}
const kinds = new Set(['string', 'number', 'boolean', 'date'])
const recorded = new WeakMap<ProgramObject, Schema>()

/** The schema that a program's value stands for; null for a value that is none. */
export function schemaOf(value: ProgramValue): Schema | null {
  return isObject(value) ? (recorded.get(value) ?? null) : null
}

/** zod's `z` (zod 3, as Astro 5 brings it): each call writes a schema down. */
export const zod: ProgramObject = withMethods((name) => (name === 'coerce' ? coerced : starting(name, false)))

const coerced = withMethods((name) => starting(name, true))

function withMethods(method: (name: string) => ProgramValue): ProgramObject {
  class Methods extends Map<string, ProgramValue> {
    override has(): boolean {
      return true
    }
    override get(name: string): ProgramValue {
      return method(name)
    }
  }
  return { type: 'object', fields: new Methods(), isOpen: true }
}

function starting(name: string, isCoerced: boolean): ProgramValue {
  return native(([first, second]) => {
    if (kinds.has(name)) return written({ ...any, kind: name as Schema['kind'], isCoerced })
    if (name === 'object' || name === 'strictObject' || name === 'looseObject')
      return written({ ...any, kind: 'object', entries: entriesOf(first), isOpen: name === 'looseObject' })
    if (name === 'array') return written({ ...any, kind: 'array' })
    if (name === 'union') return written({ ...any, kind: 'union', options: optionsOf(first) })
    if (name === 'optional') return written({ ...(schemaOf(first) ?? any), isOptional: true })
    if (name === 'preprocess') {
      const inner = schemaOf(second) ?? any
      return written({ ...inner, before: [first, ...inner.before] })
    }
    if (name === 'enum' || name === 'literal') return written({ ...any })
    // a value of any kind may be left out
    return written({ ...any, isOptional: ['any', 'unknown', 'undefined', 'custom'].includes(name) })
  })
}

function written(schema: Schema): ProgramObject {
  const value = withMethods((name) => native((args) => changed(schema, name, args)))
  recorded.set(value, schema)
  return value
}

function changed(schema: Schema, name: string, [first]: readonly ProgramValue[]): ProgramValue {
  switch (name) {
    case 'optional':
      return written({ ...schema, isOptional: true })
    case 'nullable':
      return written({ ...schema, isNullable: true })
    case 'nullish':
      return written({ ...schema, isOptional: true, isNullable: true })
    case 'default':
    case 'prefault':
      return written({ ...schema, default: { value: isFunction(first) ? unknown : first } })
    case 'catch':
      return written({ ...any, isOptional: true })
    case 'transform':
      return written({ ...schema, after: [...schema.after, first] })
    case 'pipe': {
      const inner = schemaOf(first)
      return inner?.kind === 'date' && schema.after.length === 0
        ? written({ ...inner, isOptional: schema.isOptional })
        : written({ ...schema, after: [...schema.after, unknown] })
    }
    case 'or':
      return written({ ...any, kind: 'union', options: [schema, schemaOf(first) ?? any] })
    case 'array':
      return written({ ...any, kind: 'array' })
    case 'extend':
    case 'merge': {
      const more = name === 'extend' ? entriesOf(first) : (schemaOf(first)?.entries ?? new Map())
      return written({ ...schema, entries: new Map([...schema.entries, ...more]) })
    }
    case 'passthrough':
    case 'loose':
    case 'catchall':
      return written({ ...schema, isOpen: true })
    case 'partial':
      return written({
        ...schema,
        entries: new Map([...schema.entries].map(([key, entry]) => [key, { ...entry, isOptional: true }])),
      })
    default:
      return written(schema)
  }
}

function entriesOf(value: ProgramValue): ReadonlyMap<string, Schema> {
  if (value === undefined || !isObject(value)) return new Map()
  return new Map(
    [...value.fields].map(([key, entry]) => [key, schemaOf(entry) ?? { ...any, isOptional: true }]),
  )
}

function optionsOf(value: ProgramValue): readonly Schema[] {
  return Array.isArray(value) ? value.map((option) => schemaOf(option) ?? any) : [any]
}

/** What is needed to apply a schema: the machine's zone, and the program's own functions. */
export type SchemaContext = {
  readonly zone: string
  readonly call: (callee: ProgramValue, args: readonly ProgramValue[]) => ProgramValue
}

/** What a schema makes of a value, as zod 3 checks it. */
export function applySchema(schema: Schema, given: ProgramValue, context: SchemaContext): SchemaOutcome {
  const value = schema.before.reduceRight<ProgramValue>((before, step) => context.call(step, [before]), given)
  if (value === undefined && schema.default !== null) return { kind: 'value', value: schema.default.value }
  if ((value === undefined && schema.isOptional) || (value === null && schema.isNullable))
    return { kind: 'value', value }
  const checked: SchemaOutcome = value === unknown ? { kind: 'value', value } : check(schema, value, context)
  if (checked.kind === 'stops') return checked
  return {
    kind: 'value',
    value: schema.after.reduce<ProgramValue>((before, step) => context.call(step, [before]), checked.value),
  }
}

function check(schema: Schema, value: ProgramValue, context: SchemaContext): SchemaOutcome {
  const kept: SchemaOutcome = { kind: 'value', value }
  switch (schema.kind) {
    case 'date':
      return checkDate(value, schema.isCoerced, context.zone)
    case 'string':
      if (schema.isCoerced) return { kind: 'value', value: printed(value) }
      return typeof value === 'string' ? kept : { kind: 'stops', wanted: 'a text (put it in quotes)' }
    case 'number': {
      const number = schema.isCoerced ? numberOf(value) : value
      const isNumber = typeof number === 'number' && !Number.isNaN(number)
      return isNumber ? { kind: 'value', value: number } : { kind: 'stops', wanted: 'a number' }
    }
    case 'boolean':
      if (schema.isCoerced) return { kind: 'value', value: truth(value) ?? unknown }
      return typeof value === 'boolean' ? kept : { kind: 'stops', wanted: '`true` or `false` without quotes' }
    case 'array':
      return Array.isArray(value) ? kept : { kind: 'stops', wanted: 'a list' }
    case 'union': {
      const outcomes = schema.options.map((option) => applySchema(option, value, context))
      return outcomes.find(({ kind }) => kind === 'value') ?? outcomes[0] ?? kept
    }
    case 'object':
      return isObject(value) ? kept : { kind: 'stops', wanted: 'fields of its own' }
    case 'any':
      return value === undefined ? { kind: 'stops', wanted: 'a value' } : kept
  }
}

function checkDate(value: ProgramValue, isCoerced: boolean, zone: string): SchemaOutcome {
  const wanted = 'a date such as `2024-05-31`, without quotes'
  if (isDate(value)) return Number.isNaN(value.instant) ? { kind: 'stops', wanted } : { kind: 'value', value }
  if (!isCoerced) return { kind: 'stops', wanted }
  const instant = typeof value === 'string' ? javascriptInstant(value, zone) : coercedInstant(value)
  const isReal = instant !== null && !Number.isNaN(instant) && Math.abs(instant) <= 8.64e15
  return isReal ? { kind: 'value', value: dateOf(instant) } : { kind: 'stops', wanted }
}

function coercedInstant(value: ProgramValue): number | null {
  return value === undefined || (typeof value === 'object' && value !== null) ? null : numberOf(value)
}
