import { cloudCannonFields } from './cloudcannon-input'
import type {
  ConfigurationFile,
  ConfiguredCollection,
  ConfiguredField,
  FormConfiguration,
} from './configuration'
import { configuredFolder } from './configured-folder'
import { parseConfiguration } from './parse-configuration'
import { createSettingReader, type SettingReader } from './setting-reader'
import { entriesOf, entryOf, type SourcedEntry, type SourcedValue, textOf } from './sourced-value'

/**
 * The forms of a CloudCannon configuration, the weaker first: the site's inputs for all posts, then each collection's own and those of its
 * schemas. Inputs say how a key looks where a post has it, so they add no fields. A configuration in JavaScript is a program; it is named
 * and not run. Source: cloudcannon.com/documentation/developer-reference/configuration-file.
 */
export function readCloudCannon(file: ConfigurationFile): readonly FormConfiguration[] {
  if (/\.[cm]?js$/i.test(file.path)) return [refusedProgram(file)]
  const { value, problems } = parseConfiguration(file)
  const reader = createSettingReader(file.path, problems)
  const root = value ?? undefined
  const source = textOf(entryOf(root, 'source')?.value) ?? ''
  const collections = entriesOf(entryOf(root, 'collections_config')?.value).flatMap((entry) =>
    collectionOf(entry, source, root, reader),
  )
  const everywhere = { folder: '', label: null, fields: cloudCannonFields([root], 1, reader) }
  return [
    { collections: [everywhere], media: mediaOf(root, source), problems: [] },
    { collections, media: null, problems: reader.problems },
  ]
}

function collectionOf(
  { key, value }: SourcedEntry,
  source: string,
  root: SourcedValue | undefined,
  reader: SettingReader,
): ConfiguredCollection[] {
  // A collection without a path is the folder of its own name.
  const path = reader.text(value, 'path')
  const folder = reader.folder(`${source}/${path?.value ?? key}`, path?.line ?? value.line)
  if (folder === null) return []
  const schemas = entriesOf(entryOf(value, 'schemas')?.value).map((schema) => schema.value)
  const fields: readonly ConfiguredField[] = cloudCannonFields(
    [...schemas, value, root],
    schemas.length + 1,
    reader,
  )
  return [{ folder, label: reader.text(value, 'name')?.value ?? null, fields }]
}

/** `paths.uploads` lies in the source, `paths.static` is what the site serves from its root. */
function mediaOf(root: SourcedValue | undefined, source: string): FormConfiguration['media'] {
  const paths = entryOf(root, 'paths')?.value
  const uploads = textOf(entryOf(paths, 'uploads')?.value)
  // Uploads beside the post have no folder of their own.
  if (uploads === null || /[[{]/.test(uploads)) return null
  const folder = configuredFolder(`${source}/${uploads}`)
  if (folder === null || folder === '') return null
  const served = configuredFolder(`${source}/${textOf(entryOf(paths, 'static')?.value) ?? ''}`) ?? ''
  const publicPath =
    served !== '' && folder.startsWith(`${served}/`) ? folder.slice(served.length) : `/${folder}`
  return { folder, publicPath }
}

function refusedProgram({ path }: ConfigurationFile): FormConfiguration {
  const message =
    `${path} is a program, and Galley runs no program of a blog, so its settings are not known here. ` +
    'Written as cloudcannon.config.yml they would count.'
  return { collections: [], media: null, problems: [{ origin: { file: path, line: 1 }, message }] }
}
