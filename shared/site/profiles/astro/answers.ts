import type { SiteAnswer } from '../../profile'
import { locateInProgram } from '../locate-in-program'
import { statedAnswer } from '../stated-answer'
import type { AstroCollection, AstroSite } from './site'

/** What the Site page says of an Astro site. */
export function astroAnswers(
  site: AstroSite,
  collections: readonly AstroCollection[],
): readonly SiteAnswer[] {
  const file = site.file === null ? null : { file: site.file, line: null }
  return [
    { ...statedAnswer('generator', 'Astro', file, 'generator'), certainty: file ? 'stated' : 'inferred' },
    statedAnswer('folder', `\`${site.source}\``, site.where('srcDir')),
    postsAnswer(site, collections),
    {
      ...statedAnswer('drafts', 'Astro has no rule: as the site’s own filter in `getCollection` says', null),
      certainty: 'inferred',
    },
    {
      ...statedAnswer(
        'scheduled',
        'Astro has no rule: as the site’s own filter in `getCollection` says',
        null,
      ),
      certainty: 'inferred',
    },
    {
      ...statedAnswer(
        'time-zone',
        `as the templates print dates; ${site.zone}, the machine’s, where they name none`,
        null,
      ),
      certainty: 'inferred',
    },
    permalinksAnswer(site, collections),
    statedAnswer(
      'images',
      'beside the post, else `public`, which is copied to the root',
      null,
      'imageFolder',
    ),
    { ...statedAnswer('new-posts', 'like the posts that are there', null), certainty: 'inferred' },
  ]
}

function postsAnswer(site: AstroSite, collections: readonly AstroCollection[]): SiteAnswer {
  const base = { about: 'posts', choice: 'postFolders' } as const
  if (site.choices.postFolders !== undefined) {
    const folders = site.choices.postFolders.map((folder) => `\`${folder}\``).join(', ')
    return { ...base, answer: `all in ${folders}`, source: null, certainty: 'chosen' }
  }
  const [first] = collections
  if (first === undefined) {
    if (site.hasUnknownCollections) {
      const answer =
        'the collections are made by code that Galley does not run: in which folders are the posts?'
      return { ...base, answer, source: null, certainty: 'unknown' }
    }
    const answer = `Markdown pages with a date in a folder of \`${site.source}/pages\``
    return { ...base, answer, source: null, certainty: 'inferred' }
  }
  const names = collections.map(({ name, base: folder }) => `${name} in \`${folder}\``).join(', ')
  const source =
    first.file === ''
      ? null
      : locateInProgram(first.file, site.texts.get(first.file) ?? '', ['defineCollection'])
  return {
    ...base,
    answer: `${collections.length === 1 ? 'the collection' : 'the collections'} ${names}`,
    source,
    certainty: source === null ? 'inferred' : 'stated',
  }
}

function permalinksAnswer(site: AstroSite, collections: readonly AstroCollection[]): SiteAnswer {
  const base = { about: 'permalinks', choice: 'permalink' } as const
  if (site.choices.permalink !== undefined)
    return { ...base, answer: `\`${site.choices.permalink}\``, source: null, certainty: 'chosen' }
  const hidden =
    site.base === null
      ? 'base'
      : site.format === null
        ? 'format'
        : site.trailingSlash === null
          ? 'trailingSlash'
          : null
  if (hidden !== null) {
    const answer = `\`${hidden}\` is set by code that Galley does not run: at which address does a post appear?`
    return { ...base, answer, source: site.where(hidden), certainty: 'unknown' }
  }
  if (collections.length === 0)
    return {
      ...base,
      answer: 'the file’s path in `src/pages`',
      source: null,
      certainty: 'default',
      choice: null,
    }
  const routes = site.routes.filter((route) =>
    collections.some(({ name }) =>
      site.programs
        .closureOf(route)
        .some((file) =>
          new RegExp(`["'\`]${name.replace(/\W/g, '\\$&')}["'\`]`).test(site.texts.get(file) ?? ''),
        ),
    ),
  )
  const [route] = routes
  if (route === undefined) {
    const answer =
      'no route in `src/pages` shows these posts in a way that Galley can read: at which address does a post appear?'
    return { ...base, answer, source: null, certainty: 'unknown' }
  }
  return {
    ...base,
    answer: `as \`${route}\` makes them`,
    source: { file: route, line: 1 },
    certainty: 'stated',
  }
}
