import { type PostValues, valueFor } from '../../../post/post-values'
import type { HiddenReason, PostFate, SourceFile } from '../../profile'
import { matchesGlob } from '../glob-match'
import { noPage } from '../no-page'
import { clockAt, dayOf, isoOf } from '../zone-time'
import type { HexoConfiguration } from './configuration'
import { hexoDayInName, hexoInstant } from './dates'
import { dateTokens, fillTokens, hashOf, hasToken, parseName } from './permalink'
import { hexoSlugize } from './slugize'

/** What lies in `_posts` or `_drafts`; `name` is the path below it. */
type Place =
  | { readonly kind: 'post' | 'draft'; readonly name: string }
  | { readonly kind: 'page'; readonly name: string }
  | { readonly kind: 'outside' }

const binary =
  /\.(?:png|jpe?g|gif|webp|avif|ico|pdf|mp[34]|mov|webm|ogg|wav|zip|gz|7z|rar|woff2?|ttf|otf|eot|psd|svg)$/i

/** Whether Hexo's rules have something to say of a file of this name. */
export function isReadByHexo(path: string, site: HexoConfiguration): boolean {
  const place = placeOf(path, site)
  if (place.kind === 'outside' || binary.test(path)) return false
  return place.kind !== 'page' || site.endings.has(endingOf(path))
}

function placeOf(path: string, { source }: HexoConfiguration): Place {
  if (!path.startsWith(source)) return { kind: 'outside' }
  const own = path.slice(source.length)
  if (own.startsWith('_posts/')) return { kind: 'post', name: own.slice('_posts/'.length) }
  if (own.startsWith('_drafts/')) return { kind: 'draft', name: own.slice('_drafts/'.length) }
  return { kind: 'page', name: own }
}

/** What Hexo makes of one file (hexo/plugins/processor). `now` is milliseconds since 1970. */
export function judgeWithHexo(file: SourceFile, site: HexoConfiguration, now: number): PostFate {
  const place = placeOf(file.path, site)
  if (place.kind === 'outside') return noPage
  if (place.kind === 'page') return pageFate(file, place.name, site)
  const why = whyLeftOut(file.path.slice(site.source.length), place.name, site)
  if (why !== null) return { ...noPage, reasons: ['excluded'], rule: why }
  return postFate(file, place.name, place.kind === 'draft', site, now)
}

function whyLeftOut(own: string, name: string, site: HexoConfiguration): string | null {
  if (/[%~]$/.test(own)) return 'names that end in `~` or `%` are passed by'
  if (/(?:^|\/)[_.]/.test(name)) return 'names that begin with `_` or a dot are passed by'
  const skipped = site.skipRender.find((pattern) => matchesGlob(pattern, own))
  if (skipped !== undefined) return `\`${skipped}\` in \`skip_render\``
  const ending = endingOf(own)
  if (!site.endings.has(ending)) return `nothing here renders \`${ending || 'a name without ending'}\``
  const usual = endingOf(site.newPostName)
  return site.hasAssetFolders && ending !== usual
    ? `with \`post_asset_folder\` only \`${usual}\` files are posts`
    : null
}

function postFate(
  file: SourceFile,
  name: string,
  isDraftFile: boolean,
  site: HexoConfiguration,
  now: number,
): PostFate {
  const values = file.values ?? {}
  const stem = withoutEnding(name)
  const told = parseName(withoutEnding(site.newPostName), stem) ?? {}
  const slug = told.title ?? hexoSlugize(stem)
  const date = dateOf(file, told, site)
  const instant = date ?? file.createdAt
  const title = titleOf(values, slug, site)
  const isHeldBack = isDraftFile || isFalse(valueFor(values, 'published'))
  const isDraft = isHeldBack && !site.rendersDrafts
  const isFuture = !site.publishesFuture && instant > now
  const reasons: readonly HiddenReason[] = [
    ...(isDraft ? (['draft'] as const) : []),
    ...(isFuture ? (['future'] as const) : []),
  ]
  const address = addressOf({ values, told, slug, title, instant }, site)
  const isVolatile = date === null
  return {
    isPost: true,
    published: reasons.length === 0,
    reasons,
    rule: ruleOf(isDraft, isDraftFile, isFuture),
    title,
    dateISO: isoOf(instant),
    day: dayOf(clockAt(instant, site.statedZone ?? site.machineZone)),
    permalink: address.permalink,
    language: languageOf(values, told),
    kind: 'file',
    volatile: isVolatile ? ['dateISO', 'day', ...(address.hasDate ? (['permalink'] as const) : [])] : [],
    problems: problemsOf(file, date, address.permalink),
  }
}

function ruleOf(isDraft: boolean, isDraftFile: boolean, isFuture: boolean): string | null {
  if (isDraft) return isDraftFile ? 'it lies in `_drafts`' : '`published: false`'
  return isFuture ? 'its date is yet to come, and `future` is off' : null
}

function problemsOf(
  { values }: SourceFile,
  date: number | null,
  permalink: string | null,
): readonly string[] {
  const written = textOf(valueFor(values ?? {}, 'date'))
  const isDraft = valueFor(values ?? {}, 'draft') === true
  return [
    ...(written !== null && date === null
      ? [
          `Hexo cannot read the date \`${written}\` and takes the file’s own. Write it as 2024-05-31 18:30:00.`,
        ]
      : []),
    ...(isDraft
      ? ['Hexo does not heed `draft: true`: move the post to `_drafts`, or write `published: false`.']
      : []),
    ...(permalink?.split('/').includes('undefined')
      ? ['The address has a token in it that this post has no value for.']
      : []),
  ]
}

function dateOf(
  file: SourceFile,
  told: Readonly<Record<string, string>>,
  site: HexoConfiguration,
): number | null {
  const written = textOf(valueFor(file.values ?? {}, 'date'))
  if (written !== null) return hexoInstant(written, file.quoted.has('date'), site)
  const [year, month, day] = [told.year, told.month ?? told.i_month, told.day ?? told.i_day]
  if (year === undefined || month === undefined || day === undefined) return null
  return hexoDayInName({ year: Number(year), month: Number(month), day: Number(day) }, site)
}

function titleOf(values: PostValues, slug: string, site: HexoConfiguration): string {
  if (site.usesSlugAsTitle && !Object.hasOwn(values, 'title')) return slug
  return scalarText(valueFor(values, 'title')) ?? ''
}

type Addressed = {
  readonly values: PostValues
  readonly told: Readonly<Record<string, string>>
  readonly slug: string
  readonly title: string
  readonly instant: number
}

const dateTokenNames = new Set([
  ...['year', 'month', 'day', 'hour', 'minute', 'second', 'i_month', 'i_day', 'timestamp', 'hash'],
])

function addressOf(
  { values, told, slug, title, instant }: Addressed,
  site: HexoConfiguration,
): { readonly permalink: string | null; readonly hasDate: boolean } {
  const own = scalarText(valueFor(values, 'permalink'))
  if (own !== null && own !== '') return { permalink: asLinked(withSlash(own, site), site), hasDate: false }
  const { category, isKnown } = categoryOf(values, site)
  const tokens = {
    ...textsIn(site.permalinkDefaults),
    ...textsIn(values),
    ...told,
    ...dateTokens(clockAt(instant, site.machineZone)),
    timestamp: String(Math.floor(instant / 1000)),
    title: slug,
    name: slug.slice(slug.lastIndexOf('/') + 1),
    post_title: hexoSlugize(title, 1),
    hash: hashOf(slug, instant),
    category,
  }
  if (!isKnown && hasToken(site.permalink, new Set(['category']))) return { permalink: null, hasDate: false }
  const filled = fillTokens(site.permalink, tokens)
  return {
    permalink: asLinked(withSlash(filled, site), site),
    hasDate: hasToken(site.permalink, dateTokenNames),
  }
}

function withSlash(path: string, site: HexoConfiguration): string {
  return site.hasAssetFolders && !path.endsWith('/') && !path.endsWith('.html') ? `${path}/` : path
}

/** As `url_for` writes it (hexo-util), not percent-encoded. */
function asLinked(path: string, { root, prettyUrls }: HexoConfiguration): string {
  const whole = decoded(`${root}${path}`.replace(/\/{2,}/g, '/'))
  const withoutIndex = prettyUrls.keepsIndex ? whole : whole.replace(/index\.html$/, '')
  return prettyUrls.keepsHtml || /index\.html$/.test(withoutIndex)
    ? withoutIndex
    : withoutIndex.replace(/\.html$/, '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The last category's slug with those above it; of several hierarchies only a build knows which is the last. */
function categoryOf(
  values: PostValues,
  site: HexoConfiguration,
): { readonly category: string; readonly isKnown: boolean } {
  const written = valueFor(values, 'categories') ?? valueFor(values, 'category') ?? []
  const items: readonly unknown[] = Array.isArray(written) ? written : [written]
  const isNested = items.some((item) => Array.isArray(item))
  const names = items
    .flat()
    .map(scalarText)
    .filter((name) => name !== null && name !== '')
  if (names.length === 0) return { category: site.defaultCategory, isKnown: true }
  const slugs = names.map((name) => {
    const mapped = Object.hasOwn(site.categoryMap, name ?? '')
      ? scalarText(site.categoryMap[name ?? ''])
      : null
    return hexoSlugize(mapped || (name ?? ''), site.filenameCase)
  })
  return { category: slugs.join('/'), isKnown: !isNested || items.length === 1 }
}

function pageFate(file: SourceFile, name: string, site: HexoConfiguration): PostFate {
  const isSkipped =
    site.skipRender.some((pattern) => matchesGlob(pattern, name)) ||
    site.exclude.some((pattern) => matchesGlob(pattern, name)) ||
    (/(?:^|\/)[_.]/.test(name) && !site.include.some((pattern) => matchesGlob(pattern, name)))
  if (isSkipped || !site.endings.has(endingOf(name))) return noPage
  const values = file.values ?? {}
  const date = dateOf(file, {}, site)
  const own = scalarText(valueFor(values, 'permalink'))
  return {
    ...noPage,
    published: true,
    title: titleOf(values, '', site),
    dateISO: date === null ? null : isoOf(date),
    permalink: asLinked(own === null || own === '' ? `${withoutEnding(name)}.html` : pagePath(own), site),
    volatile: date === null ? ['dateISO'] : [],
  }
}

function pagePath(own: string): string {
  const whole = own.endsWith('/') ? `${own}index` : own
  return endingOf(whole) === '' ? `${whole}.html` : whole
}

function languageOf(values: PostValues, told: Readonly<Record<string, string>>): string | null {
  return told.lang ?? textOf(valueFor(values, 'lang')) ?? textOf(valueFor(values, 'language'))
}

function textsIn(values: PostValues): Readonly<Record<string, string>> {
  const texts = Object.entries(values).map(([key, value]) => [key, scalarText(value)] as const)
  return Object.fromEntries(texts.filter(([, text]) => text !== null)) as Readonly<Record<string, string>>
}

function scalarText(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** A Boolean as Hexo's database casts it; what is absent is true. */
function isFalse(value: unknown): boolean {
  return value === false || value === null || value === '' || value === 'false' || value === '0'
}

function withoutEnding(path: string): string {
  return path.slice(0, path.length - endingOf(path).length)
}

/** With its dot, as Node's `extname`: none for a name that only begins with one. */
function endingOf(path: string): string {
  return /[^/](\.[^./]*)$/.exec(path)?.[1] ?? ''
}
