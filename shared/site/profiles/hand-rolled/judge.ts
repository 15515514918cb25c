import { textOf, valueFor } from '../../../post/post-values'
import { publicationOf } from '../../../post/publication'
import { dateOf } from '../../../post/summarise-post'
import { titleFromPath } from '../../../post/title'
import { markupOf } from '../../markup'
import { findPosts, type PostCandidate } from '../../post-folders'
import type { PostFate, SiteChoices, SourceFile } from '../../profile'
import { filledAddress } from '../address-template'
import { githubSlug } from '../github-slug'
import { noPage } from '../no-page'
import { clockAt, dayOf } from '../zone-time'
import {
  type AddressFacts,
  addressFactsOf,
  fillTemplate,
  type LearntAddresses,
  learnAddresses,
} from './learn-addresses'

/** What the posts of a site made by hand teach. */
export type HandRolledSite = {
  readonly fates: ReadonlyMap<string, PostFate>
  readonly posts: readonly SourceFile[]
  readonly addresses: LearntAddresses | null
}

/** Which files are posts, by where they lie and what they hold, and what can be told of each; nothing is guessed. */
export function judgeByHand(
  sources: readonly SourceFile[],
  built: ReadonlyMap<string, ReadonlySet<string>>,
  choices: SiteChoices,
): HandRolledSite {
  const chosen = postsOf(sources, choices)
  const posts = sources.filter(({ path }) => chosen.has(path))
  const facts = new Map(posts.map((post) => [post.path, factsOf(post, choices)]))
  const addresses = learnAddresses([...facts.values()], built)
  const pages = addresses === null ? null : (built.get(addresses.output) ?? null)
  const fates = sources.map((source) => {
    const own = facts.get(source.path)
    return [source.path, own === undefined ? noPage : fateOf(source, own, addresses, pages, choices)] as const
  })
  return { fates: new Map(fates), posts, addresses }
}

function postsOf(sources: readonly SourceFile[], { postFolders }: SiteChoices): ReadonlySet<string> {
  if (postFolders === undefined) return findPosts(sources.map(candidateOf))
  const isIn = (path: string): boolean =>
    postFolders.some((folder) => folder === '' || path.startsWith(`${folder.replace(/\/+$/, '')}/`))
  return new Set(sources.map(({ path }) => path).filter(isIn))
}

function candidateOf({ path, values, hasFrontMatter }: SourceFile): PostCandidate {
  return {
    path,
    markup: markupOf(path) ?? 'other',
    hasFrontMatter,
    hasTitle: valueFor(values ?? {}, 'title') !== undefined,
    hasDate: dateOf(path, values ?? {}).day !== null,
  }
}

function factsOf(post: SourceFile, choices: SiteChoices): AddressFacts {
  const values = post.values ?? {}
  return addressFactsOf(post, {
    slug: textOf(valueFor(values, 'slug')),
    titleSlug: githubSlug(textOf(valueFor(values, 'title')) ?? ''),
    day: dayPrinted(post, choices),
  })
}

/** As written; in the zone that the writer chose where the date says its own. */
function dayPrinted({ path, values }: SourceFile, { timeZone }: SiteChoices): string | null {
  const { day, dateISO, dateText } = dateOf(path, values ?? {})
  const isZoned = dateText !== null && /\d:\d{2}.*(?:z|[+-]\d{1,2}:?\d{0,2})\s*$/i.test(dateText)
  return timeZone === undefined || dateISO === null || !isZoned
    ? day
    : dayOf(clockAt(Date.parse(dateISO), timeZone))
}

function fateOf(
  source: SourceFile,
  facts: AddressFacts,
  learnt: LearntAddresses | null,
  pages: ReadonlySet<string> | null,
  choices: SiteChoices,
): PostFate {
  const values = source.values ?? {}
  const learntAddress = learnt === null ? null : fillTemplate(learnt.template, facts)
  const isBuilt = learntAddress !== null && pages?.has(learntAddress) === true
  const permalink =
    choices.permalink === undefined
      ? learntAddress === null
        ? null
        : `/${learntAddress}`
      : filledAddress(choices.permalink, { ...facts, folders: '' })
  const isChosenDraft =
    choices.draftKey !== undefined &&
    /^(?:true|yes|draft)$/i.test(textOf(valueFor(values, choices.draftKey)) ?? '')
  const isDraft = isChosenDraft || publicationOf(source.path, values, null).published === false
  return {
    isPost: true,
    published: isDraft ? false : isBuilt ? true : null,
    reasons: isDraft ? ['draft'] : [],
    rule: isDraft ? draftRule(source, choices) : null,
    title: textOf(valueFor(values, 'title')) ?? source.heading ?? titleFromPath(source.path),
    dateISO: dateOf(source.path, values).dateISO,
    day: facts.day,
    permalink,
    language: textOf(valueFor(values, 'lang')) ?? textOf(valueFor(values, 'language')),
    kind: /(?:^|\/)index\.[^/]+$/i.test(source.path) ? 'bundle' : 'file',
    volatile: [],
    problems: [],
  }
}

function draftRule({ path, values }: SourceFile, { draftKey }: SiteChoices): string {
  const keys = [...(draftKey === undefined ? [] : [draftKey]), 'draft', 'published', 'status']
  const key = keys.find((name) => valueFor(values ?? {}, name) !== undefined)
  if (key === undefined || /(?:^|\/)_drafts\//.test(path)) return 'it lies in `_drafts`'
  return `\`${key}: ${textOf(valueFor(values ?? {}, key)) ?? ''}\``
}
