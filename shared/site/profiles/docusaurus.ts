import type { ProfileMaker, SiteChoices, SiteInput, SiteProfile, SiteSource } from '../profile'
import { docusaurusAnswers } from './docusaurus/answers'
import { authorKeys, isAuthorsMap } from './docusaurus/authors'
import { placeInBlogs } from './docusaurus/blogs'
import {
  type DocusaurusBlog,
  type DocusaurusConfiguration,
  docusaurusConfigurationFiles,
  readDocusaurusConfiguration,
} from './docusaurus/configuration'
import { type DocusaurusSite, judgeWithDocusaurus } from './docusaurus/judge'
import { newDocusaurusPost } from './docusaurus/new-post'
import { fileNameSlug } from './github-slug'
import { writtenInZone } from './zone-time'

/** Docusaurus 3, by the source of its blog plugin and by what 3.8 builds (docusaurus.io/docs/blog). */
export const docusaurusProfile: ProfileMaker = {
  id: 'docusaurus',
  wantedTexts: (paths) => [
    ...docusaurusConfigurationFiles.filter((file) => paths.includes(file)).slice(0, 1),
    ...paths.filter(isAuthorsMap).slice(0, 20),
  ],
  understand,
}

function understand(input: SiteInput): SiteProfile {
  const { choices, paths, machineZone } = input
  const configuration = readDocusaurusConfiguration(input.texts)
  const blogs = blogsOf(configuration, choices)
  const known = new Set(paths)
  const authors = authorKeys(blogs, known, input.texts)
  const site: DocusaurusSite = { configuration, blogs, paths: known, choices, authors }
  const posts = paths.filter((path) => placeInBlogs(path, blogs, configuration).kind === 'post')
  const inFolders = posts.filter((path) => /\/index\.mdx?$/.test(path)).length
  const usesFolders = inFolders * 2 > posts.length
  return {
    id: 'docusaurus',
    answers: docusaurusAnswers(configuration, blogs, choices.postFolders !== undefined),
    problems: problemsOf(configuration, blogs),
    reads: (path) => placeInBlogs(path, blogs, configuration).kind !== 'elsewhere',
    judge: (sources) => new Map(sources.map((source) => [source.path, judgeWithDocusaurus(source, site)])),
    slugify: fileNameSlug,
    newPost: (request) =>
      newDocusaurusPost(request, { folder: blogs[0]?.folder ?? 'blog', zone: machineZone, usesFolders }),
    // UTC without a mark: right with quotes and without, while an offset or `Z` in quotes stops the build
    writeDate: (instant) => writtenInZone(instant, 'UTC').slice(0, 19),
  }
}

/** The blogs that are known, or the usual one in `blog` where their settings are code; the writer's own folders go before. */
function blogsOf({ blogs }: DocusaurusConfiguration, choices: SiteChoices): readonly DocusaurusBlog[] {
  const unknown: DocusaurusBlog = {
    id: 'default',
    folder: 'blog',
    routeBasePath: null,
    include: ['**/*.{md,mdx}'],
    exclude: ['**/_*.{md,mdx}', '**/_*/**'],
    authorsMap: null,
    unknown: [],
  }
  const known = blogs ?? [unknown]
  if (choices.postFolders === undefined) return known
  return choices.postFolders.map((written) => {
    const folder = written.replace(/^(?:\.?\/)+|\/+$/g, '')
    return known.find((blog) => blog.folder === folder) ?? { ...unknown, folder }
  })
}

function problemsOf(
  site: DocusaurusConfiguration,
  blogs: readonly DocusaurusBlog[],
): readonly { readonly message: string; readonly source: SiteSource }[] {
  if (site.file === null) return []
  const source = (key: string): SiteSource => site.where(key) ?? { file: site.file ?? '', line: null }
  const hidden = blogs.flatMap(({ unknown }) => unknown)
  return hidden.map((key) => ({
    message: `\`${key}\` of the blog is set by code, which Galley does not run: Docusaurus’s own default is taken.`,
    source: source(key),
  }))
}
