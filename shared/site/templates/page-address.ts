import type { PlainValue, PlainValues } from '#shared/markdown/templates/template-context'
import { ownValue } from '#shared/markdown/templates/template-context'
import type { GeneratorId } from '../detect-generator'

/** A page and what its address is made from. */
export type AddressedPage = {
  /** Relative to the site's folder. */
  readonly path: string
  readonly title: string
  /** `YYYY-MM-DD` as the site prints it; null where that cannot be told. */
  readonly day: string | null
  /** Its front matter; null where it has none. */
  readonly values: PlainValues | null
}

/** Where a page is published, from the site's root on; null where its generator's rule is not one of those known here. */
export function pageAddress(
  page: AddressedPage,
  generator: GeneratorId | null,
  site: PlainValues,
): string | null {
  if (generator === 'jekyll') return jekyllAddress(page, site)
  if (generator === 'hugo') return hugoAddress(page, site)
  return generator === 'hexo' ? hexoAddress(page, site) : null
}

function textIn(values: PlainValues | null, key: string): string | null {
  const value = values === null ? undefined : ownValue(values, key)
  return typeof value === 'string' && value !== '' ? value : null
}

/** jekyllrb.com/docs/permalinks#built-in-formats */
const jekyllStyles: { readonly [name: string]: string } = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
}

function jekyllAddress({ path: given, day, values }: AddressedPage, site: PlainValues): string | null {
  // defaults for folders may set any of what follows
  if (/permalink|categor|slug/.test(JSON.stringify(ownValue(site, 'defaults') ?? null))) return null
  const collections = textIn(site, 'collections_dir')
  const path =
    collections !== null && given.startsWith(`${collections}/`) ? given.slice(collections.length + 1) : given
  const style = jekyllStyle(site)
  const own = textIn(values, 'permalink')
  const named =
    /^(?:(.*)\/)?_(?:posts|drafts)\/(?:.*\/)?(?:(\d{2,4})-(\d{1,2})-(\d{1,2})-)?([^/]+)\.[^./]+$/.exec(path)
  if (named === null) return jekyllPage(path, own, style)
  const [, folders = '', year = '', month = '', dayOfMonth = '', name = ''] = named
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '') ?? [
    '',
    year,
    month.padStart(2, '0'),
    dayOfMonth.padStart(2, '0'),
  ]
  const written = textIn(values, 'date')
  const isZoned = written !== null && /\d:\d/.test(written) && textIn(site, 'timezone') !== null
  if (!y || !m || !d || isZoned || (day === null && written !== null)) return null
  const slug = textIn(values, 'slug') ?? name
  const tokens: { readonly [token: string]: string } = {
    categories: [...folders.split('/'), ...categoriesOf(values)].filter(Boolean).join('/').toLowerCase(),
    year: y,
    short_year: y.slice(2),
    month: m,
    i_month: String(Number(m)),
    day: d,
    i_day: String(Number(d)),
    y_day: String(dayOfYear(Number(y), Number(m), Number(d))).padStart(3, '0'),
    title: slug.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, ''),
    slug: slugify(slug),
    output_ext: '.html',
  }
  return fill(own ?? style, tokens)?.replaceAll(' ', '%20') ?? null
}

function jekyllStyle(site: PlainValues): string {
  const collections = ownValue(site, 'collections')
  const posts = isMap(collections) ? ownValue(collections, 'posts') : undefined
  const given = (isMap(posts) ? textIn(posts, 'permalink') : null) ?? textIn(site, 'permalink') ?? 'date'
  return ownValue(jekyllStyles, given) ?? given
}

function jekyllPage(path: string, own: string | null, style: string): string | null {
  if (own !== null) return own.includes(':') ? null : withSlash(own)
  const stem = path.replace(/\.[^./]+$/, '')
  if (/(?:^|\/)index$/.test(stem)) return withSlash(stem.replace(/index$/, ''))
  return withSlash(style.endsWith('/') ? `${stem}/` : `${stem}.html`)
}

function categoriesOf(values: PlainValues | null): readonly string[] {
  const many = values === null ? null : (ownValue(values, 'categories') ?? null)
  if (Array.isArray(many)) return many.map(String)
  if (typeof many === 'string') return many.split(/\s+/)
  const one = textIn(values, 'category')
  return one === null ? [] : [one]
}

/** gohugo.io/content-management/urls */
function hugoAddress({ path, title, day, values }: AddressedPage, site: PlainValues): string | null {
  const setting = (key: string): PlainValue | undefined =>
    Object.entries(site).find(([name]) => name.toLowerCase() === key)?.[1]
  if (['languages', 'uglyurls', 'removepathaccents'].some((key) => setting(key) !== undefined)) return null
  const content = textIn({ dir: setting('contentdir') ?? 'content' }, 'dir') ?? 'content'
  if (!path.startsWith(`${content}/`)) return null
  const own = textIn(values, 'url')
  if (own !== null) return own.includes(':') ? null : endedWithSlash(withSlash(own))
  const segments = path
    .slice(content.length + 1)
    .replace(/\.[^./]+$/, '')
    .split('/')
  const isList = segments.at(-1) === '_index'
  if (segments.at(-1) === 'index' || isList) segments.pop()
  const name = segments.pop() ?? ''
  if (name === '') return '/'
  const slug = textIn(values, 'slug')
  const section = segments[0] ?? name
  const permalinks = setting('permalinks')
  const pattern =
    isMap(permalinks) && segments.length > 0 && !isList ? ownValue(permalinks, section) : undefined
  if (pattern !== undefined && (typeof pattern !== 'string' || setting('frontmatter') !== undefined))
    return null
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '') ?? []
  const found = fill(pattern ?? '/:sections/:slugorfilename/', {
    ...(year && month && date ? { year, month, day: date } : {}),
    section,
    sections: segments.join('/'),
    title: title.replaceAll('+', ''),
    slug: slug ?? title.replaceAll('+', ''),
    slugorfilename: slug ?? name,
    filename: name,
    contentbasename: name,
    slugorcontentbasename: slug ?? name,
  })
  return found === null
    ? null
    : encodeURI(urlize(endedWithSlash(found), setting('disablepathtolower') === true))
}

/** What Hugo keeps of a path: letters, digits, marks and a few signs; blanks between them become one hyphen. */
function urlize(path: string, keepsCase: boolean): string {
  const kept = path
    .trim()
    .replace(/[^\p{L}\p{N}\p{M}._/#+~\-@%\s]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[-/]) | (?=[-/])/g, '')
    .replaceAll(' ', '-')
  return keepsCase ? kept : kept.toLowerCase()
}

/** hexo.io/docs/permalinks */
function hexoAddress({ path, title, day, values }: AddressedPage, site: PlainValues): string | null {
  const name = /(?:^|\/)_posts\/(.+)\.[^./]+$/.exec(path)?.[1]
  if (name === undefined) return null
  const own = textIn(values, 'permalink')
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '') ?? []
  const isDated = /^:year-:month-:day-:title/.test(textIn(site, 'new_post_name') ?? '')
  const slug = isDated ? name.replace(/^\d{4}-\d\d-\d\d-/, '') : name
  const pattern = textIn(site, 'permalink') ?? ':year/:month/:day/:title/'
  return fill(own === null ? pattern : endedWithSlash(own), {
    ...(year && month && date
      ? { year, month, day: date, i_month: String(Number(month)), i_day: String(Number(date)) }
      : {}),
    title: slug,
    name: slug.slice(slug.lastIndexOf('/') + 1),
    post_title: slugify(title),
  })
}

/** `pattern` with its tokens filled in; null where one has no value. */
function fill(pattern: string, tokens: { readonly [name: string]: string }): string | null {
  let isWhole = true
  const filled = pattern.replace(/:([a-z_]+)/g, (_, name: string) => {
    const value = ownValue(tokens, name)
    if (value === undefined) isWhole = false
    return value ?? ''
  })
  return isWhole ? withSlash(filled) : null
}

const endedWithSlash = (address: string): string => (/\/$|\.[a-z]+$/i.test(address) ? address : `${address}/`)

const withSlash = (address: string): string => `/${address}`.replace(/\/{2,}/g, '/')

const slugify = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '')

function dayOfYear(year: number, month: number, day: number): number {
  return (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000 + 1
}

function isMap(value: PlainValue | undefined): value is PlainValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
