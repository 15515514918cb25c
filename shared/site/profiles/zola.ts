import { parse as parseToml } from 'smol-toml'
import type { ProfileMaker, SiteAnswer, SiteInput, SiteProfile } from '../profile'
import { fileNameSlug } from './github-slug'
import { KnownSources } from './known-sources'
import { learnNewPost } from './learn-new-post'
import { statedAnswer } from './stated-answer'
import { readZolaConfiguration, type ZolaConfiguration, zolaConfigurationFiles } from './zola/configuration'
import { judgeWithZola, type ZolaSite } from './zola/judge'
import { zolaSlugify } from './zola/slugify'
import { writtenInZone } from './zone-time'

/** Zola, by its documentation (getzola.org/documentation) and its source, 0.21; not held against a build. */
export const zolaProfile: ProfileMaker = {
  id: 'zola',
  wantedTexts: (paths) => [
    ...zolaConfigurationFiles.filter((file) => paths.includes(file)).slice(0, 1),
    ...paths.filter((path) => /^content\/(?:.*\/)?_index\.md$/.test(path)),
  ],
  understand,
}

function understand(input: SiteInput): SiteProfile {
  const configuration = readZolaConfiguration(input.texts)
  const { choices, machineZone: zone } = input
  const site: ZolaSite = { configuration, draftSections: draftSections(input), choices }
  const isPage = (path: string): boolean => isSource(path) && !/(?:^|\/)_index\./.test(path)
  const known = new KnownSources(input.paths.filter((path) => isPage(path) && path.split('/').length > 2))
  const writeDate = (instant: number): string => writtenInZone(instant, choices.timeZone ?? zone)
  const slugify = (title: string): string => zolaSlugify(title, 'on') ?? fileNameSlug(title)
  return {
    id: 'zola',
    answers: zolaAnswers(configuration),
    problems: configuration.problems,
    reads: isSource,
    judge: (sources) => {
      const fates = new Map(sources.map((source) => [source.path, judgeWithZola(source, site)]))
      known.remember(sources, (path) => fates.get(path)?.isPost === true)
      return fates
    },
    slugify,
    newPost: (request) =>
      learnNewPost(known.posts, request, {
        usualFolder: choices.postFolders?.[0] ?? 'content/blog',
        endings: ['.md'],
        ...{ slugify, zone, writeDate },
        draft: { key: 'draft', value: true },
        firstKeys: ['title', 'date'],
        language: 'toml',
      }),
    writeDate,
  }
}

function isSource(path: string): boolean {
  return /^content\/.*\.md$/.test(path)
}

/** Folders that are drafts as a whole. */
function draftSections({ texts }: SiteInput): readonly string[] {
  return [...texts].flatMap(([path, text]) => {
    const block = /^\s*\+\+\+[ \t]*\r?\n([\s\S]*?)\r?\n\+\+\+/.exec(text)?.[1]
    if (!path.endsWith('_index.md') || block === undefined) return []
    try {
      const folder = path.replace(/^content\//, '').replace(/\/?_index\.md$/, '')
      return parseToml(block).draft === true && folder !== '' ? [folder] : []
    } catch {
      // the section's own front matter is told of where it is opened
      return []
    }
  })
}

function zolaAnswers(site: ZolaConfiguration): readonly SiteAnswer[] {
  const file = site.file === null ? null : { file: site.file, line: null }
  const answers: SiteAnswer[] = [
    { ...statedAnswer('generator', 'Zola', file, 'generator'), certainty: file ? 'stated' : 'inferred' },
    statedAnswer('posts', 'all `.md` below the folders of `content`, but `_index.md`', null),
    statedAnswer('drafts', '`draft = true`, also of the section', null),
    statedAnswer('scheduled', 'a post whose date is yet to come is published all the same', null),
    statedAnswer('time-zone', 'UTC where a date names none; each is printed in its own', null),
    statedAnswer(
      'permalinks',
      `\`${site.base}/section/slug/\`, ${site.keepsDates ? 'a date before the name stays' : 'without a date before the name'}; \`path\` and \`slug\` go before it`,
      site.where('slugify', 'paths') ?? site.where('base_url'),
      'permalink',
    ),
    statedAnswer(
      'images',
      'beside an `index.md`, else `static`, which is copied to the root',
      null,
      'imageFolder',
    ),
    { ...statedAnswer('new-posts', 'like the posts that are there', null), certainty: 'inferred' },
  ]
  if (site.languages.length === 0) return answers
  const languages = [site.defaultLanguage, ...site.languages].join(', ')
  return [...answers, statedAnswer('languages', languages, site.where('languages'))]
}
