import type { NewPost, NewPostRequest, SourceFile } from '../profile'
import { type NewPostFacts, siblingFrontMatter, writeFrontMatter } from './learn-new-post/front-matter'
import { nameFormOf, siblingFolder } from './learn-new-post/name-form'
import { clockAt, dayOf } from './zone-time'

/** What a generator adds to what the siblings teach. */
export type NewPostRules = {
  /** Where a post goes when there are no siblings and the request names no folder; without a slash at its end, empty for the site's own. */
  readonly usualFolder: string
  /** Endings that the generator takes for posts, the usual one first, with their dots. */
  readonly endings: readonly [string, ...string[]]
  /** The file-name part that a title gives; may be empty. */
  readonly slugify: (title: string) => string
  /** The zone whose clock gives the day in a file's name, and a date that is a day only. */
  readonly zone: string
  /** A date that never stops a build: `SiteProfile.writeDate`. */
  readonly writeDate: (instant: number) => string
  /** The line that makes a post a draft, as key and value; null where the site has no such rule. */
  readonly draft: { readonly key: string; readonly value: boolean | string } | null
  /** The keys of a first post in a site that has none yet, in this order; `title` and `date` are filled in. */
  readonly firstKeys: readonly string[]
  /** How front matter is written. */
  readonly language: 'yaml' | 'toml'
}

/**
 * A new post like those that are there: in their folder (years and months in it carried on), named in their form (`YYYY-MM-DD-slug.md`,
 * `slug.md`, `slug/index.md` …), with the front matter that most of them have, in their order: `title` and the date filled in, values that
 * all of them share copied, texts and lists else left empty. What names one post alone (`slug`, `permalink`, `aliases`, `id`) is not
 * copied. A name that is taken gets a number.
 *
 * `siblings` are the site's posts; of those in the requested folder, if there are any, else of all. Files of which only the path is known
 * (`values: null`) teach name and folder all the same. Pure.
 */
export function learnNewPost(
  siblings: readonly SourceFile[],
  request: NewPostRequest,
  rules: NewPostRules,
): NewPost {
  const folder = trimmed(request.folder ?? siblingFolder(siblings, rules.usualFolder))
  const near = siblings.filter(({ path }) => folder === '' || path.startsWith(`${folder}/`))
  const models = near.length > 0 ? near : siblings
  const clock = clockAt(request.now, rules.zone)
  const form = nameFormOf(models, folder, rules.endings)
  const slug = request.slug ?? (rules.slugify(request.title) || 'untitled')
  const pathOf = (name: string): string =>
    `${folder === '' ? '' : `${folder}/`}${form.write({ clock, slug: name })}`
  let path = pathOf(slug)
  for (let number = 2; request.isTaken(path); number++) path = pathOf(`${slug}-${number}`)
  const facts: NewPostFacts = {
    title: request.title,
    day: dayOf(clock),
    date: rules.writeDate(request.now),
    isDraft: request.asDraft,
    draft: rules.draft,
    hasDateInName: form.hasDay,
    firstKeys: rules.firstKeys,
  }
  return { path, text: writeFrontMatter(siblingFrontMatter(models, facts), rules.language) }
}

function trimmed(folder: string): string {
  return folder.replace(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, '')
}
