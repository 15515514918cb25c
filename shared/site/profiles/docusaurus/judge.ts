import type { PostFate, SiteChoices, SourceFile } from '../../profile'
import { filledAddress } from '../address-template'
import { githubSlug } from '../github-slug'
import { type JavascriptScalar, jsYamlScalar } from '../js-yaml-scalar'
import { noPage } from '../no-page'
import { clockWithOffset, dayOf, isoOf } from '../zone-time'
import { joinAddress, withTrailingSlash } from './address'
import { type AuthorKeys, unknownAuthor } from './authors'
import { placeInBlogs, translationFolder } from './blogs'
import type { DocusaurusBlog, DocusaurusConfiguration } from './configuration'
import { type DocusaurusName, readDocusaurusName } from './file-name'

/** A site as posts are judged by it. */
export type DocusaurusSite = {
  readonly configuration: DocusaurusConfiguration
  readonly blogs: readonly DocusaurusBlog[]
  readonly paths: ReadonlySet<string>
  readonly choices: SiteChoices
  readonly authors: AuthorKeys
}

type Fields = (key: string) => JavascriptScalar | undefined

/** What Docusaurus makes of one source of the site. */
export function judgeWithDocusaurus(source: SourceFile, site: DocusaurusSite): PostFate {
  const { configuration, blogs } = site
  const place = placeInBlogs(source.path, blogs, configuration)
  if (place.kind === 'elsewhere') return noPage
  if (place.kind === 'left-out') {
    return { ...noPage, reasons: ['excluded'], rule: 'the blog’s `include` and `exclude` leave it out' }
  }
  const built = languageOf(place.blog, place.path, place.locale, site)
  if (typeof built !== 'string') return { ...noPage, reasons: ['excluded'], rule: built.whyNot }
  const name = readDocusaurusName(place.path)
  const field: Fields = (key) => jsYamlScalar(source.values?.[key], source.quoted.has(key), 3)
  const date = dateOf(field, name, source)
  const title = titleOf(field, name, source)
  const draft = isYes(field('draft'))
  const problems = [
    ...problemsOf(source, field, date),
    ...(draft ? [] : authorProblems(source, site.authors.get(place.blog.id) ?? null)),
  ]
  const kind = /\/index\.mdx?$/.test(place.path) ? 'bundle' : 'file'
  const day = date.instant === null ? null : dayOf(clockWithOffset(date.instant, 0))
  const slug = textField(field('slug')) ?? name.slug
  return {
    isPost: true,
    published: draft ? false : problems.length > 0 ? null : true,
    reasons: draft ? ['draft'] : [],
    rule: draft ? '`draft: true`' : null,
    title,
    dateISO: date.instant === null ? null : isoOf(date.instant),
    day,
    permalink: addressOf(slug, place.blog, built, site, { day, name: name.text, title }),
    language: configuration.locales.length > 1 ? built : null,
    kind,
    volatile: date.isVolatile ? ['dateISO', 'day'] : [],
    problems,
  }
}

/** The first language of the site for which a file is what is built, the site's own before others; why there is none. */
function languageOf(
  blog: DocusaurusBlog,
  path: string,
  locale: string | null,
  { configuration, paths }: DocusaurusSite,
): string | { readonly whyNot: string } {
  const { defaultLocale, locales } = configuration
  if (locale === null) {
    const translationIn = (language: string): string =>
      `${translationFolder(blog, language, configuration)}/${path}`
    const found = [defaultLocale, ...locales].find((language) => !paths.has(translationIn(language)))
    return found ?? { whyNot: `\`${translationIn(defaultLocale)}\` is taken instead` }
  }
  if (!locales.includes(locale)) return { whyNot: `“${locale}” is not one of the site’s \`locales\`` }
  const original = blog.folder === '' ? path : `${blog.folder}/${path}`
  return paths.has(original) ? locale : { whyNot: `there is no \`${original}\` that it translates` }
}

type ReadDate = {
  readonly instant: number | null
  readonly isVolatile: boolean
  readonly problem: string | null
}

function dateOf(field: Fields, name: DocusaurusName, source: SourceFile): ReadDate {
  const written = field('date')
  const stops = (problem: string): ReadDate => ({ instant: null, isVolatile: false, problem })
  if (written === null || written === '' || typeof written === 'boolean')
    return stops('Docusaurus stops here: `date` has no date. Write one, or take the line out.')
  if (written instanceof Date) return dated(written.getTime())
  if (typeof written === 'number' && written !== 0) {
    const problem =
      'Docusaurus takes this date for a number of milliseconds, and stops when there is more than one post.'
    return { ...dated(written), problem }
  }
  if (typeof written === 'string') {
    const instant = Date.parse(`${written}Z`)
    const isKnown = !Number.isNaN(instant) && !Number.isNaN(Date.parse(written))
    return isKnown ? dated(instant) : stops(`Docusaurus stops here: it cannot read the date “${written}”.`)
  }
  if (name.date === null) {
    // the day of its first commit, which is not looked up
    return { instant: source.createdAt, isVolatile: true, problem: null }
  }
  const instant = Date.parse(`${name.date}Z`)
  if (Number.isNaN(instant)) return stops(`Docusaurus stops here: “${name.date}” in the name is no day.`)
  return dated(instant)
}

function dated(instant: number): ReadDate {
  return { instant, isVolatile: false, problem: null }
}

function titleOf(field: Fields, name: DocusaurusName, source: SourceFile): string | null {
  const title = field('title')
  if (typeof title === 'string') return title
  if (typeof title === 'number') return String(title)
  // a date becomes a text in the machine's zone and the runtime's words
  if (title instanceof Date) return null
  return plainHeading(source.heading) ?? name.text
}

/** A heading as Docusaurus makes a title of it: without an id in braces at its end, and without the marks of code. */
function plainHeading(heading: string | null): string | null {
  if (heading === null) return null
  return heading
    .replace(/\s*\{#*[\w-]+\}$/, '')
    .replace(/`([^`]*)`/g, '$1')
    .trim()
}

function problemsOf(source: SourceFile, field: Fields, date: ReadDate): readonly string[] {
  const problems = date.problem === null ? [] : [date.problem]
  if (source.hasFrontMatter && source.values === null)
    problems.push('Docusaurus stops here: the front matter cannot be read.')
  for (const key of ['title', 'date', 'slug', 'draft', 'unlisted']) {
    const value = source.values?.[key]
    if (typeof value === 'object' && value !== null)
      problems.push(`Docusaurus stops here: \`${key}\` must be one value, not a list.`)
  }
  for (const key of ['draft', 'unlisted']) {
    const value = field(key)
    if (value !== undefined && !isFlag(value))
      problems.push(`Docusaurus stops here: \`${key}\` must be \`true\` or \`false\`.`)
  }
  if (isYes(field('draft')) && isYes(field('unlisted')))
    problems.push('Docusaurus stops here: a post cannot be a draft and unlisted at once.')
  const title = field('title')
  if (title === null || typeof title === 'boolean')
    problems.push('Docusaurus stops here: `title` must be a text. Write one in quotes, or take the line out.')
  const slug = field('slug')
  if (slug === null || slug === '' || typeof slug === 'boolean')
    problems.push('Docusaurus stops here: `slug` must be a text. Write one, or take the line out.')
  return problems
}

function authorProblems({ values }: SourceFile, known: ReadonlySet<string> | null): readonly string[] {
  const author = unknownAuthor(values?.authors, known)
  if (author === null) return []
  return [`Docusaurus stops here: the blog’s file of authors has no “${author}”.`]
}

function isFlag(value: JavascriptScalar): boolean {
  return typeof value === 'boolean' || (typeof value === 'string' && /^(?:true|false)$/i.test(value.trim()))
}

function isYes(value: JavascriptScalar | undefined): boolean {
  return value === true || (typeof value === 'string' && /^true$/i.test(value.trim()))
}

function textField(value: JavascriptScalar | undefined): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}

function addressOf(
  slug: string,
  blog: DocusaurusBlog,
  locale: string,
  { configuration, choices }: DocusaurusSite,
  facts: { readonly day: string | null; readonly name: string; readonly title: string | null },
): string | null {
  if (choices.permalink !== undefined) {
    const [last = '', ...above] = facts.name.split('/').toReversed()
    const folders = above.toReversed().join('/')
    const title = githubSlug(facts.title ?? facts.name)
    return filledAddress(choices.permalink, { day: facts.day, slug: last, title, folders })
  }
  const { baseUrl, trailingSlash, defaultLocale } = configuration
  if (baseUrl === null || trailingSlash === undefined || blog.routeBasePath === null) return null
  const base = locale === defaultLocale ? baseUrl : joinAddress([baseUrl, locale, '/'])
  return withTrailingSlash(joinAddress([base, blog.routeBasePath, slug]), trailingSlash, base)
}
