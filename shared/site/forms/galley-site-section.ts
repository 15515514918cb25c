import type { SiteChoice } from '../../contract/site-understanding'
import { type ProfileId, profileIds, type SiteChoices } from '../profile'
import { isTimeZone } from '../profiles/zone-time'
import type { ConfigurationFile } from './configuration'
import { GalleySite } from './galley-file-schema'
import { checkNames, type Names, suggestion } from './galley-names'
import { parseConfiguration } from './parse-configuration'
import { createSettingReader, type SettingReader } from './setting-reader'
import { entryOf, type SourcedValue, textOf } from './sourced-value'

/** What `site:` in `.galley.yml` answers, and the line of each answer, counted from 1. */
export type SiteSection = {
  readonly choices: SiteChoices
  readonly lines: ReadonlyMap<SiteChoice, number>
}

const siteNames: Names = {
  of: 'the site',
  known: Object.keys(GalleySite.shape),
  meant: {
    engine: 'generator',
    framework: 'generator',
    posts: 'postFolders',
    folder: 'postFolders',
    folders: 'postFolders',
    address: 'permalink',
    permalinks: 'permalink',
    url: 'permalink',
    timezone: 'timeZone',
    zone: 'timeZone',
    draft: 'draftKey',
    drafts: 'draftKey',
    images: 'imageFolder',
    media: 'imageFolder',
  },
}

const generators: Names = {
  of: 'generators',
  known: profileIds,
  meant: { '11ty': 'eleventy', none: 'hand-rolled', own: 'hand-rolled', other: 'hand-rolled' },
}

/** The writer's own answers in the blog's `.galley.yml`; what is no answer is left out, and the form tells of it. */
export function readSiteChoices(file: ConfigurationFile): SiteSection {
  const { value, problems } = parseConfiguration(file)
  return readSiteSection(value ?? undefined, createSettingReader(file.path, problems))
}

/** The answers in a file that is parsed already, its mistakes reported. */
export function readSiteSection(file: SourcedValue | undefined, reader: SettingReader): SiteSection {
  const section = entryOf(file, 'site')?.value
  const lines = new Map<SiteChoice, number>()
  if (section === undefined) return { choices: {}, lines }
  checkNames(section, siteNames, reader)
  const found = <Value>(choice: SiteChoice, read: (text: string, line: number) => Value | null) => {
    const written = reader.text(section, choice)
    const value = written === null ? null : read(written.value, written.line)
    if (written === null || value === null) return {}
    lines.set(choice, written.line)
    return { [choice]: value }
  }
  const folders = postFoldersIn(section, reader)
  if (folders !== null) lines.set('postFolders', folders.line)
  const choices: SiteChoices = {
    ...found('generator', (text, line) => generatorNamed(text, line, reader)),
    ...(folders === null ? {} : { postFolders: folders.value }),
    ...found('permalink', (text) => text),
    ...found('timeZone', (text, line) => {
      if (isTimeZone(text)) return text
      reader.report(line, `“${text}” is no time zone. Write one such as “Europe/Paris”.`)
      return null
    }),
    ...found('draftKey', (text) => text),
    ...found('imageFolder', (text, line) => reader.folder(text, line)),
  }
  return { choices, lines }
}

function generatorNamed(text: string, line: number, reader: SettingReader): ProfileId | null {
  const generator = profileIds.find((id) => id === text.toLowerCase())
  if (generator === undefined)
    reader.report(line, `“${text}” is no generator that Galley knows.${suggestion(text, generators)}`)
  return generator ?? null
}

function postFoldersIn(
  section: SourcedValue,
  reader: SettingReader,
): { readonly value: readonly string[]; readonly line: number } | null {
  const entry = entryOf(section, 'postFolders')
  if (entry === undefined) return null
  const written = entry.value.kind === 'list' ? entry.value.items : [entry.value]
  const folders = written.flatMap((item) => {
    const text = textOf(item)
    return text === null ? [] : (reader.folder(text, item.line) ?? [])
  })
  return folders.length === 0 ? null : { value: folders, line: entry.line }
}
