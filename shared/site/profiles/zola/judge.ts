import type { PostFate, SiteChoices, SourceFile } from '../../profile'
import { filledAddress } from '../address-template'
import { matchesGlobs } from '../matches-globs'
import { noPage } from '../no-page'
import { type ClockReading, clockWithOffset, dayOf, isoOf, utcInstant } from '../zone-time'
import type { ZolaConfiguration } from './configuration'
import { zolaSlugify } from './slugify'

/** A Zola site as its pages are judged by it. */
export type ZolaSite = {
  readonly configuration: ZolaConfiguration
  /** Folders, from `content`, whose `_index.md` says that they are drafts. */
  readonly draftSections: readonly string[]
  readonly choices: SiteChoices
}

const dated =
  /^((\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?)(?:\s?[_-](.+))?/

/** What Zola makes of a source, by its documentation and its source (components/content/src/page.rs of 0.21). */
export function judgeWithZola(source: SourceFile, site: ZolaSite): PostFate {
  const { configuration, choices } = site
  const path = source.path.replace(/^content\//, '')
  const parts = path.split('/')
  const file = parts.pop() ?? ''
  if (/^_index\.(?:[^.]+\.)?md$/.test(file))
    return { ...noPage, published: true, rule: 'a section’s own page' }
  if (matchesGlobs(configuration.ignored, path))
    return { ...noPage, reasons: ['excluded'], rule: '`ignored_content` leaves it out' }
  const { name, language, problem } = languageOf(file.replace(/\.md$/, ''), configuration)
  const isFolder = name === 'index' && parts.length > 0
  const stem = isFolder ? (parts.at(-1) ?? name) : name
  const folders = isFolder ? parts.slice(0, -1) : parts
  const values = source.values ?? {}
  const inName = dated.exec(stem)
  const date = dateOf(values.date, inName?.[1] ?? null)
  const problems = [
    ...(problem === null ? [] : [problem]),
    ...(date.problem === null ? [] : [date.problem]),
    ...problemsOf(source),
  ]
  const draft = values.draft === true && !source.quoted.has('draft')
  const section = site.draftSections.find((folder) => `${parts.join('/')}/`.startsWith(`${folder}/`))
  const isHidden = values.render === false
  const isPost = folders.length > 0 || date.instant !== null
  const reason = draft || section !== undefined ? 'draft' : isHidden ? 'excluded' : null
  const title = typeof values.title === 'string' ? values.title : null
  const slug = slugOf(values.slug, inName, stem, configuration)
  const written = values.path
  return {
    isPost,
    published: reason !== null ? false : problems.length > 0 ? null : true,
    reasons: reason === null ? (isPost ? [] : ['not-a-post']) : [reason],
    rule: draft
      ? '`draft` is set'
      : section !== undefined
        ? `the section \`${section}\` is a draft`
        : isHidden
          ? '`render` is off'
          : null,
    title,
    dateISO: date.instant === null ? null : isoOf(date.instant),
    day: date.day,
    permalink:
      choices.permalink === undefined
        ? addressOf(
            typeof written === 'string' ? written : null,
            folders,
            slug,
            name,
            language,
            configuration,
          )
        : filledAddress(choices.permalink, {
            ...{ day: date.day, slug: slug ?? stem, title: zolaSlugify(title ?? stem, 'on') ?? stem },
            folders: folders.slice(1).join('/'),
          }),
    language: configuration.languages.length > 0 ? language : null,
    kind: isFolder ? 'bundle' : 'file',
    volatile: [],
    problems,
  }
}

function languageOf(
  name: string,
  { defaultLanguage, languages }: ZolaConfiguration,
): { readonly name: string; readonly language: string; readonly problem: string | null } {
  const others = languages.filter((language) => language !== defaultLanguage)
  const dot = name.indexOf('.')
  const code = name.slice(dot + 1)
  if (others.length === 0 || dot === -1 || code === defaultLanguage)
    return { name, language: defaultLanguage, problem: null }
  if (others.includes(code)) return { name: name.slice(0, dot), language: code, problem: null }
  const problem = `Zola stops here: “${code}” in the name is not one of the site’s \`languages\`.`
  return { name, language: defaultLanguage, problem }
}

function slugOf(
  written: unknown,
  inName: RegExpExecArray | null,
  stem: string,
  { slugs, keepsDates }: ZolaConfiguration,
): string | null {
  if (typeof written === 'string' && written !== '') return zolaSlugify(written, slugs)
  return zolaSlugify(keepsDates ? stem : (inName?.[5] ?? stem), slugs)
}

function addressOf(
  written: string | null,
  folders: readonly string[],
  slug: string | null,
  name: string,
  language: string,
  { base, defaultLanguage }: ZolaConfiguration,
): string | null {
  if (written !== null && written !== '') {
    const path = written.trim().replace(/^(?!\/)/, '/')
    return base + (path.endsWith('/') ? path : `${path}/`)
  }
  if (slug === null) return null
  const isHome = folders.length === 0 && name === 'index'
  const start = language === defaultLanguage ? [] : [language]
  const path = [...start, ...folders, ...(isHome ? [] : [slug])].filter((part) => part !== '').join('/')
  return `${base}/${path === '' ? '' : `${path}/`}`
}

type ReadDate = {
  readonly instant: number | null
  readonly day: string | null
  readonly problem: string | null
}

const none: ReadDate = { instant: null, day: null, problem: null }
const rfc =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d+))?[ \t]*(Z|z|([+-])(\d\d?)(?::?(\d\d))?)?)?$/

/** A date is a day, or a time that is UTC without an offset; it is printed in its own. Any other form stops Zola. */
function dateOf(written: unknown, inName: string | null): ReadDate {
  const text = typeof written === 'string' && written !== '' ? written : null
  if (text === null && written !== undefined && written !== null && written !== '')
    return { ...none, problem: 'Zola stops here: `date` must be a date such as `2024-05-31`.' }
  const from = text ?? inName
  if (from === null) return none
  const found = rfc.exec(from.trim())
  const clock = found === null ? null : clockOf(found)
  if (found === null || clock === null)
    return { ...none, problem: `Zola stops here: it cannot read the date “${from}”.` }
  const minutes = Number(found[10] ?? 0) * 60 + Number(found[11] ?? 0)
  const offset = (found[9] === '-' ? -1 : 1) * minutes * 60_000
  const instant = utcInstant(clock) - offset
  return { instant, day: dayOf(clockWithOffset(instant, offset)), problem: null }
}

function clockOf(found: RegExpExecArray): ClockReading | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const clock = { year, month, day, hour, minute, second, millisecond: 0 }
  const isReal = hour < 24 && minute < 60 && second <= 60
  const again = clockWithOffset(utcInstant({ ...clock, hour: 0, minute: 0, second: 0 }), 0)
  return isReal && again.month === month && again.day === day ? clock : null
}

function problemsOf(source: SourceFile): readonly string[] {
  if (source.hasFrontMatter && source.values === null)
    return ['Zola stops here: the front matter cannot be read.']
  if (!source.hasFrontMatter)
    return ['Zola stops here: a page needs front matter between two lines of `+++`.']
  return ['slug', 'path']
    .filter((key) => source.values?.[key] === '')
    .map((key) => `Zola stops here: \`${key}\` must not be empty. Write one, or take the line out.`)
}
