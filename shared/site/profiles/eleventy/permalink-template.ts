import { dayNames, monthNames } from '../../../front-matter/date-words'
import { clockAt, padded, weekdayOf } from '../zone-time'
import type { OwnFilter, TemplateValue } from './own-filters'
import { eleventySlug, eleventySlugify } from './slugs'

/** What a permalink's template may ask for. `lookUp` gives undefined for what is not known. */
export type PermalinkFacts = {
  readonly lookUp: (path: string) => TemplateValue | undefined
  readonly filters: ReadonlyMap<string, OwnFilter>
}

/**
 * A `permalink` with `{{ … }}` filled in, in Liquid or Nunjucks: values, texts in quotes, Eleventy's slug filters, Liquid's `date`, and the
 * site's own filters as far as they can be read. null where it asks for anything else, or holds a tag.
 */
export function fillPermalink(template: string, facts: PermalinkFacts): string | null {
  if (template.length > 2000 || template.includes('{%')) return null
  let isKnown = true
  const filled = template.replace(/\{\{-?([\s\S]*?)-?\}\}/g, (_, expression: string) => {
    const value = evaluate(expression.trim(), facts)
    if (value === null || value instanceof Date) isKnown = false
    return String(value ?? '')
  })
  return isKnown ? filled : null
}

function evaluate(expression: string, facts: PermalinkFacts): TemplateValue {
  const [first = '', ...filters] = partsOf(expression)
  const quoted = /^(["'])(.*)\1$/.exec(first)
  const value = quoted === null ? facts.lookUp(first) : quoted[2]
  return filters.reduce<TemplateValue>(
    (so, filter) => (so === null ? null : applied(filter, so, facts)),
    value ?? null,
  )
}

/** The parts between `|`, none of which stands in quotes. */
function partsOf(expression: string): readonly string[] {
  const parts = expression.match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g) ?? []
  return parts.map((part) => part.trim())
}

function applied(filter: string, value: string | number | Date, { filters }: PermalinkFacts): TemplateValue {
  const [, name = '', rest = ''] = /^([\w-]+)\s*(?:[:(]\s*([\s\S]*?)\)?)?$/.exec(filter) ?? []
  const argument = /^(["'])(.*)\1/.exec(rest)?.[2]
  const own = filters.get(name)
  if (own !== undefined) return rest === '' ? own(value) : null
  if (name === 'date' && value instanceof Date)
    return argument === undefined ? null : strftime(value, argument)
  if (value instanceof Date) return null
  const text = String(value)
  switch (name) {
    case 'slugify':
      return rest === '' ? eleventySlugify(text) : null
    case 'slug':
      return rest === '' ? eleventySlug(text) : null
    case 'downcase':
    case 'lower':
      return text.toLowerCase()
    case 'upcase':
    case 'upper':
      return text.toUpperCase()
    case 'strip':
    case 'trim':
      return text.trim()
    case 'append':
      return argument === undefined ? null : text + argument
    case 'prepend':
      return argument === undefined ? null : argument + text
    case 'safe':
      return text
    default:
      return null
  }
}

/** Liquid's `date` in UTC; null for a directive that is not known. */
function strftime(date: Date, form: string): string | null {
  const clock = clockAt(date.getTime(), 'UTC')
  const month = monthNames[clock.month - 1] ?? ''
  const day = dayNames[weekdayOf(clock)] ?? ''
  const parts: Readonly<Record<string, string>> = {
    Y: padded(clock.year, 4),
    y: padded(clock.year % 100),
    m: padded(clock.month),
    d: padded(clock.day),
    e: String(clock.day).padStart(2),
    H: padded(clock.hour),
    M: padded(clock.minute),
    S: padded(clock.second),
    b: month.slice(0, 3),
    B: month,
    a: day.slice(0, 3),
    A: day,
    F: `${padded(clock.year, 4)}-${padded(clock.month)}-${padded(clock.day)}`,
    '%': '%',
  }
  let isKnown = true
  const filled = form.replace(/%(-?)([A-Za-z%])/g, (_, bare: string, directive: string) => {
    const part = parts[directive]
    if (part === undefined) isKnown = false
    return bare === '' ? (part ?? '') : (part ?? '').replace(/^[0 ]+(?=\d)/, '')
  })
  return isKnown ? filled : null
}
