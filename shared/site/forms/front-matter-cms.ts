import type {
  ConfigurationFile,
  ConfiguredCollection,
  ConfiguredField,
  ConfiguredMedia,
  FormConfiguration,
} from './configuration'
import { configuredFolder } from './configured-folder'
import { firstOfEachKey } from './first-of-each-key'
import { frontMatterCmsFields, taxonomyFields } from './front-matter-cms-field'
import {
  type FrontMatterCmsSettings,
  frontMatterCmsSettings,
  type Located,
} from './front-matter-cms-settings'
import { entryOf, itemsOf, textOf } from './sourced-value'

/** The fields of the content types of these names. */
type FieldLookup = (names: readonly string[]) => readonly ConfiguredField[]

const maxPageFolders = 500

/**
 * The forms of Front Matter CMS: each page folder with the fields of its content types, `default` where it names none. `files` are
 * `frontmatter.json`, those below `.frontmatter/config` and `.frontmatter/database/taxonomyDb.json`. Source:
 * frontmatter.codes/docs/settings, frontmatter.codes/docs/content-creation/content-types, …/fields.
 */
export function readFrontMatterCms(files: readonly ConfigurationFile[]): FormConfiguration {
  const settings = frontMatterCmsSettings(files)
  const fieldsOf = createFieldLookup(settings)
  const collections = settings.pageFolders
    .slice(0, maxPageFolders)
    .flatMap((folder) => collectionOf(folder, fieldsOf))
  const everywhere: ConfiguredCollection[] =
    settings.pageFolders.length > 0 ? [] : [{ folder: '', label: null, fields: fieldsOf(['default']) }]
  return {
    collections: [...collections, ...everywhere],
    media: mediaOf(settings),
    problems: settings.readers.flatMap(({ problems }) => problems),
  }
}

function collectionOf({ value, reader }: Located, fieldsOf: FieldLookup): ConfiguredCollection[] {
  const written = reader.text(value, 'path')
  if (written === null) return []
  const folder = reader.folder(written.value, written.line)
  if (folder === null) return []
  const named = itemsOf(entryOf(value, 'contentTypes')?.value).flatMap((name) => textOf(name) ?? [])
  return [
    {
      folder,
      label: reader.text(value, 'title')?.value ?? null,
      fields: fieldsOf(named.length > 0 ? named : ['default']),
    },
  ]
}

/** Reads each content type once, however many folders name it. */
function createFieldLookup(settings: FrontMatterCmsSettings): FieldLookup {
  const types = new Map<string, readonly ConfiguredField[]>()
  for (const { value, reader } of settings.contentTypes) {
    const name = textOf(entryOf(value, 'name')?.value)
    if (name === null || types.has(name)) continue
    types.set(name, frontMatterCmsFields(entryOf(value, 'fields')?.value, { reader, settings, depth: 0 }))
  }
  const common = taxonomyFields(settings)
  return (names) =>
    firstOfEachKey([...[...new Set(names)].flatMap((name) => types.get(name) ?? []), ...common])
}

/** `publicFolder` is a text or `{path}`: frontmatter.codes/docs/settings/overview#frontmatter.content.publicfolder. */
function mediaOf({ publicFolder }: FrontMatterCmsSettings): ConfiguredMedia | null {
  const written = textOf(publicFolder?.value) ?? textOf(entryOf(publicFolder?.value, 'path')?.value)
  const folder = written === null ? null : configuredFolder(written)
  return folder === null || folder === '' ? null : { folder, publicPath: '/' }
}
