import { textOf } from '../../post/post-values'
import type {
  PostFate,
  ProfileMaker,
  SiteAnswer,
  SiteChoices,
  SiteInput,
  SiteProfile,
  SourceFile,
} from '../profile'
import { filledAddress } from './address-template'
import { gatsbyFiles, gatsbyFolders } from './gatsby/folders'
import { fileNameSlug, githubSlug } from './github-slug'
import { javascriptInstant } from './javascript-date'
import { jsYamlScalar } from './js-yaml-scalar'
import { KnownSources } from './known-sources'
import { learnNewPost } from './learn-new-post'
import { statedAnswer } from './stated-answer'
import { clockWithOffset, dayOf, isoOf, writtenInZone } from './zone-time'

/**
 * Gatsby, as far as it has rules at all (gatsbyjs.com/docs): its posts, addresses and drafts are made by the site's own code, which is not
 * run. Only folders are read; what stays open is asked. Not held against a build.
 */
export const gatsbyProfile: ProfileMaker = {
  id: 'gatsby',
  wantedTexts: (paths) => gatsbyFiles.filter((file) => paths.includes(file)).slice(0, 1),
  understand,
}

function understand({ texts, paths, choices, machineZone: zone }: SiteInput): SiteProfile {
  const file = gatsbyFiles.find((name) => texts.has(name)) ?? null
  const found = gatsbyFolders(file === null ? '' : (texts.get(file) ?? ''))
  const stated = found.filter((folder) => paths.some((path) => isMarkdownIn(path, folder)))
  const folders = choices.postFolders?.map((folder) => folder.replace(/^(?:\.?\/)+|\/+$/g, '')) ?? stated
  const folderOf = (path: string): string | undefined => folders.find((folder) => isMarkdownIn(path, folder))
  const known = new KnownSources(paths.filter((path) => folderOf(path) !== undefined))
  const writeDate = (instant: number): string => writtenInZone(instant, choices.timeZone ?? zone)
  return {
    id: 'gatsby',
    answers: answersOf(file, folders, choices),
    problems: [],
    reads: (path) => folderOf(path) !== undefined,
    judge: (sources) => {
      known.remember(sources, (path) => folderOf(path) !== undefined)
      return new Map(
        sources.map((source) => [source.path, fateOf(source, folderOf(source.path) ?? '', choices)]),
      )
    },
    slugify: fileNameSlug,
    newPost: (request) =>
      learnNewPost(known.posts, request, {
        usualFolder: folders[0] ?? 'content/blog',
        endings: ['.md', '.mdx'],
        ...{ slugify: fileNameSlug, zone, writeDate },
        draft: choices.draftKey === undefined ? null : { key: choices.draftKey, value: true },
        firstKeys: ['title', 'date'],
        language: 'yaml',
      }),
    writeDate,
  }
}

function isMarkdownIn(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`) && /\.mdx?$/.test(path)
}

function fateOf(source: SourceFile, folder: string, choices: SiteChoices): PostFate {
  const values = source.values ?? {}
  const date = instantOf(source)
  const day = date === null ? null : dayOf(clockWithOffset(date, 0))
  const title = textOf(values.title)
  const isDraft = choices.draftKey !== undefined && values[choices.draftKey] === true
  // whether the site's own queries leave out a draft is code
  const isOpen = choices.draftKey === undefined && (values.draft === true || values.published === false)
  const parts = source.path
    .slice(folder.length + 1)
    .replace(/\.mdx?$/, '')
    .replace(/\/index$/, '')
    .split('/')
  const slug = parts.at(-1) ?? ''
  const facts = { day, slug, title: githubSlug(title ?? slug), folders: parts.slice(0, -1).join('/') }
  return {
    isPost: true,
    published: isDraft ? false : isOpen ? null : true,
    reasons: isDraft ? ['draft'] : [],
    rule: isDraft ? `\`${choices.draftKey}: true\`` : null,
    ...{ title, dateISO: date === null ? null : isoOf(date), day },
    permalink: choices.permalink === undefined ? null : filledAddress(choices.permalink, facts),
    language: null,
    kind: /\/index\.mdx?$/.test(source.path) ? 'bundle' : 'file',
    volatile: [],
    problems:
      source.hasFrontMatter && source.values === null
        ? ['The front matter cannot be read, and Gatsby leaves the post out.']
        : [],
  }
}

/** A date that Gatsby takes for one: of YAML, or ISO 8601. */
function instantOf({ values, quoted }: SourceFile): number | null {
  const value = jsYamlScalar(values?.date, quoted.has('date'), 3)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.getTime()
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:$|[T ])/.test(value)
    ? javascriptInstant(value, 'UTC')
    : null
}

function answersOf(
  file: string | null,
  folders: readonly string[],
  choices: SiteChoices,
): readonly SiteAnswer[] {
  const source = file === null ? null : { file, line: null }
  const names = folders.map((folder) => `\`${folder}\``).join(', ')
  const asked = { source: null, certainty: 'unknown' } as const
  const posts: SiteAnswer =
    folders.length === 0
      ? {
          about: 'posts',
          answer: 'Gatsby has no rule: in which folders are the posts?',
          ...asked,
          choice: 'postFolders',
        }
      : {
          ...statedAnswer('posts', `\`.md\` and \`.mdx\` in ${names}`, source, 'postFolders'),
          certainty: choices.postFolders === undefined ? 'inferred' : 'chosen',
        }
  const permalinks: SiteAnswer =
    choices.permalink === undefined
      ? {
          about: 'permalinks',
          answer:
            'the site’s own code makes addresses, and Galley runs none: at which address does a post appear?',
          ...asked,
          choice: 'permalink',
        }
      : { ...statedAnswer('permalinks', `\`${choices.permalink}\``, null, 'permalink'), certainty: 'chosen' }
  const drafts: SiteAnswer =
    choices.draftKey === undefined
      ? {
          about: 'drafts',
          answer: 'Gatsby has no rule: which key makes a post a draft?',
          ...asked,
          choice: 'draftKey',
        }
      : { ...statedAnswer('drafts', `\`${choices.draftKey}: true\``, null, 'draftKey'), certainty: 'chosen' }
  return [
    {
      ...statedAnswer('generator', 'Gatsby', source, 'generator'),
      certainty: source ? 'stated' : 'inferred',
    },
    ...[posts, drafts, permalinks],
    statedAnswer('time-zone', 'UTC', null),
    statedAnswer(
      'images',
      'beside the post, else `static`, which is copied to the root',
      null,
      'imageFolder',
    ),
    { ...statedAnswer('new-posts', 'like the posts that are there', null), certainty: 'inferred' },
  ]
}
