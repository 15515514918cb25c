import { clockAt, dayOf, offsetAt, offsetText, padded } from '../zone-time'
import { humanize, titleCase } from './title-case'
import { lowerCase, urlize } from './urlize'

/** What an archetype may print of a new page and its site. */
export type ArchetypeFacts = {
  /** The file's name without ending and language; of a bundle its folder's. */
  readonly name: string
  readonly section: string
  readonly now: number
  readonly zone: string
  readonly site: Readonly<Record<string, unknown>>
}

/** What is used where a site has no archetype of its own (create/content.go). */
export const defaultArchetype = `---
title: "{{ replace .Name "-" " " | title }}"
date: {{ .Date }}
draft: true
---

`

/** A filled-in archetype, and the expressions that Galley does not run: they stay as they are, where the writer sees them. */
export type FilledArchetype = { readonly text: string; readonly unknown: readonly string[] }

/**
 * Fills in what needs nothing but the page's name, the date and the configuration: `.Name`, `.Date`, `.Section`, `.Site…`, `now.Format`
 * and the functions for text. Templates are never run.
 */
export function fillArchetype(template: string, facts: ArchetypeFacts): FilledArchetype {
  const unknown: string[] = []
  const text = template.replace(
    /[ \t\r\n]*\{\{-[\s\S]{0,500}?\}\}|\{\{[\s\S]{0,500}?\}\}/g,
    (whole: string) => {
      const [, before = '', inner = '', trimsAfter] = /^([\s\S]*?)\{\{-?([\s\S]*?)(-?)\}\}$/.exec(whole) ?? []
      if (/^\s*\/\*[\s\S]*\*\/\s*$/.test(inner)) return ''
      const value = evaluate(inner.trim(), facts)
      if (value === null || trimsAfter === '-') {
        unknown.push(whole.trim())
        return whole
      }
      return whole.includes('{{-') ? value : before + value
    },
  )
  return { text, unknown }
}

type Value = string

function evaluate(expression: string, facts: ArchetypeFacts): Value | null {
  const stages = splitOutside(expression, '|')
  let piped: Value | null = null
  for (const [index, stage] of stages.entries()) {
    const words = wordsOf(stage)
    if (words === null) return null
    const last: readonly string[] = index === 0 ? [] : [JSON.stringify(piped)]
    piped = call([...words, ...last], facts)
    if (piped === null) return null
  }
  return piped
}

/** Splits at a sign that stands in no quotes and no brackets. */
function splitOutside(text: string, sign: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|`[^`]*`|[\s\S]/g)) {
    if (token === '(') depth += 1
    if (token === ')') depth -= 1
    if (token === sign && depth === 0) parts.push('')
    else parts[parts.length - 1] += token
  }
  return parts.map((part) => part.trim())
}

function wordsOf(stage: string): readonly string[] | null {
  const words = splitOutside(stage.replace(/\s+/g, ' '), ' ').filter((word) => word !== '')
  return words.length === 0 ? null : words
}

function call(words: readonly string[], facts: ArchetypeFacts): Value | null {
  const [name = '', ...given] = words
  if (given.length === 0) return resolved(name, facts)
  const values = given.map((word) => resolved(word, facts))
  if (values.includes(null)) return null
  const [first = '', second = '', third = ''] = values as readonly Value[]
  switch (name.replace(/^strings\./, '').toLowerCase()) {
    case 'replace':
      return values.length === 3 ? first.replaceAll(second, third) : null
    case 'title':
      return titleCase(first)
    case 'humanize':
    case 'inflect.humanize':
      return humanize(first)
    case 'upper':
    case 'toupper':
      return first.toUpperCase()
    case 'lower':
    case 'tolower':
      return lowerCase(first)
    case 'urlize':
    case 'urls.urlize':
      return urlize(first, { keepsCase: false, removesAccents: false })
    case 'trim':
      return values.length === 2 ? trimmedOf(first, second) : null
    case 'now.format':
    case 'time.now.format':
      return values.length === 1 ? goFormat(facts, first) : null
    case 'dateformat':
    case 'time.format':
      return second === dateOf(facts) ? goFormat(facts, first) : null
    default:
      return null
  }
}

function resolved(word: string, facts: ArchetypeFacts): Value | null {
  if (/^".*"$/s.test(word)) return unquoted(word)
  if (/^`[^`]*`$/.test(word)) return word.slice(1, -1)
  if (/^\(.*\)$/s.test(word)) return evaluate(word.slice(1, -1), facts)
  const path = word.replace(/^\$/, '')
  switch (path) {
    case '.Name':
    case '.File.ContentBaseName':
    case '.File.TranslationBaseName':
    case '.TranslationBaseName':
      return facts.name
    case '.Date':
    case 'now':
      return dateOf(facts)
    case '.Type':
    case '.Section':
      return facts.section
  }
  const setting = /^(?:\.Site|site|hugo\.Site)\.((?:\w+\.)*\w+)$/i.exec(path)?.[1]
  if (setting === undefined) return null
  let value: unknown = facts.site
  for (const key of setting.toLowerCase().split('.')) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : null
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null
}

function unquoted(word: string): string | null {
  try {
    const value: unknown = JSON.parse(word)
    return typeof value === 'string' ? value : null
  } catch {
    return null
  }
}

function trimmedOf(text: string, signs: string): string {
  const letters = new Set(signs)
  let [from, to] = [0, text.length]
  while (from < to && letters.has(text[from] ?? '')) from += 1
  while (to > from && letters.has(text[to - 1] ?? '')) to -= 1
  return text.slice(from, to)
}

/** RFC 3339 in the machine's zone, as `hugo new` writes it. */
function dateOf({ now, zone }: ArchetypeFacts): string {
  const clock = clockAt(now, zone)
  const time = [clock.hour, clock.minute, clock.second].map((part) => padded(part)).join(':')
  return `${dayOf(clock)}T${time}${offsetText(offsetAt(now, zone), 'Z')}`
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August']
const monthNames = [...months, 'September', 'October', 'November', 'December']

/** Go's layout for dates, in the parts that archetypes use. */
function goFormat({ now, zone }: ArchetypeFacts, layout: string): string {
  const clock = clockAt(now, zone)
  const offset = offsetAt(now, zone)
  const month = monthNames[clock.month - 1] ?? ''
  return layout.replace(/2006|January|Jan|01|02|15|04|05|Z07:00|-07:00|-0700/g, (part) => {
    switch (part) {
      case '2006':
        return padded(clock.year, 4)
      case 'January':
        return month
      case 'Jan':
        return month.slice(0, 3)
      case '01':
        return padded(clock.month)
      case '02':
        return padded(clock.day)
      case '15':
        return padded(clock.hour)
      case '04':
        return padded(clock.minute)
      case '05':
        return padded(clock.second)
      case 'Z07:00':
        return offsetText(offset, 'Z')
      case '-07:00':
        return offsetText(offset)
      default:
        return offsetText(offset).replace(':', '')
    }
  })
}
