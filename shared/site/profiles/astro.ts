import type { PostFate, ProfileMaker, SiteInput, SiteProfile, SourceFile } from '../profile'
import { astroAnswers } from './astro/answers'
import { judgeEntry, leftOut } from './astro/judge'
import { newAstroPost } from './astro/new-post'
import { type AstroPage, judgePage, postPageFolders } from './astro/pages'
import { placeInAstro, postCollections } from './astro/place'
import { type AstroCollection, type AstroSite, astroConfigurationFiles, readAstroSite } from './astro/site'
import { fileNameSlug } from './github-slug'
import { KnownSources } from './known-sources'
import { noPage } from './no-page'
import { writtenInZone } from './zone-time'

/** Astro 5, by its source and by what 5.18 builds (docs.astro.build, “Content collections” and “Routing”). */
export const astroProfile: ProfileMaker = { id: 'astro', wantedTexts, understand }

const maxPrograms = 400

/** The configuration, and the programs and templates of the site's own, which say what posts there are and where they appear. */
function wantedTexts(paths: readonly string[]): readonly string[] {
  const configurations = astroConfigurationFiles.filter((file) => paths.includes(file)).slice(0, 1)
  const programs = paths.filter(
    (path) =>
      /\.(?:astro|[cm]?[jt]s)$/.test(path) &&
      !/(?:^|\/)(?:public|dist|tests?|e2e|scripts)\/|\.d\.ts$|(?:^|\/)\./.test(path),
  )
  const telling = (path: string): number => (/(?:^|\/)pages\/.*\[|content[./]config\./.test(path) ? 0 : 1)
  const sorted = programs
    .filter((path) => !configurations.includes(path))
    .toSorted((a, b) => telling(a) - telling(b))
  return [...configurations, ...sorted.slice(0, maxPrograms)]
}

function understand(input: SiteInput): SiteProfile {
  const site = readAstroSite(input)
  const collections = postCollections(site)
  const [first] = collections
  const isEntry = (path: string): boolean => placeInAstro(path, collections, site).kind === 'entry'
  const known = new KnownSources(input.paths.filter(isEntry))
  return {
    id: 'astro',
    answers: astroAnswers(site, collections),
    problems: [],
    reads: (path) => placeInAstro(path, collections, site).kind !== 'elsewhere',
    judge: (sources, now) => {
      const fates = judgeAll(sources, collections, site, now)
      known.remember(sources, (path) => fates.get(path)?.isPost === true)
      return fates
    },
    slugify: fileNameSlug,
    newPost: (request) =>
      newAstroPost(request, known.posts, {
        folder: folderOf(first, site),
        schema: first?.schema ?? null,
        zone: site.zone,
        draftKey: site.choices.draftKey ?? null,
      }),
    writeDate: (instant) => writtenInZone(instant, site.choices.timeZone ?? site.zone),
  }
}

function folderOf(collection: AstroCollection | undefined, site: AstroSite): string {
  return collection?.base ?? site.choices.postFolders?.[0] ?? `${site.source}/pages/posts`
}

function judgeAll(
  sources: readonly SourceFile[],
  collections: readonly AstroCollection[],
  site: AstroSite,
  now: number,
): ReadonlyMap<string, PostFate> {
  const fates = new Map<string, PostFate>()
  const pages: AstroPage[] = []
  for (const source of sources) {
    const place = placeInAstro(source.path, collections, site)
    if (place.kind === 'entry')
      fates.set(source.path, judgeEntry(source, place.path, place.collection, site, now))
    else if (place.kind === 'left-out') fates.set(source.path, leftOut(place.rule))
    else if (place.kind === 'page') pages.push({ source, path: place.path })
    else fates.set(source.path, noPage)
  }
  const folders = postPageFolders(pages, site, collections.length > 0)
  for (const page of pages) fates.set(page.source.path, judgePage(page, folders, site))
  return fates
}
