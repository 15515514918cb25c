import type {
  ConfigurationFile,
  ConfiguredCollection,
  ConfiguredMedia,
  FormConfiguration,
} from './configuration'
import { configuredFolder } from './configured-folder'
import { pagesCmsFields } from './pages-cms-field'
import { parseConfiguration } from './parse-configuration'
import { createSettingReader, type SettingReader } from './setting-reader'
import { entryOf, itemsOf, type SourcedValue, textOf } from './sourced-value'

/**
 * The forms of a Pages CMS configuration, `.pages.yml`: its collections, also those in groups. Single files are no posts. Source:
 * pagescms.org/docs/configuration.
 */
export function readPagesCms(file: ConfigurationFile): FormConfiguration {
  const { value, problems } = parseConfiguration(file)
  const reader = createSettingReader(file.path, problems)
  const root = value ?? undefined
  const components = entryOf(root, 'components')?.value
  const entries = contentEntries(entryOf(root, 'content')?.value)
  const collections = entries.flatMap((entry) => collectionOf(entry, components, reader))
  return { collections, media: mediaOf(entryOf(root, 'media')?.value), problems: reader.problems }
}

/** All entries, groups opened: pagescms.org/docs/configuration/content. */
function contentEntries(list: SourcedValue | undefined): readonly SourcedValue[] {
  return itemsOf(list).flatMap((entry) =>
    textOf(entryOf(entry, 'type')?.value) === 'group'
      ? contentEntries(entryOf(entry, 'items')?.value)
      : [entry],
  )
}

function collectionOf(
  entry: SourcedValue,
  components: SourcedValue | undefined,
  reader: SettingReader,
): ConfiguredCollection[] {
  if (textOf(entryOf(entry, 'type')?.value) !== 'collection') return []
  const path = reader.text(entry, 'path')
  if (path === null) return []
  const folder = reader.folder(path.value, path.line)
  if (folder === null) return []
  const label = reader.text(entry, 'label')?.value ?? reader.text(entry, 'name')?.value ?? null
  return [{ folder, label, fields: pagesCmsFields(entryOf(entry, 'fields')?.value, components, reader) }]
}

/** A text, `{input, output}` or a list of these, of which the first counts: pagescms.org/docs/configuration/media. */
function mediaOf(media: SourcedValue | undefined): ConfiguredMedia | null {
  const first = media?.kind === 'list' ? media.items[0] : media
  const input = textOf(first) ?? textOf(entryOf(first, 'input')?.value)
  const folder = input === null ? null : configuredFolder(input)
  if (folder === null || folder === '') return null
  return { folder, publicPath: textOf(entryOf(first, 'output')?.value) ?? `/${folder}` }
}
