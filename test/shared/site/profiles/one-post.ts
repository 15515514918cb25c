import { parseValues } from '#services/posts/parse-values'
import { examineHead } from '#services/posts/read-head'
import { quotedKeys } from '#shared/front-matter/quoted-keys'
import type { GeneratorId } from '#shared/site/detect-generator'
import type { PostFate, ProfileMaker, SiteProfile, SourceFile } from '#shared/site/profile'

type Site = {
  readonly texts?: Readonly<Record<string, string>>
  readonly paths?: readonly string[]
  readonly machineZone?: string
}

/** The profile of a site whose files are given as text. */
export function understand(
  maker: ProfileMaker,
  { texts = {}, paths = [], machineZone = 'UTC' }: Site,
): SiteProfile {
  const all = [...Object.keys(texts), ...paths].toSorted()
  const wanted = maker
    .wantedTexts(all)
    .flatMap((path) => (path in texts ? [[path, texts[path] ?? ''] as const] : []))
  return maker.understand({ paths: all, texts: new Map(wanted), machineZone, choices: {} })
}

/** A source as its text has it, read at noon on 1 May 2024. */
export function sourceOf(path: string, text: string, generator: string): SourceFile {
  const { located } = examineHead(text, generator as GeneratorId)
  const modifiedAt = Date.parse('2024-05-01T12:00:00Z')
  const base = { path, heading: null, modifiedAt, createdAt: modifiedAt }
  if (located.kind !== 'found') return { ...base, values: null, quoted: new Set(), hasFrontMatter: false }
  let values: SourceFile['values'] = null
  try {
    values = parseValues(text, located)
  } catch {
    // a mistake in the block: the profile sees no values
  }
  const block = text.slice(located.block.from, located.block.to)
  return { ...base, values, quoted: quotedKeys(block, located.language, values ?? {}), hasFrontMatter: true }
}

/** What the profile makes of one post in a site whose files are given as text, built on 22 November 2026. */
export function fateOf(
  maker: ProfileMaker,
  site: Site & {
    readonly path: string
    readonly text: string
    readonly others?: Readonly<Record<string, string>>
  },
): PostFate {
  const files = { [site.path]: site.text, ...site.others }
  const profile = understand(maker, { ...site, paths: [...(site.paths ?? []), ...Object.keys(files)] })
  const sources = Object.entries(files).map(([path, text]) => sourceOf(path, text, maker.id))
  const fate = profile.judge(sources, Date.parse('2026-11-22')).get(site.path)
  if (fate === undefined) throw new Error(`${site.path} has no fate`)
  return fate
}
