import { FieldKind } from '../../contract/field'
import { type FlavourId, flavourIds, isFlavourId } from '../../markdown/flavours/flavour'
import type {
  ConfigurationFile,
  ConfiguredCollection,
  ConfiguredField,
  FormConfiguration,
} from './configuration'
import { GalleyCollection, GalleyField, GalleyFile, GalleyPreview } from './galley-file-schema'
import { checkNames, type Names, reportTwins, suggestion } from './galley-names'
import { readSiteSection } from './galley-site-section'
import { parseConfiguration } from './parse-configuration'
import { createSettingReader, type Found, type SettingReader } from './setting-reader'
import { entryOf, type SourcedEntry, type SourcedValue, textOf } from './sourced-value'

// What other systems call the same thing comes first to many a writer's mind.
const fieldNames: Names = {
  of: 'a field',
  known: Object.keys(GalleyField.shape),
  meant: {
    title: 'label',
    name: 'label',
    widget: 'kind',
    type: 'kind',
    options: 'choices',
    values: 'choices',
    description: 'hint',
    comment: 'hint',
    hidden: 'more',
  },
}
const collectionNames: Names = {
  of: 'a collection',
  known: Object.keys(GalleyCollection.shape),
  meant: { path: 'folder', folders: 'folder', name: 'label', title: 'label' },
}
const fileNames: Names = {
  of: 'this file',
  known: Object.keys(GalleyFile.shape),
  meant: { content: 'collections' },
}

const previewNames: Names = {
  of: 'the preview',
  known: Object.keys(GalleyPreview.shape),
  meant: { markdown: 'flavour', flavor: 'flavour', renderer: 'flavour', generator: 'flavour' },
}

const flavours: Names = {
  of: 'flavours',
  known: flavourIds,
  meant: {
    kramdown: 'jekyll',
    goldmark: 'hugo',
    marked: 'hexo',
    remark: 'astro',
    docusaurus: 'astro',
    'markdown-it': 'eleventy',
    '11ty': 'eleventy',
    pelican: 'python-markdown-extra',
    github: 'cmark-gfm',
    gfm: 'cmark-gfm',
    commonmark: 'cmark-gfm',
  },
}

const kinds: Names = {
  of: 'kinds',
  known: FieldKind.options.filter((kind) => kind !== 'other'),
  meant: {
    string: 'text',
    markdown: 'long-text',
    textarea: 'long-text',
    boolean: 'yes-no',
    checkbox: 'yes-no',
    switch: 'yes-no',
    datetime: 'date',
    select: 'choice',
    multiselect: 'list',
    tags: 'list',
    array: 'list',
    relation: 'reference',
  },
}

/**
 * The forms of the blog's own `.galley.yml`, whose format docs/galley-yml.md describes. Names that it does not know are problems, with
 * what was probably meant.
 */
export function readGalleyFile(file: ConfigurationFile): FormConfiguration {
  const { value, problems } = parseConfiguration(file)
  const reader = createSettingReader(file.path, problems)
  if (value !== null && value.kind !== 'map' && textOf(value) !== null)
    reader.report(value.line, 'This file should begin with “collections:”. Galley goes on without it.')
  checkNames(value ?? undefined, fileNames, reader)
  flavourIn(value ?? undefined, reader)
  readSiteSection(value ?? undefined, reader)
  const list = entryOf(value ?? undefined, 'collections')
  const collections = itemsIn(list, 'folder', reader).flatMap((item) => collectionsOf(item, reader))
  return { collections, media: null, problems: reader.problems }
}

/** The flavour that the blog's own `.galley.yml` names; null where it names none that there is. */
export function readGalleyFlavour(file: ConfigurationFile): FlavourId | null {
  const { value, problems } = parseConfiguration(file)
  return flavourIn(value ?? undefined, createSettingReader(file.path, problems))
}

function flavourIn(file: SourcedValue | undefined, reader: SettingReader): FlavourId | null {
  const preview = entryOf(file, 'preview')
  if (preview === undefined || isEmpty(preview.value)) return null
  checkNames(preview.value, previewNames, reader)
  const written = reader.text(preview.value, 'flavour')
  if (written === null) return null
  if (isFlavourId(written.value)) return written.value
  const { line, value } = written
  reader.report(line, `“${value}” is no flavour of Markdown.${suggestion(value, flavours)}`)
  return null
}

function collectionsOf(collection: SourcedValue, reader: SettingReader): ConfiguredCollection[] {
  checkNames(collection, collectionNames, reader)
  const folders = foldersOf(collection, reader)
  const label = reader.text(collection, 'label')?.value ?? null
  const fields = fieldsIn(collection, reader)
  return folders.map((folder) => ({ folder, label, fields }))
}

function foldersOf(collection: SourcedValue, reader: SettingReader): readonly string[] {
  const entry = entryOf(collection, 'folder')
  if (entry === undefined) {
    reader.report(collection.line, 'This collection has no “folder”. Galley goes on without it.')
    return []
  }
  const written = entry.value.kind === 'list' ? entry.value.items : [entry.value]
  return written.flatMap((item) => {
    const text = textOf(item)
    if (text !== null) return reader.folder(text, item.line) ?? []
    reader.report(item.line, '“folder” should be a folder of the blog, such as “posts”.')
    return []
  })
}

function fieldsIn(owner: SourcedValue, reader: SettingReader): readonly ConfiguredField[] {
  const entry = entryOf(owner, 'fields')
  if (entry === undefined || isEmpty(entry.value)) return []
  if (entry.value.kind !== 'map') {
    const message = '“fields” should have a line such as “title:” for each field, without a dash before it.'
    reader.report(entry.line, message)
    return []
  }
  reportTwins(entry.value.entries, reader)
  return entry.value.entries.flatMap((field) =>
    reader.mayReadField(field.line) ? [fieldOf(field, reader)] : [],
  )
}

function fieldOf({ key, line, value }: SourcedEntry, reader: SettingReader): ConfiguredField {
  if (value.kind !== 'map' && !isEmpty(value))
    reader.report(
      line,
      `The settings of “${key}” should stand on lines of their own below it, such as “label: …”.`,
    )
  checkNames(value, fieldNames, reader)
  return reader.field(
    key,
    {
      label: reader.text(value, 'label'),
      kind: kindIn(value, reader),
      choices: reader.choices(value, 'choices', ['value'], ['label']),
      isRequired: reader.yesNo(value, 'required'),
      default: reader.json(value, 'default'),
      hint: reader.text(value, 'hint'),
      group: reader.text(value, 'group'),
      isRare: reader.yesNo(value, 'more'),
    },
    { fields: fieldsIn(value, reader) },
  )
}

function kindIn(field: SourcedValue, reader: SettingReader): Found<FieldKind> {
  const written = reader.text(field, 'kind')
  if (written === null) return null
  const kind = FieldKind.exclude(['other']).safeParse(written.value)
  if (kind.success) return { value: kind.data, line: written.line }
  reader.report(written.line, `“${written.value}” is no kind of field.${suggestion(written.value, kinds)}`)
  return null
}

function itemsIn(
  entry: SourcedEntry | undefined,
  of: string,
  reader: SettingReader,
): readonly SourcedValue[] {
  if (entry === undefined || isEmpty(entry.value)) return []
  if (entry.value.kind === 'list') return entry.value.items
  reader.report(entry.line, `“${entry.key}” should be a list, with a dash before each “${of}”.`)
  return []
}

function isEmpty(value: SourcedValue): boolean {
  return value.kind === 'scalar' && value.value === null
}
