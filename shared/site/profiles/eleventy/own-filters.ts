import { padded } from '../zone-time'

/** A value in a template: a text, a number or a date. null: it is not known. */
export type TemplateValue = string | number | Date | null

/** A filter of the site's own. null: what it gives is not known. */
export type OwnFilter = (value: TemplateValue) => TemplateValue

type Step = { readonly method: string; readonly values: readonly (string | number)[] }

/**
 * The site's own filters that only call a few methods of dates and texts on what they are given, such as
 * `(date) => date.toISOString().slice(0, 10)`. They are read and followed step by step here, never run; any other filter is not known.
 */
export function readOwnFilters(programs: readonly string[]): ReadonlyMap<string, OwnFilter> {
  const found = new Map<string, OwnFilter>()
  const start =
    /\.add(?:Filter|LiquidFilter|NunjucksFilter|UniversalFilter)\s*\(\s*(["'`])([\w-]+)\1\s*,\s*(?:function\s*\w*\s*)?\(?\s*([A-Za-z_$][\w$]*)\s*\)?\s*(?:=>\s*)?(?:\{\s*return\s+)?/g
  for (const program of programs) {
    for (const match of program.matchAll(start)) {
      const body = program.slice(match.index + match[0].length, match.index + match[0].length + 400)
      const steps = stepsIn(body, match[3] ?? '')
      if (steps !== null) found.set(match[2] ?? '', (value) => follow(steps, value))
    }
  }
  return found
}

function stepsIn(body: string, parameter: string): readonly Step[] | null {
  const name = parameter.replaceAll('$', '\\$')
  const begin = new RegExp(
    `^(?:${name}(?=\\s*\\.)|new\\s+Date\\(\\s*${name}\\s*\\)|(?:luxon\\.)?DateTime\\.fromJSDate\\(\\s*${name}\\s*(?:,\\s*\\{\\s*zone\\s*:\\s*["'](?:utc|UTC)["']\\s*\\}\\s*)?\\))`,
  ).exec(body)
  if (begin === null || (begin[0].includes('fromJSDate') && !/zone/.test(begin[0]))) return null
  const steps: Step[] = []
  let rest = body.slice(begin[0].length)
  for (;;) {
    const call = /^\s*\.\s*(\w+)\s*\(((?:"[^"\n]*"|'[^'\n]*'|\/[^/\n]+\/g|[\d\s,-])*)\)/.exec(rest)
    if (call === null) break
    const values = valuesIn(call[2] ?? '')
    if (values === null) return null
    steps.push({ method: call[1] ?? '', values })
    rest = rest.slice(call[0].length)
  }
  return steps.length > 0 && /^\s*[;)}]/.test(rest) ? steps : null
}

function valuesIn(text: string): readonly (string | number)[] | null {
  const values = text.match(/"[^"\n]*"|'[^'\n]*'|\/[^/\n]+\/g|-?\d+/g) ?? []
  const read = values.map((value) => {
    if (/^-?\d+$/.test(value)) return Number(value)
    if (!value.startsWith('/')) return value.slice(1, -1)
    // a pattern of one plain sign
    const plain = /^\/\\?([^\w\s\\[\](){}*+?|^$.])\/g$/.exec(value)?.[1]
    return plain ?? null
  })
  return read.includes(null) ? null : (read as (string | number)[])
}

function follow(steps: readonly Step[], start: TemplateValue): TemplateValue {
  return steps.reduce<TemplateValue>((value, step) => (value === null ? null : apply(value, step)), start)
}

function apply(value: string | number | Date, { method, values }: Step): TemplateValue {
  const [first = '', second] = values
  if (value instanceof Date) {
    const iso = value.toISOString()
    if (method === 'toISOString' || method === 'toJSON') return iso
    if (method === 'toFormat') return luxonFormat(value, String(first))
    if (method === 'toISODate') return iso.slice(0, 10)
    if (method === 'getUTCFullYear') return value.getUTCFullYear()
    return null
  }
  if (typeof value === 'number') return method === 'toString' ? String(value) : null
  if (method === 'slice' || method === 'substring')
    return value.slice(Number(first), second === undefined ? undefined : Number(second))
  if (method === 'replaceAll') return value.replaceAll(String(first), String(second ?? ''))
  if (method === 'replace') return value.replaceAll(String(first), String(second ?? ''))
  if (method === 'toLowerCase') return value.toLowerCase()
  if (method === 'toUpperCase') return value.toUpperCase()
  return method === 'trim' ? value.trim() : null
}

/** Luxon's tokens for parts of a day in UTC; null for any other. */
function luxonFormat(date: Date, form: string): string | null {
  let isKnown = true
  const parts: Readonly<Record<string, string>> = {
    yyyy: padded(date.getUTCFullYear(), 4),
    LL: padded(date.getUTCMonth() + 1),
    MM: padded(date.getUTCMonth() + 1),
    L: String(date.getUTCMonth() + 1),
    M: String(date.getUTCMonth() + 1),
    dd: padded(date.getUTCDate()),
    d: String(date.getUTCDate()),
  }
  const filled = form.replace(/'([^']*)'|([A-Za-z])\2*/g, (token, literal?: string) => {
    if (literal !== undefined) return literal
    const part = parts[token]
    if (part === undefined) isKnown = false
    return part ?? ''
  })
  return isKnown ? filled : null
}
