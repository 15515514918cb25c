import { nearestWord } from './nearest-word'
import type { SettingReader } from './setting-reader'
import { entriesOf, type SourcedEntry, type SourcedValue } from './sourced-value'

/** The names that one part of `.galley.yml` knows, and what other systems' names for the same things mean. */
export type Names = {
  readonly of: string
  readonly known: readonly string[]
  readonly meant: Readonly<Record<string, string>>
}

/** Reports the keys of a map that are no names there, and those that stand there twice. */
export function checkNames(map: SourcedValue | undefined, names: Names, reader: SettingReader): void {
  const entries = entriesOf(map)
  reportTwins(entries, reader)
  for (const { key, line } of entries) {
    if (!names.known.includes(key))
      reader.report(line, `“${key}” is no setting of ${names.of}.${suggestion(key, names)}`)
  }
}

/** Reports keys that stand there a second time. */
export function reportTwins(entries: readonly SourcedEntry[], reader: SettingReader): void {
  const keys = new Set<string>()
  for (const { key, line } of entries) {
    if (keys.has(key)) reader.report(line, `“${key}” stands here a second time. The first one counts.`)
    keys.add(key)
  }
}

/** A sentence with the name that was probably meant, a blank before it. */
export function suggestion(written: string, { known, meant }: Names): string {
  const synonym = Object.hasOwn(meant, written) ? meant[written] : undefined
  const word = synonym ?? nearestWord(written, known)
  return word === null ? ` Known are ${known.join(', ')}.` : ` Did you mean “${word}”?`
}
