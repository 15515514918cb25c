import type { HiddenReason, PostFate, SourceFile } from '../../profile'
import { filledAddress } from '../address-template'
import { githubSlug } from '../github-slug'
import { noPage } from '../no-page'
import { type ProgramValue, unknown } from '../program/program-value'
import { isoOf } from '../zone-time'
import { isInPosts, type PostRule, postRuleOf } from './collection'
import { tagsOf } from './data-cascade'
import { printedDay } from './printed-day'
import { type EleventySite, formatOf, outcomeOf, permalinkOf, type TemplateOutcome } from './site'

/** The site as it is built, and as its maker's preview shows it: the preview may show what the build leaves out. */
export type EleventySites = { readonly build: EleventySite; readonly serve: EleventySite }

/** Whether a file may be a template, or lies where templates lie. */
export function isReadByEleventy(
  path: string,
  { configuration: { input, includes, layouts, data, output } }: EleventySite,
): boolean {
  if (!path.startsWith(input) || !/\.(?:md|markdown|mdx|html|njk|liquid)$/i.test(path)) return false
  const others = [includes, layouts, data, output].filter(
    (folder) => folder !== null && folder !== '' && folder !== input,
  )
  return !others.some((folder) => path.startsWith(folder ?? ''))
}

/** What Eleventy makes of all sources. */
export function judgeWithEleventy(
  sources: readonly SourceFile[],
  sites: EleventySites,
  now: number,
): ReadonlyMap<string, PostFate> {
  const { build, serve } = sites
  const outcomes = new Map<string, { readonly built: TemplateOutcome; readonly shown: TemplateOutcome }>()
  for (const source of sources) {
    const format = formatOf(source.path, build.configuration)
    if (format === null || build.isIgnored(source.path)) continue
    const built = outcomeOf(source, format, build, now)
    const isHidden = built.isLeftOut !== false || built.output === null || built.output.kind === 'none'
    outcomes.set(source.path, { built, shown: isHidden ? outcomeOf(source, format, serve, now) : built })
  }
  const tags = [...outcomes.values()].map(({ built }) => tagsOf(built.data.fields.get('tags')))
  const rule = postRuleOf(
    build,
    sources.map(({ path }) => path),
    tags,
  )
  const posts = new Set(
    [...outcomes].filter(([path, { shown }]) => isInPosts(path, shown.data, rule)).map(([path]) => path),
  )
  const folders = new Set([...posts].map(folderOf).filter((folder) => folder !== ''))
  const doubles = doubledOutputs(outcomes)
  return new Map(
    sources.map((source) => {
      const outcome = outcomes.get(source.path)
      if (outcome === undefined) return [source.path, leftAside(source, folders, build)]
      return [source.path, fateOf(source, outcome, posts.has(source.path), sites, { now, rule, doubles })]
    }),
  )
}

function leftAside(source: SourceFile, folders: ReadonlySet<string>, site: EleventySite): PostFate {
  if (!folders.has(folderOf(source.path))) return noPage
  const ending = source.path.slice(source.path.lastIndexOf('.'))
  const rule = site.isIgnored(source.path)
    ? 'Eleventy is told to ignore it'
    : `Eleventy takes no \`${ending}\` files`
  return { ...noPage, reasons: ['excluded'], rule }
}

type Whole = { readonly now: number; readonly rule: PostRule; readonly doubles: ReadonlyMap<string, string> }

function fateOf(
  source: SourceFile,
  { built, shown }: { readonly built: TemplateOutcome; readonly shown: TemplateOutcome },
  isPost: boolean,
  sites: EleventySites,
  whole: Whole,
): PostFate {
  const { configuration } = sites.build
  const { date } = shown
  const instant = date.kind === 'instant' ? date.instant : null
  const published = publishedBy(built)
  const reason = published === false ? reasonOf(source, built, shown, sites, whole.now) : null
  return {
    isPost,
    published,
    reasons: isPost ? (reason === null ? [] : [reason.reason]) : ['not-a-post'],
    rule: isPost ? (reason?.rule ?? null) : null,
    title: titleOf(source, shown),
    dateISO: instant === null ? null : isoOf(instant),
    day: instant === null ? null : printedDay(instant, shown.data, sites.build),
    permalink:
      (isPost ? chosenAddress(source, shown, sites.build) : null) ?? permalinkOf(shown.output, configuration),
    language:
      typeof shown.data.fields.get('lang') === 'string' ? String(shown.data.fields.get('lang')) : null,
    kind: /(?:^|\/)index\.[^/]+$/.test(source.path) ? 'bundle' : 'file',
    volatile: date.kind === 'volatile' ? ['dateISO', 'day', 'permalink'] : [],
    problems: [
      ...problemsOf(source, shown, whole.doubles),
      ...(isPost && published === true && source.values?.draft === true ? [noDraftRule] : []),
    ],
  }
}

/** As the writer has it in `.galley.yml`; null where they do not say. */
function chosenAddress(
  { path }: SourceFile,
  { date, data }: TemplateOutcome,
  { choices }: EleventySite,
): string | null {
  if (choices.permalink === undefined) return null
  const day = date.kind === 'instant' ? (isoOf(date.instant)?.slice(0, 10) ?? null) : null
  const parts = path
    .replace(/\.[^./]+$/, '')
    .replace(/\/index$/, '')
    .split('/')
  const slug = (parts.pop() ?? '').replace(/^\d{4}-\d{2}-\d{2}-/, '')
  const title = data.fields.get('title')
  return filledAddress(choices.permalink, {
    ...{ day, slug, folders: parts.join('/') },
    title: typeof title === 'string' ? githubSlug(title) : slug,
  })
}

const noDraftRule =
  'This site has no rule for drafts: Eleventy publishes the post although it says `draft: true`.'

function publishedBy({ isLeftOut, output }: TemplateOutcome): boolean | null {
  if (isLeftOut === true || output?.kind === 'none') return false
  return isLeftOut === null || output === null ? null : true
}

/** Why a template is not written: the preview shows it, or another day or another flag would bring it back. */
function reasonOf(
  source: SourceFile,
  built: TemplateOutcome,
  shown: TemplateOutcome,
  { build }: EleventySites,
  now: number,
): { readonly reason: HiddenReason; readonly rule: string } {
  const isHidden = (outcome: TemplateOutcome): boolean =>
    outcome.isLeftOut === true || outcome.output?.kind === 'none'
  const format = formatOf(source.path, build.configuration) ?? ''
  const values = source.values ?? {}
  const again = (changed: SourceFile, at: number): TemplateOutcome => outcomeOf(changed, format, build, at)
  const key = [build.choices.draftKey ?? 'draft', 'draft', 'isDraft', 'published', 'status', 'publish'].find(
    (name) => Object.hasOwn(values, name),
  )
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => name !== key))
  if (key !== undefined && (!isHidden(shown) || !isHidden(again({ ...source, values: rest }, now))))
    return { reason: 'draft', rule: `\`${key}: ${String(values[key])}\`` }
  const { date } = built
  if (date.kind === 'instant' && date.instant > now && !isHidden(again(source, date.instant + 86_400_000)))
    return { reason: 'future', rule: 'its date is yet to come' }
  if (!isHidden(shown)) return { reason: 'draft', rule: 'the site’s own code leaves it out of a build' }
  const rule = built.isLeftOut === true ? 'the site’s own code leaves it out' : '`permalink: false`'
  return { reason: 'excluded', rule }
}

function titleOf({ values }: SourceFile, { data }: TemplateOutcome): string | null {
  const title: ProgramValue = data.fields.get('title')
  if (typeof title === 'string') return title
  const written = values?.title
  if (title !== unknown && typeof written === 'string') return written
  return typeof title === 'number' || typeof title === 'boolean' ? String(title) : null
}

function problemsOf(
  { path, values, hasFrontMatter }: SourceFile,
  { date, output }: TemplateOutcome,
  doubles: ReadonlyMap<string, string>,
): readonly string[] {
  const found: string[] = []
  if (hasFrontMatter && values === null)
    found.push('Eleventy cannot read the front matter, and stops the build on it.')
  if (date.kind === 'stops')
    found.push(
      `Eleventy stops the build on the date \`${String(values?.date ?? '')}\`. Write it as 2024-05-31T18:30:00+02:00, or as 2024-05-31.`,
    )
  if (output?.kind === 'file' && !/\.[^/.]+$/.test(output.path))
    found.push(
      `Eleventy stops the build on the address \`${output.path}\`: it needs a \`/\` or \`.html\` at its end.`,
    )
  const other = output?.kind === 'file' ? doubles.get(`${path}\n${output.path}`) : undefined
  if (other !== undefined) found.push(`Eleventy stops the build: ${other} is written to the same place.`)
  return found
}

/** For a template and the file it is written to, another template that is written there too. */
function doubledOutputs(
  outcomes: ReadonlyMap<string, { readonly built: TemplateOutcome }>,
): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  const doubles = new Map<string, string>()
  for (const [path, { built }] of outcomes) {
    if (built.output?.kind !== 'file' || built.isLeftOut !== false) continue
    const place = built.output.path.replace(/^\/+/, '')
    const other = first.get(place)
    if (other === undefined) first.set(place, path)
    else {
      doubles.set(`${path}\n${built.output.path}`, other)
      doubles.set(`${other}\n${outcomePath(outcomes, other)}`, path)
    }
  }
  return doubles
}

function outcomePath(
  outcomes: ReadonlyMap<string, { readonly built: TemplateOutcome }>,
  path: string,
): string {
  const output = outcomes.get(path)?.built.output
  return output?.kind === 'file' ? output.path : ''
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
