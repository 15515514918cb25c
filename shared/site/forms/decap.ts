import type {
  ConfigurationFile,
  ConfiguredCollection,
  ConfiguredMedia,
  FormConfiguration,
} from './configuration'
import { configuredFolder } from './configured-folder'
import { decapFields } from './decap-field'
import { parseConfiguration } from './parse-configuration'
import { createSettingReader, type SettingReader } from './setting-reader'
import { entryOf, itemsOf, type SourcedValue, textOf } from './sourced-value'

/**
 * The forms of a Decap (once Netlify) CMS or Sveltia CMS configuration: its folder collections and their fields. Single files (`files:`,
 * `singletons:`) are no posts and left out. Source: decapcms.org/docs/configuration-options, decapcms.org/docs/collection-folder,
 * sveltiacms.app/en/docs; Sveltia reads JSON and TOML too.
 */
export function readDecap(file: ConfigurationFile): FormConfiguration {
  const { value, problems } = parseConfiguration(file)
  const reader = createSettingReader(file.path, problems)
  const root = value ?? undefined
  // Other things than a CMS have a folder `admin` with a configuration.
  if (value !== null && entryOf(value, 'collections') === undefined)
    return { collections: [], media: null, problems: [] }
  const collections = itemsOf(entryOf(root, 'collections')?.value).flatMap((collection) =>
    collectionOf(collection, reader),
  )
  return { collections, media: mediaOf(root), problems: reader.problems }
}

function collectionOf(collection: SourcedValue, reader: SettingReader): ConfiguredCollection[] {
  const folder = reader.text(collection, 'folder')
  if (folder === null) return []
  const path = reader.folder(folder.value, folder.line)
  if (path === null) return []
  const label = reader.text(collection, 'label')?.value ?? reader.text(collection, 'name')?.value ?? null
  return [{ folder: path, label, fields: decapFields(entryOf(collection, 'fields')?.value, reader) }]
}

/** `public_folder` is `media_folder` from the site's root unless it is said: decapcms.org/docs/configuration-options/#public-folder. */
function mediaOf(root: SourcedValue | undefined): ConfiguredMedia | null {
  const folder = configuredFolder(textOf(entryOf(root, 'media_folder')?.value) ?? '') ?? ''
  if (folder === '') return null
  return { folder, publicPath: textOf(entryOf(root, 'public_folder')?.value) ?? `/${folder}` }
}
