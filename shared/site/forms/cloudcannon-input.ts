import type { FieldKind } from '../../contract/field'
import type { ConfiguredChoice, ConfiguredField } from './configuration'
import {
  choicesOf,
  type Found,
  type FoundSettings,
  foundKind,
  kindsByName,
  type SettingReader,
} from './setting-reader'
import { entriesOf, entryOf, itemsOf, type SourcedEntry, type SourcedValue, textOf } from './sourced-value'

// cloudcannon.com/documentation/articles/input-types; an `array` holds texts or objects, so its values decide unless it has structures.
const kinds = kindsByName({
  text: 'text',
  email: 'text',
  disabled: 'text',
  pinterest: 'text',
  facebook: 'text',
  twitter: 'text',
  github: 'text',
  instagram: 'text',
  url: 'text',
  color: 'text',
  time: 'text',
  file: 'text',
  document: 'text',
  textarea: 'long-text',
  markdown: 'long-text',
  html: 'long-text',
  code: 'long-text',
  checkbox: 'yes-no',
  switch: 'yes-no',
  number: 'number',
  range: 'number',
  date: 'date',
  datetime: 'date',
  image: 'image',
  select: 'choice',
  choice: 'choice',
  multiselect: 'list',
  multichoice: 'list',
  object: 'object',
})

// Where an object among the values keeps what is saved, in the order in which CloudCannon looks.
const valueKeys = ['id', 'uuid', 'path', 'title', 'name'] as const
const labelKeys = ['title', 'name', 'label'] as const

/** The owners of `_inputs` and `_select_data`, the closest first. */
type Cascade = readonly (SourcedValue | undefined)[]

type Input = { readonly path: readonly string[]; readonly entry: SourcedEntry }

/**
 * The inputs of the first `ownerCount` of the cascade; the others only lend their data sets. A key such as `seo.image` or `gallery[*].image`
 * is a field in a field.
 */
export function cloudCannonFields(
  cascade: Cascade,
  ownerCount: number,
  reader: SettingReader,
): readonly ConfiguredField[] {
  const inputs = cascade.slice(0, ownerCount).flatMap((owner) => entriesOf(entryOf(owner, '_inputs')?.value))
  const paths = inputs.flatMap((entry): Input[] => {
    const path = entry.key
      .replace(/^\$\.?/, '')
      .split(/\[\*\]|\./)
      .filter((part) => part !== '')
    return path.length === 0 ? [] : [{ path, entry }]
  })
  return fieldsAt(paths, groupsOf(inputs), cascade, reader)
}

function fieldsAt(
  inputs: readonly Input[],
  groups: ReadonlyMap<string, Found<string>>,
  cascade: Cascade,
  reader: SettingReader,
): readonly ConfiguredField[] {
  return [...byFirstKey(inputs)].flatMap(([key, ofKey]) => {
    const own = ofKey.filter(({ path }) => path.length === 1).map(({ entry }) => entry.value)
    const inner = ofKey.flatMap(({ path, entry }) =>
      path.length > 1 ? [{ path: path.slice(1), entry }] : [],
    )
    if (!reader.mayReadField(ofKey[0]?.entry.line ?? 1)) return []
    let found: FoundSettings = { group: groups.get(key) ?? null }
    for (const input of own.toReversed()) found = { ...found, ...settingsOf(input, cascade, reader) }
    return reader.field(key, found, {
      isDeclared: false,
      fields: fieldsAt(inner, new Map(), cascade, reader),
    })
  })
}

function byFirstKey(inputs: readonly Input[]): ReadonlyMap<string, readonly Input[]> {
  const byKey = new Map<string, Input[]>()
  for (const input of inputs) {
    const key = input.path[0] ?? ''
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, [input])
    else known.push(input)
  }
  return byKey
}

/** The settings that an input has; those that it leaves open are not named, so that a further one of the cascade decides. */
function settingsOf(input: SourcedValue, cascade: Cascade, reader: SettingReader): FoundSettings {
  const options = entryOf(input, 'options')?.value
  const type = entryOf(input, 'type')
  const hidden = entryOf(input, 'hidden')
  const settings: FoundSettings = {
    label: reader.text(input, 'label'),
    kind: type === undefined ? null : foundKind(kindOf(textOf(type.value) ?? '', options), type.line),
    choices: choicesIn(options, cascade),
    isRequired: reader.yesNo(options, 'required'),
    hint: reader.text(input, 'comment'),
    // It may also be a condition, which only CloudCannon can answer.
    isRare: textOf(hidden?.value) === 'true' ? { value: true, line: hidden?.line ?? input.line } : null,
  }
  return Object.fromEntries(Object.entries(settings).filter(([, setting]) => setting !== null))
}

function kindOf(type: string, options: SourcedValue | undefined): FieldKind | null {
  if (type === 'array') return entryOf(options, 'structures') === undefined ? null : 'object-list'
  return kinds.get(type) ?? null
}

/**
 * `values`: a list, a map from what is saved to what is shown, or the name of a data set in `_select_data`. Data files of the site are
 * not looked into.
 */
function choicesIn(options: SourcedValue | undefined, cascade: Cascade): Found<readonly ConfiguredChoice[]> {
  const written = entryOf(options, 'values')
  if (written === undefined) return null
  const entry = written.value.kind === 'scalar' ? dataSet(textOf(written.value) ?? '', cascade) : written
  if (entry === undefined) return null
  const own = textOf(entryOf(options, 'value_key')?.value)
  const savedUnder = own === null ? valueKeys : [own]
  const value =
    entry.value.kind === 'map' ? mapChoices(entry.value) : choicesOf(entry.value, savedUnder, labelKeys)
  return { value, line: entry.line }
}

function dataSet(name: string, cascade: Cascade): SourcedEntry | undefined {
  const key = name.replace(/^_select_data\./, '')
  return cascade
    .map((owner) => entryOf(entryOf(owner, '_select_data')?.value, key))
    .find((set) => set !== undefined)
}

function mapChoices(map: SourcedValue): readonly ConfiguredChoice[] {
  return entriesOf(map).map(({ key, value }) => {
    const shown =
      textOf(value) ??
      labelKeys.map((name) => textOf(entryOf(value, name)?.value)).find((text) => text !== null)
    return { value: key, label: shown === undefined || shown === key ? null : shown }
  })
}

/** The headings that the root's input (`$`) gives to its keys. */
function groupsOf(inputs: readonly SourcedEntry[]): ReadonlyMap<string, Found<string>> {
  const groups = new Map<string, Found<string>>()
  for (const { key, value } of inputs) {
    if (key !== '$') continue
    for (const group of itemsOf(entryOf(entryOf(value, 'options')?.value, 'groups')?.value)) {
      const heading = textOf(entryOf(group, 'heading')?.value)
      for (const input of itemsOf(entryOf(group, 'inputs')?.value)) {
        const name = textOf(input) ?? ''
        if (heading !== null && !groups.has(name)) groups.set(name, { value: heading, line: group.line })
      }
    }
  }
  return groups
}
