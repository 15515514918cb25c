import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { detectBlogSite } from '#services/posts/detect-blog-generator'
import { type PostReading, readPostHead } from '#services/posts/read-post-head'
import { PostPath } from '#shared/contract/post-path'
import { detectOpenerless } from '#shared/front-matter/detect-openerless'
import type { GeneratorId } from '#shared/site/detect-generator'
import { markupOf } from '#shared/site/markup'
import type {
  PostFate,
  ProfileMaker,
  SiteChoices,
  SiteInput,
  SiteProfile,
  SourceFile,
} from '#shared/site/profile'
import { repositoryFile } from './repository-root'

/** What a real build made of one source; see the README of the corpus. */
export type TruthFile = Partial<Omit<PostFate, 'volatile' | 'reasons'>> & {
  readonly source: string
  readonly isPost: boolean
  readonly reason: string | null
  readonly reasons?: readonly string[]
  readonly volatile?: readonly string[]
}

/** A fixture's `truth.json`. */
export type SiteTruth = {
  readonly generator: GeneratorId
  readonly builtAt: string
  readonly buildZone: string
  readonly builtInZone?: { readonly [zone: string]: { readonly [source: string]: Partial<TruthFile> | null } }
  readonly files: readonly TruthFile[]
}

/** A site read from disk: `folder` is the site's own inside of `root`, empty for the root. */
export type SiteOnDisk = {
  readonly root: string
  readonly folder: string
  readonly generator: GeneratorId | null
  readonly paths: readonly string[]
}

// What every fixture's files were set to before the real builds.
const fileTime = Date.parse('2024-05-01T12:00:00Z')

/** The folder of the fixture site `name`. */
export function siteFixture(name: string): string {
  return repositoryFile(join('test/fixtures/sites', name))
}

/** A JSON file among the fixture sites, such as `dates.json`. */
export async function readSiteFixture<Value>(file: string): Promise<Value> {
  return JSON.parse(await readFile(siteFixture(file), 'utf8')) as Value
}

/** Finds the site in `root` and lists its files. */
export async function openSite(root: string): Promise<SiteOnDisk> {
  const { generator, folder } = await detectBlogSite(root)
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
  const start = join(root, folder).length + 1
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(start))
    .filter((path) => path !== 'truth.json' && !/(?:^|\/)(?:node_modules|\.git)\//.test(path))
    .toSorted()
  return { root, folder, generator, paths }
}

/** The profile that `maker` makes of a site on disk, with the texts that it wants. */
export async function understandSite(
  maker: ProfileMaker,
  site: SiteOnDisk,
  options: { readonly machineZone?: string; readonly choices?: SiteChoices } = {},
): Promise<SiteProfile> {
  const texts = new Map<string, string>()
  for (const path of maker.wantedTexts(site.paths)) {
    texts.set(path, await readFile(join(site.root, site.folder, path), 'utf8'))
  }
  const { machineZone = 'UTC', choices = {} } = options
  const input: SiteInput = { paths: site.paths, texts, machineZone, choices }
  return maker.understand(input)
}

/** The heads of all files that the profile reads, as the product reads them. */
export async function readSources(site: SiteOnDisk, profile: SiteProfile): Promise<readonly SourceFile[]> {
  const wanted = site.paths.filter((path) => profile.reads(path))
  const readings = await Promise.all(
    wanted.map((path) => {
      const file = {
        path: PostPath.parse(path),
        real: join(site.root, site.folder, path),
        markup: markupOf(path) ?? 'other',
        stamp: '',
        modifiedAt: fileTime,
        createdAt: fileTime,
      }
      return readPostHead(file, site.generator)
    }),
  )
  const openerless = readings.map(({ needs, undelimitedText }) =>
    needs === 'openerless' ? (undelimitedText ?? '') : '',
  )
  const counts = {
    nothing: true,
    openerless: detectOpenerless(openerless),
    pelican: site.generator === 'pelican',
  }
  return readings.map((reading) => sourceOf(reading, reading.markup === 'other' || counts[reading.needs]))
}

function sourceOf(reading: PostReading, counts: boolean): SourceFile {
  return {
    path: reading.path,
    values: counts ? reading.values : null,
    quoted: counts ? reading.quoted : new Set(),
    hasFrontMatter: counts && reading.hasFrontMatter,
    heading: reading.heading,
    modifiedAt: fileTime,
    createdAt: fileTime,
  }
}

/** What the profile makes of the site at `now`, by the path inside of `root`. */
export async function judgeSite(
  maker: ProfileMaker,
  root: string,
  now: number,
  machineZone = 'UTC',
): Promise<ReadonlyMap<string, PostFate>> {
  const site = await openSite(root)
  const profile = await understandSite(maker, site, { machineZone })
  const fates = profile.judge(await readSources(site, profile), now)
  return new Map([...fates].map(([path, fate]) => [join(site.folder, path), fate]))
}

/**
 * Every difference between what the profile tells of a fixture site and what its generator made of it, one line each, also with the
 * machine in the other zones in which the site was built. Empty: all is true. Files that the profile does not read must be no posts.
 */
export async function differencesFromTruth(maker: ProfileMaker, name: string): Promise<readonly string[]> {
  const root = siteFixture(name)
  const truth = JSON.parse(await readFile(join(root, 'truth.json'), 'utf8')) as SiteTruth
  const now = Date.parse(truth.builtAt)
  const differences: string[] = []
  for (const zone of [truth.buildZone, ...Object.keys(truth.builtInZone ?? {})]) {
    const fates = await judgeSite(maker, root, now, zone)
    for (const file of truth.files) {
      const found = differencesOfFile(truthInZone(file, truth, zone), fates.get(file.source))
      differences.push(...found.map((line) => `${zone} ${file.source} ${line}`))
    }
  }
  return differences
}

/**
 * What is known of a file for a machine in `zone`: elsewhere than where all was built, only the usual build was made, so that of what it
 * leaves out no more is known than that.
 */
export function truthInZone(file: TruthFile, truth: SiteTruth, zone: string): TruthFile {
  if (zone === truth.buildZone) return file
  const change = truth.builtInZone?.[zone]?.[file.source]
  if (change === null) return { ...file, published: false }
  if (file.published) return { ...file, ...change }
  const { source, isPost, reason, published, title, volatile } = file
  return {
    source,
    isPost,
    reason,
    published,
    title,
    ...(volatile === undefined ? {} : { volatile }),
  } as TruthFile
}

/** How a fate differs from what a build made of the file, one line for each field. */
export function differencesOfFile(expected: TruthFile, fate: PostFate | undefined): readonly string[] {
  if (fate === undefined) return expected.isPost || expected.reason === 'excluded' ? ['is not read'] : []
  const skip = new Set(expected.volatile ?? [])
  const pairs: readonly (readonly [name: string, expected: unknown, got: unknown])[] = [
    ['isPost', expected.isPost, fate.isPost],
    ['published', expected.published, fate.published],
    ['reason', expected.reason, fate.reasons[0] ?? null],
    ['reasons', expected.reasons, fate.reasons],
    ['title', expected.title, fate.title],
    ['dateISO', instantOf(expected.dateISO), instantOf(fate.dateISO)],
    ['day', expected.day === '' ? null : expected.day, fate.day],
    ['permalink', decoded(expected.permalink), decoded(fate.permalink)],
    ['language', expected.language, fate.language],
  ]
  return [
    ...pairs
      .filter(([field, wanted]) => wanted !== undefined && !skip.has(field))
      .filter(([, wanted, got]) => JSON.stringify(wanted) !== JSON.stringify(got))
      .map(([field, wanted, got]) => `${field}: ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`),
    ...[...skip]
      .filter((field) => field !== 'output' && !fate.volatile.some((known) => known === field))
      .map((field) => `${field} is not said to be volatile`),
  ]
}

function instantOf(date: string | null | undefined): number | null | undefined {
  return typeof date === 'string' && date !== '' ? Date.parse(date) : date === '' ? null : date
}

function decoded(address: string | null | undefined): string | null | undefined {
  if (address === undefined) return undefined
  if (address === null || address === '') return null
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
