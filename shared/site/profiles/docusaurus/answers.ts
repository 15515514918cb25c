import type { SiteAnswer } from '../../profile'
import { statedAnswer } from '../stated-answer'
import type { DocusaurusBlog, DocusaurusConfiguration } from './configuration'

/** What the Site page says of a Docusaurus site whose posts lie in `blogs`. */
export function docusaurusAnswers(
  site: DocusaurusConfiguration,
  blogs: readonly DocusaurusBlog[],
  isChosen: boolean,
): readonly SiteAnswer[] {
  const file = site.file === null ? null : { file: site.file, line: null }
  const answers: SiteAnswer[] = [
    {
      ...statedAnswer('generator', 'Docusaurus', file, 'generator'),
      certainty: file ? 'stated' : 'inferred',
    },
    postsAnswer(site, blogs, isChosen),
    statedAnswer('drafts', '`draft: true`; with `unlisted: true` a post is written but listed nowhere', null),
    statedAnswer('scheduled', 'a post whose date is yet to come is published all the same', null),
    statedAnswer('time-zone', 'UTC, whatever the machine’s', null),
    permalinksAnswer(site, blogs),
    statedAnswer(
      'images',
      'beside the post, else `static`, which is copied to the root',
      null,
      'imageFolder',
    ),
    statedAnswer(
      'new-posts',
      `\`${blogs[0]?.folder ?? 'blog'}/YYYY-MM-DD-slug.md\`, or a folder of that name with an \`index.md\``,
      null,
    ),
  ]
  if (site.locales.length < 2) return answers
  return [...answers, statedAnswer('languages', site.locales.join(', '), site.where('i18n', 'locales'))]
}

function postsAnswer(
  site: DocusaurusConfiguration,
  blogs: readonly DocusaurusBlog[],
  isChosen: boolean,
): SiteAnswer {
  const folders = blogs.map(({ folder }) => `\`${folder}\``).join(', ')
  const base = { about: 'posts', source: site.where('blog', 'path'), choice: 'postFolders' } as const
  if (isChosen) return { ...base, answer: `all in ${folders}`, source: null, certainty: 'chosen' }
  if (site.blogs === null) {
    const answer = `${site.file ?? 'the configuration'} says by code where the posts are, and Galley runs none: in which folders are they?`
    return { ...base, answer, certainty: 'unknown' }
  }
  if (blogs.length === 0)
    return { ...base, answer: 'the site has no blog (`blog: false`)', certainty: 'stated' }
  const hidden = blogs.flatMap(({ unknown }) => unknown)
  if (hidden.length > 0) {
    const answer = `code that Galley does not run sets \`${hidden[0]}\` of the blog: in which folders are the posts?`
    return { ...base, answer, certainty: 'unknown' }
  }
  const answer = `\`.md\` and \`.mdx\` in ${folders}, but for names with \`_\` before them`
  return { ...base, answer, certainty: base.source === null ? 'default' : 'stated' }
}

function permalinksAnswer(site: DocusaurusConfiguration, blogs: readonly DocusaurusBlog[]): SiteAnswer {
  const { baseUrl, trailingSlash } = site
  const route = blogs[0]?.routeBasePath ?? null
  const base = { about: 'permalinks', choice: 'permalink' } as const
  if (baseUrl === null || trailingSlash === undefined || (blogs.length > 0 && route === null)) {
    const name =
      baseUrl === null ? 'baseUrl' : trailingSlash === undefined ? 'trailingSlash' : 'routeBasePath'
    const answer = `\`${name}\` is set by code that Galley does not run: at which address does a post appear?`
    return { ...base, answer, source: site.where(name), certainty: 'unknown' }
  }
  const start = `${baseUrl}${(route ?? 'blog').replace(/^\/+|\/+$/g, '')}/`.replace(/\/{2,}/g, '/')
  const answer = `\`${start}YYYY/MM/DD/name${trailingSlash ? '/' : ''}\` by the file’s name, without a day where the name has none; \`slug\` goes before it`
  const source = site.where('routeBasePath') ?? site.where('trailingSlash') ?? site.where('baseUrl')
  return { ...base, answer, source, certainty: source === null ? 'default' : 'stated' }
}
