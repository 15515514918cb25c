import type { NewPost, NewPostRequest, ProfileMaker, SiteInput, SiteProfile } from '../profile'
import { eleventyAnswers } from './eleventy/answers'
import { isEleventyConfiguration, readEleventyConfiguration } from './eleventy/configuration'
import { mayBeDataFile, readDataFiles } from './eleventy/data-files'
import { type EleventySite, isReadByEleventy, judgeWithEleventy } from './eleventy/judge'
import { eleventySlugify } from './eleventy/slugs'
import { isoOf } from './zone-time'

/** Eleventy, by what 3.1 builds. Its configuration is a program: only what it writes down in plain sight is read. */
export const eleventyProfile: ProfileMaker = {
  id: 'eleventy',
  wantedTexts: (paths) => paths.filter((path) => isEleventyConfiguration(path) || mayBeDataFile(path, '')),
  understand,
}

function understand(input: SiteInput): SiteProfile {
  const configuration = readEleventyConfiguration(input)
  const site: EleventySite = { configuration, data: readDataFiles(input.texts, configuration.input) }
  return {
    id: 'eleventy',
    answers: eleventyAnswers(configuration),
    problems: configuration.problems,
    reads: (path) => isReadByEleventy(path, site),
    judge: (sources, now) => judgeWithEleventy(sources, site, now),
    slugify: eleventySlugify,
    newPost: (request) => newEleventyPost(request, site, input.paths),
    writeDate: (instant) => isoOf(instant) ?? '',
  }
}

/** In the folder that most posts lie in, named like them. */
function newEleventyPost(request: NewPostRequest, site: EleventySite, paths: readonly string[]): NewPost {
  const posts = paths.filter(
    (path) => path.endsWith('.md') && isReadByEleventy(path, site) && path.includes('/'),
  )
  const folder = request.folder ?? usualFolder(posts) ?? `${site.configuration.input}posts`
  const beside = posts.filter((path) => path.startsWith(`${folder}/`))
  const dated = beside.filter((path) => /\/\d{4}-\d{2}-\d{2}-[^/]*$/.test(path))
  const day = (isoOf(request.now) ?? '').slice(0, 10)
  const slug = request.slug ?? (eleventySlugify(request.title) || 'untitled')
  const stem = `${folder.replace(/\/+$/, '')}/${dated.length * 2 > beside.length ? `${day}-` : ''}${slug}`
  const lines = [
    `title: ${JSON.stringify(request.title)}`,
    `date: ${isoOf(request.now)}`,
    ...(request.asDraft ? [`${site.configuration.draftRule?.key ?? 'draft'}: true`] : []),
  ]
  for (let turn = 1; ; turn += 1) {
    const path = `${stem}${turn === 1 ? '' : `-${turn}`}.md`
    if (!request.isTaken(path)) return { path, text: `---\n${lines.join('\n')}\n---\n` }
  }
}

function usualFolder(posts: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const path of posts) {
    const folder = path.slice(0, path.lastIndexOf('/'))
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const [best] = [...counts].toSorted(([one, x], [other, y]) => y - x || (one < other ? -1 : 1))
  return best?.[0] ?? null
}
