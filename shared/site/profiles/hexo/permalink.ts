import { sha1 } from '@noble/hashes/legacy'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils'
import { RE2JS } from 're2js'
import { type ClockReading, padded } from '../zone-time'

const token = /:(\w*[^_\W])/g

const segments: Readonly<Record<string, string>> = {
  year: '(\\d{4})',
  month: '(\\d{2})',
  day: '(\\d{2})',
  i_month: '(\\d{1,2})',
  i_day: '(\\d{1,2})',
  hash: '([0-9a-f]{12})',
}

const compiled = new Map<string, { readonly names: readonly string[]; readonly pattern: RE2JS }>()

/** What a file's name says, read with `new_post_name` without its ending; null where the name does not follow it. Takes linear time. */
export function parseName(rule: string, name: string): Readonly<Record<string, string>> | null {
  let known = compiled.get(rule)
  if (known === undefined) {
    const names: string[] = []
    const source = rule
      .split(token)
      .map((part, index) => {
        if (index % 2 === 0) return RE2JS.quote(part)
        names.push(part)
        return segments[part] ?? '(.+?)'
      })
      .join('')
    known = { names, pattern: RE2JS.compile(`^${source}$`, RE2JS.DOTALL) }
    compiled.set(rule, known)
  }
  const matcher = known.pattern.matcher(name)
  if (!matcher.find()) return null
  return Object.fromEntries(known.names.map((key, index) => [key, matcher.group(index + 1) ?? '']))
}

/** A permalink or name with its tokens filled in; a token without a value becomes `undefined`, as Hexo has it. */
export function fillTokens(rule: string, values: Readonly<Record<string, string>>): string {
  return rule.replace(token, (_, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : 'undefined',
  )
}

/** Whether any of the tokens stands in the rule. */
export function hasToken(rule: string, names: ReadonlySet<string>): boolean {
  return [...rule.matchAll(token)].some(([, name = '']) => names.has(name))
}

/** The tokens of a date. */
export function dateTokens(clock: ClockReading): Readonly<Record<string, string>> {
  return {
    year: padded(clock.year, 4),
    month: padded(clock.month),
    day: padded(clock.day),
    hour: padded(clock.hour),
    minute: padded(clock.minute),
    second: padded(clock.second),
    i_month: String(clock.month),
    i_day: String(clock.day),
  }
}

/** `:hash`: of the slug and the seconds since 1970, twelve digits. */
export function hashOf(slug: string, instant: number): string {
  return bytesToHex(sha1(utf8ToBytes(slug + String(Math.floor(instant / 1000))))).slice(0, 12)
}
