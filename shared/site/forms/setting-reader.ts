import type { ConfigurationProblem, FieldKind, FieldSchema, FieldSetting } from '../../contract/field'
import type {
  Configured,
  ConfiguredChoice,
  ConfiguredField,
  FieldSettings,
  SettingValues,
} from './configuration'
import { configuredFolder } from './configured-folder'
import { entryOf, itemsOf, jsonOf, type SourcedValue, textOf, yesNoOf } from './sourced-value'

/** A value that a file has, with its line; null where it has none that can be used. */
export type Found<Value> = { readonly value: Value; readonly line: number } | null

/** A setting for each name that has one. */
export type FoundSettings = { readonly [Name in FieldSetting]?: Found<SettingValues[Name]> }

/** Reads settings out of one file and collects what is wrong with them; what is wrong is left out. */
export type SettingReader = {
  readonly file: string
  /** So far, each once, at most 20. */
  readonly problems: readonly ConfigurationProblem[]
  report(line: number, message: string): void
  /** Counts a field that is about to be read. False from the 5,001st on: field groups can name each other without end. */
  mayReadField(line: number): boolean
  /** The folder of the blog that `written` means; null, and reported, for one that lies outside. */
  folder(written: string, line: number): string | null
  text(map: SourcedValue | undefined, key: string): Found<string>
  yesNo(map: SourcedValue | undefined, key: string): Found<boolean>
  /** Any value; none for one with a placeholder such as `{{now}}`, which only its own system can fill in. */
  json(map: SourcedValue | undefined, key: string): Found<FieldSchema['default']>
  /** A list of texts, or of maps with the value under the first of `valueKeys` that they have and the label under the first of `labelKeys`. */
  choices(
    map: SourcedValue | undefined,
    key: string,
    valueKeys: readonly string[],
    labelKeys: readonly string[],
  ): Found<readonly ConfiguredChoice[]>
  field(key: string, found: FoundSettings, more?: Partial<FieldDetails>): ConfiguredField
}

/** What a field has beside its settings. */
type FieldDetails = Pick<ConfiguredField, 'isDeclared' | 'datePattern' | 'fields'>

const maxProblems = 20
const maxFields = 5_000
const maxLength = 300

/** A reader of the settings in the file at `file`, whose syntax had `problems`. */
export function createSettingReader(
  file: string,
  problems: readonly ConfigurationProblem[] = [],
): SettingReader {
  const collected = [...problems]
  let fieldCount = 0

  const report = (line: number, sentence: string): void => {
    // a name that is quoted in it can be as long as the file
    const message = sentence.length > maxLength ? `${sentence.slice(0, maxLength)}…` : sentence
    const isKnown = collected.some((problem) => problem.origin.line === line && problem.message === message)
    if (!isKnown && collected.length < maxProblems) collected.push({ origin: { file, line }, message })
  }
  const find = <Value>(
    map: SourcedValue | undefined,
    key: string,
    read: (value: SourcedValue) => Value | null,
    expected: string,
  ): Found<Value> => {
    const entry = entryOf(map, key)
    if (entry === undefined || isEmpty(entry.value)) return null
    const value = read(entry.value)
    if (value !== null) return { value, line: entry.line }
    report(entry.line, `“${key}” should be ${expected}. Galley goes on without it.`)
    return null
  }

  return {
    file,
    problems: collected,
    report,
    mayReadField(line) {
      fieldCount += 1
      if (fieldCount === maxFields + 1)
        report(line, 'From here on there are more fields than any form can show. Galley leaves the rest out.')
      return fieldCount <= maxFields
    },
    folder(written, line) {
      const folder = configuredFolder(written)
      if (folder === null)
        report(line, `The folder ${written} lies outside the blog, so Galley leaves it out.`)
      return folder
    },
    text: (map, key) => find(map, key, textOf, 'a text'),
    yesNo: (map, key) => find(map, key, yesNoOf, '“true” or “false”'),
    json(map, key) {
      const found = find(map, key, jsonOf, 'a value')
      return found === null || JSON.stringify(found.value).includes('{{') ? null : found
    },
    choices: (map, key, valueKeys, labelKeys) =>
      find(
        map,
        key,
        (value) => (value.kind === 'list' ? choicesOf(value, valueKeys, labelKeys) : null),
        'a list',
      ),
    field: (key, found, more = {}) => ({
      key,
      isDeclared: true,
      datePattern: null,
      fields: [],
      ...more,
      settings: settingsOf(file, found),
    }),
  }
}

/** A table of kinds by the names that a system has for them. Only what is in it is in it: `constructor` is no kind. */
export function kindsByName(kinds: Readonly<Record<string, FieldKind>>): ReadonlyMap<string, FieldKind> {
  return new Map(Object.entries(kinds))
}

/** A kind that `line` decides, null for none. */
export function foundKind(kind: FieldKind | null | undefined, line: number): Found<FieldKind> {
  return kind === null || kind === undefined ? null : { value: kind, line }
}

/** The choices in a list's items. See `SettingReader.choices`. */
export function choicesOf(
  list: SourcedValue,
  valueKeys: readonly string[],
  labelKeys: readonly string[],
): readonly ConfiguredChoice[] {
  const choices = itemsOf(list).flatMap((item): ConfiguredChoice[] => {
    if (item.kind !== 'map') return choiceOf(textOf(item), null)
    return choiceOf(firstText(item, valueKeys), firstText(item, labelKeys))
  })
  const values = new Set<string>()
  return choices.filter(({ value }) => !values.has(value) && values.add(value))
}

function choiceOf(value: string | null, label: string | null): ConfiguredChoice[] {
  return value === null || value === '' ? [] : [{ value, label: label === value ? null : label }]
}

function firstText(item: SourcedValue, keys: readonly string[]): string | null {
  for (const key of keys) {
    const text = textOf(entryOf(item, key)?.value)
    if (text !== null) return text
  }
  return null
}

function isEmpty(value: SourcedValue): boolean {
  return value.kind === 'scalar' && value.value === null
}

function settingsOf(file: string, found: FoundSettings): FieldSettings {
  const settings: { [Name in FieldSetting]?: Configured<unknown> } = {}
  for (const name of Object.keys(found) as FieldSetting[]) {
    const setting = found[name]
    if (setting) settings[name] = { value: setting.value, origin: { file, line: setting.line } }
  }
  return settings as FieldSettings
}
