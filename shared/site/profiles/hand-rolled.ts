import { markupOf } from '../markup'
import { collectionFolderOf, isIgnoredPath } from '../post-folders'
import type { ProfileMaker, SiteAnswer, SiteInput, SiteProfile, SourceFile } from '../profile'
import { githubSlug } from './github-slug'
import { type HandRolledSite, judgeByHand } from './hand-rolled/judge'
import { builtAddresses } from './hand-rolled/learn-addresses'
import { learnNewPost } from './learn-new-post'
import { statedAnswer } from './stated-answer'
import { clockAt, dayOf, writtenInZone } from './zone-time'

/** A site whose generator is its owner's own program: what its posts and the pages that were built of them teach. Nothing is run. */
export const handRolledProfile: ProfileMaker = { id: 'hand-rolled', wantedTexts: () => [], understand }

function understand({ paths, choices, machineZone }: SiteInput): SiteProfile {
  const built = builtAddresses(paths)
  const zone = choices.timeZone ?? machineZone
  let learnt: HandRolledSite = { fates: new Map(), posts: [], addresses: null }
  return {
    id: 'hand-rolled',
    // what is known grows with the posts that were judged last
    get answers() {
      return answersOf(learnt, paths, choices, zone)
    },
    problems: [],
    reads: (path) => markupOf(path) !== null && !isIgnoredPath(path),
    judge: (sources) => {
      learnt = judgeByHand(sources, built, choices)
      return learnt.fates
    },
    slugify: (title) => githubSlug(title),
    newPost: (request) =>
      learnNewPost(request.siblings ?? learnt.posts, request, {
        usualFolder: choices.postFolders?.[0] ?? 'posts',
        endings: ['.md', '.markdown', '.mdx'],
        slugify: (title) => githubSlug(title).replace(/-{2,}/g, '-').replace(/^-|-$/g, ''),
        zone,
        writeDate: (instant) => writeDate(instant, learnt.posts, zone),
        draft: { key: choices.draftKey ?? 'draft', value: true },
        firstKeys: ['title', 'date'],
        language: 'yaml',
      }),
    writeDate: (instant) => writeDate(instant, learnt.posts, zone),
  }
}

/** A day alone where the posts write no times. */
function writeDate(instant: number, posts: readonly SourceFile[], zone: string): string {
  const dates = posts
    .map(({ values }) => values?.date ?? values?.published_on)
    .filter((date) => typeof date === 'string')
  const timed = dates.filter((date) => /\d:\d/.test(date))
  return timed.length * 2 > dates.length ? writtenInZone(instant, zone) : dayOf(clockAt(instant, zone))
}

function answersOf(
  { posts, addresses }: HandRolledSite,
  paths: readonly string[],
  choices: SiteInput['choices'],
  zone: string,
): readonly SiteAnswer[] {
  const folders = [...new Set(posts.map(({ path }) => collectionFolderOf(path) || '.'))]
  const inferred = (
    about: SiteAnswer['about'],
    answer: string,
    choice: SiteAnswer['choice'],
  ): SiteAnswer => ({
    ...statedAnswer(about, answer, null, choice),
    certainty: choice !== null && choices[choice] !== undefined ? 'chosen' : 'inferred',
  })
  const images = imageFolderOf(paths)
  return [
    inferred('generator', 'a program of your own', 'generator'),
    inferred(
      'posts',
      `${posts.length} posts in ${folders.map((folder) => `\`${folder}\``).join(', ') || 'no folder'}`,
      'postFolders',
    ),
    inferred('drafts', 'posts that say `draft: true`, `published: false` or `status: draft`', 'draftKey'),
    inferred('time-zone', `${zone}; days are taken as they are written`, 'timeZone'),
    choices.permalink !== undefined
      ? inferred('permalinks', `\`${choices.permalink}\``, 'permalink')
      : addresses === null
        ? {
            about: 'permalinks',
            answer:
              'not known: no built pages were found that match two posts. What is a post’s address made of?',
            source: null,
            certainty: 'unknown',
            choice: 'permalink',
          }
        : inferred(
            'permalinks',
            `\`/${addresses.template}\`, as ${addresses.count} pages in \`${addresses.output}\` have it`,
            'permalink',
          ),
    inferred('images', images === null ? 'beside the posts' : `\`${images}\``, 'imageFolder'),
    inferred('new-posts', 'named and filled as the posts beside them', null),
  ]
}

/** The folder with most images, outputs aside. */
function imageFolderOf(paths: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const path of paths) {
    if (!/\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(path) || isIgnoredPath(path)) continue
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const [best] = [...counts].toSorted(([one, x], [other, y]) => y - x || (one < other ? -1 : 1))
  return best?.[0] ?? null
}
