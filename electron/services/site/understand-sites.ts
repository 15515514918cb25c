import type { GeneratorId } from '#shared/site/detect-generator'
import type { SiteChoices, SiteProfile } from '#shared/site/profile'
import { profileMakerOf } from '#shared/site/profiles/profile-makers'
import { mapBounded } from '../files/map-bounded'
import { textOrNull } from '../files/text-or-null'
import { detectBlogSite } from '../posts/detect-blog-generator'
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

/** A reader for the blog at `root`, its real path. Nothing in the blog is run; links that lead out of it are passed by. */
export function createSitesReader(root: string): SitesReader {
  let known: Known | null = null
  return async (paths) => {
    const [chosen, detected] = await Promise.all([readSiteChoicesOf(root), detectBlogSite(root)])
    const choices = chosen?.choices ?? {}
    const generator = generatorIn(choices) ?? detected.generator
    const { folder } = detected
    const own = paths.map((path) => pathInSite(path, folder)).filter((path) => path !== null)
    const maker = profileMakerOf(choices.generator === 'hand-rolled' ? null : generator)
    if (maker === null) return [{ folder, generator, profile: null }]
    const texts = await readTexts(root, folder, maker.wantedTexts(own).slice(0, maxTexts))
    const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const key = JSON.stringify([maker.id, folder, machineZone, choices, [...texts], own])
    if (known?.key !== key) {
      const profile = maker.understand({ paths: own, texts, machineZone, choices })
      known = { key, site: { folder, generator, profile } }
    }
    return [known.site]
  }
}

function generatorIn({ generator }: SiteChoices): GeneratorId | null {
  return generator === undefined || generator === 'hand-rolled' ? null : generator
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
