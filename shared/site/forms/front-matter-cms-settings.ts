import type { ConfigurationFile, ConfiguredChoice } from './configuration'
import { parseConfiguration } from './parse-configuration'
import { choicesOf, createSettingReader, type Found, type SettingReader } from './setting-reader'
import {
  entriesOf,
  entryOf,
  itemsOf,
  type SourcedEntry,
  type SourcedValue,
  textOf,
  valueAt,
} from './sourced-value'

/** A value, and the reader of the file that it stands in. */
export type Located = { readonly value: SourcedValue; readonly reader: SettingReader }

/** A list of terms and where it stands. */
type Terms = NonNullable<Found<readonly ConfiguredChoice[]>> & { readonly reader: SettingReader }

/** Front Matter CMS's settings from all of its files. */
export type FrontMatterCmsSettings = {
  readonly readers: readonly SettingReader[]
  readonly pageFolders: readonly Located[]
  readonly contentTypes: readonly Located[]
  readonly fieldGroups: readonly Located[]
  readonly publicFolder: Located | null
  readonly draftField: Located | null
  /** By `tags`, `categories`, a custom taxonomy's id, or `draft` where that is a choice. */
  readonly terms: ReadonlyMap<string, Terms>
}

type Parsed = {
  readonly path: string
  readonly value: SourcedValue | undefined
  readonly reader: SettingReader
}

/** A setting, and the reader of the file that it stands in. */
type LocatedEntry = SourcedEntry & { readonly reader: SettingReader }

type ListName = 'pageFolders' | 'contentTypes' | 'fieldGroups'

/** Folders whose files hold one item each: frontmatter.codes/docs/settings#splitting-your-settings-in-multiple-files. */
const splitFolders: readonly (readonly [RegExp, ListName])[] = [
  [/^\.frontmatter\/config\/content\/pagefolders\//i, 'pageFolders'],
  [/^\.frontmatter\/config\/taxonomy\/contenttypes\//i, 'contentTypes'],
  [/^\.frontmatter\/config\/taxonomy\/fieldgroups\//i, 'fieldGroups'],
]

const termKeys = ['id', 'value'] as const

/**
 * Collects the settings. What `frontmatter.json` says comes before what the files of its folders say; other files below
 * `.frontmatter/config` are read like `frontmatter.json`, which can extend them.
 */
export function frontMatterCmsSettings(files: readonly ConfigurationFile[]): FrontMatterCmsSettings {
  const parsed = files.map((file): Parsed => {
    const { value, problems } = parseConfiguration(file)
    const reader = createSettingReader(file.path, problems)
    return { path: file.path, value: value ?? undefined, reader }
  })
  const settingNamed = (name: string): readonly LocatedEntry[] =>
    parsed.flatMap(({ value, reader }) => {
      const entry = entryOf(value, `frontMatter.${name}`)
      return entry === undefined ? [] : [{ ...entry, reader }]
    })
  const itemsNamed = (name: string, list: ListName): readonly Located[] => [
    ...settingNamed(name).flatMap(({ value, reader }) =>
      itemsOf(value).map((item) => ({ value: item, reader })),
    ),
    ...parsed.flatMap(({ path, value, reader }) =>
      value !== undefined && splitFolders.some(([folder, its]) => its === list && folder.test(path))
        ? [{ value, reader }]
        : [],
    ),
  ]
  const firstNamed = (name: string): Located | null => settingNamed(name)[0] ?? null

  reportOtherSettings(settingNamed('extends'), new Set(files.map(({ path }) => path)))
  return {
    readers: parsed.map(({ reader }) => reader),
    pageFolders: itemsNamed('content.pageFolders', 'pageFolders'),
    contentTypes: itemsNamed('taxonomy.contentTypes', 'contentTypes'),
    fieldGroups: itemsNamed('taxonomy.fieldGroups', 'fieldGroups'),
    publicFolder: firstNamed('content.publicFolder'),
    draftField: firstNamed('content.draftField'),
    terms: termsOf(
      parsed,
      (name) => settingNamed(`taxonomy.${name}`),
      firstNamed('taxonomy.customTaxonomy'),
      firstNamed('content.draftField'),
    ),
  }
}

function termsOf(
  parsed: readonly Parsed[],
  settingNamed: (name: string) => readonly LocatedEntry[],
  customTaxonomies: Located | null,
  draftField: Located | null,
): ReadonlyMap<string, Terms> {
  const terms = new Map<string, Terms>()
  const add = (name: string, list: SourcedValue | undefined, line: number, reader: SettingReader): void => {
    const value = list === undefined ? [] : choicesOf(list, termKeys, ['title'])
    if (value.length > 0 && !terms.has(name)) terms.set(name, { value, line, reader })
  }
  for (const name of ['tags', 'categories'])
    for (const { value, line, reader } of settingNamed(name)) add(name, value, line, reader)
  for (const taxonomy of itemsOf(customTaxonomies?.value)) {
    const options = entryOf(taxonomy, 'options')
    const id = textOf(entryOf(taxonomy, 'id')?.value)
    if (id !== null && options !== undefined && customTaxonomies !== null)
      add(id, options.value, options.line, customTaxonomies.reader)
  }
  const states = entryOf(draftField?.value, 'choices')
  if (draftField !== null && states !== undefined) add('draft', states.value, states.line, draftField.reader)
  for (const { path, value, reader } of parsed) {
    // The extension moved the terms into its database: one list for each taxonomy.
    if (!/^\.frontmatter\/database\/taxonomyDb\.json$/i.test(path)) continue
    for (const { key, line, value: list } of entriesOf(valueAt(value, 'taxonomy')))
      add(key, list, line, reader)
  }
  return terms
}

/** Nothing is fetched for a form, and files elsewhere in the blog may be anything. */
function reportOtherSettings(settings: readonly LocatedEntry[], paths: ReadonlySet<string>): void {
  for (const { value, reader } of settings) {
    for (const item of itemsOf(value)) {
      const address = textOf(item) ?? ''
      if (paths.has(address.replace(/^\.\//, ''))) continue
      const message = `Galley does not read the settings at ${address}: it knows frontmatter.json and what lies in .frontmatter/config.`
      reader.report(item.line, message)
    }
  }
}
