import type { GeneratorId } from '#shared/site/detect-generator'
import type { SiteChoices, SiteProfile } from '#shared/site/profile'
import { profileMakerOf } from '#shared/site/profiles/profile-makers'
import { mapBounded } from '../files/map-bounded'
import { textOrNull } from '../files/text-or-null'
import { detectBlogSites } from '../posts/detect-blog-generator'
import { readSiteChoicesOf } from './site-choices'

/** One site of a blog as its generator reads it. */
export type BlogSite = {
  /** In the blog, empty for the blog's own folder. */
  readonly folder: string
  readonly generator: GeneratorId | null
  /** null: no rules are known for this generator. */
  readonly profile: SiteProfile | null
}

/** Understands the sites of one blog; while neither names nor configuration change it gives the same answer again. */
export type SitesReader = (paths: readonly string[]) => Promise<readonly BlogSite[]>

const maxTextBytes = 1024 * 1024
const maxTexts = 4000
const readsAtOnce = 16

type Known = { readonly key: string; readonly site: BlogSite }

/**
 * A reader for the blog at `root`, its real path. Nothing in the blog is run; links that lead out of it are passed by. What the writer
 * chose is about the first site.
 */
export function createSitesReader(root: string): SitesReader {
  let known: ReadonlyMap<string, Known> = new Map()
  return async (paths) => {
    const [chosen, detected] = await Promise.all([readSiteChoicesOf(root), detectBlogSites(root, paths)])
    const choices = chosen?.choices ?? {}
    const found = detected.length === 0 ? [{ folder: '', generator: null }] : detected
    const sites = await Promise.all(
      found.map(async ({ folder, generator }, index): Promise<Known> => {
        const own = index === 0 ? choices : {}
        const before = known.get(folder)
        return understand(root, folder, generatorIn(own, generator), own, paths, before)
      }),
    )
    known = new Map(sites.map((entry) => [entry.site.folder, entry]))
    return sites.map(({ site }) => site)
  }
}

async function understand(
  root: string,
  folder: string,
  generator: GeneratorId | null,
  choices: SiteChoices,
  paths: readonly string[],
  before: Known | undefined,
): Promise<Known> {
  const own = paths.map((path) => pathInSite(path, folder)).filter((path) => path !== null)
  const maker = profileMakerOf(generator)
  if (maker === null) return { key: '', site: { folder, generator, profile: null } }
  const texts = await readTexts(root, folder, maker.wantedTexts(own).slice(0, maxTexts))
  const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const key = JSON.stringify([maker.id, machineZone, choices, [...texts], own])
  if (before?.key === key) return before
  const profile = maker.understand({ paths: own, texts, machineZone, choices })
  return { key, site: { folder, generator, profile } }
}

function generatorIn({ generator }: SiteChoices, detected: GeneratorId | null): GeneratorId | null {
  if (generator === undefined) return detected
  return generator === 'hand-rolled' ? null : generator
}

/** A path of the blog as seen from the site in `folder`; null for one outside of it. */
export function pathInSite(path: string, folder: string): string | null {
  if (folder === '') return path
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null
}

/** A path of the site in `folder` as seen from the blog. */
export function pathInBlog(path: string, folder: string): string {
  return folder === '' ? path : `${folder}/${path}`
}

async function readTexts(
  root: string,
  folder: string,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const texts = await mapBounded(wanted, readsAtOnce, async (path) => {
    const text = await textOrNull(root, pathInBlog(path, folder), maxTextBytes)
    return text === null ? null : ([path, text] as const)
  })
  return new Map(texts.filter((entry) => entry !== null))
}
