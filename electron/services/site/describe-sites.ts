import type { SiteUnderstanding, UnderstoodSite } from '#shared/contract/site-understanding'
import type { SiteSource } from '#shared/site/profile'
import type { OpenBlog } from '../blogs/blog-registry'
import type { Scan } from '../posts/post-index'
import { readSiteChoicesOf } from './site-choices'
import { type BlogSite, pathInBlog, pathInSite } from './understand-sites'

/** What was understood of the blog's sites, and what the writer chose about them. */
export async function describeSites({ root, index }: OpenBlog): Promise<SiteUnderstanding> {
  const [scan, chosen] = await Promise.all([index.scan(), readSiteChoicesOf(root)])
  return {
    sites: scan.sites.map((site) => describeSite(site, scan)),
    chosen: [...(chosen?.lines ?? [])].map(([choice, line]) => ({
      choice,
      value: [chosen?.choices[choice] ?? ''].flat().join(', '),
      source: { file: chosen?.file ?? '.galley.yml', line },
    })),
  }
}

function describeSite({ folder, generator, profile }: BlogSite, { list }: Scan): UnderstoodSite {
  const inBlog = <From extends SiteSource | null>(source: From): From =>
    source === null ? source : { ...source, file: fileInBlog(source.file, folder) }
  return {
    folder,
    profile: profile?.id ?? generator ?? 'hand-rolled',
    postCount: list.posts.filter(({ path }) => pathInSite(path, folder) !== null).length,
    answers: (profile?.answers ?? []).map((answer) => ({ ...answer, source: inBlog(answer.source) })),
    problems: (profile?.problems ?? []).map((problem) => ({ ...problem, source: inBlog(problem.source) })),
  }
}

/** The writer's own file lies at the top of the blog, whatever the site's folder. */
function fileInBlog(file: string, folder: string): string {
  return /^\.galley\.ya?ml$/.test(file) ? file : pathInBlog(file, folder)
}
