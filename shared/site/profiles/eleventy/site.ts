import type { SiteChoices, SiteInput, SourceFile } from '../../profile'
import { fieldOf, isFunction, objectOf, type ProgramValue, truth, unknown } from '../program/program-value'
import { addressOf, eleventyName, outputOf } from './address'
import type { EleventyConfiguration } from './configuration'
import { readEleventyConfiguration } from './configuration'
import { type CascadeData, DataCascade } from './data-cascade'
import { dayInPath, type EleventyDate, eleventyDate, isoDate } from './dates'
import { ignoredPaths } from './ignored'
import { fillTemplate, type TemplateEngine } from './permalink-template'

/** A site as a build, or as a preview of its maker, sees it. */
export type EleventySite = {
  readonly configuration: EleventyConfiguration
  readonly cascade: DataCascade
  readonly choices: SiteChoices
  readonly isIgnored: (path: string) => boolean
  readonly zone: string
}

/** Where a template is written: `none` for no page, `somewhere` at an address that cannot be told; null where even that it is written cannot. */
export type TemplateOutput =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'none' | 'somewhere' }
  | null

/** What becomes of one template. */
export type TemplateOutcome = {
  /** The site's own code leaves the template out; null: it cannot be told. */
  readonly isLeftOut: boolean | null
  readonly data: CascadeData
  readonly date: EleventyDate
  readonly output: TemplateOutput
}

const stepsForOne = 20_000

/** Reads a site for one of its ways to be built. */
export function readEleventySite(input: SiteInput, mode: 'build' | 'serve'): EleventySite {
  const configuration = readEleventyConfiguration(input, mode)
  return {
    configuration,
    cascade: new DataCascade(configuration, input.texts),
    choices: input.choices,
    isIgnored: ignoredPaths(configuration, input.texts),
    zone: input.machineZone,
  }
}

/** The template format of a file's ending; null for what is no template of the site. */
export function formatOf(path: string, { formats, aliases }: EleventyConfiguration): string | null {
  const ending = [...formats, ...aliases.keys()]
    .filter((name) => path.endsWith(`.${name}`))
    .toSorted((one, other) => other.length - one.length)[0]
  if (ending === undefined) return null
  return aliases.has(ending) || formats.has(ending) ? ending : null
}

/** Builds one template in mind, at `now`. */
export function outcomeOf(
  source: SourceFile,
  format: string,
  site: EleventySite,
  now: number,
): TemplateOutcome {
  const { configuration, cascade } = site
  Object.assign(configuration.reading, { now, steps: stepsForOne })
  const data = cascade.of(source, format)
  const date = dateOfTemplate(source, data, configuration)
  const stem = source.path.slice(configuration.input.length, -format.length - 1)
  const name = eleventyName(stem)
  const { fileSlug, filePathStem } = name
  const setPage = (instant: ProgramValue): void => {
    const page: Readonly<Record<string, ProgramValue>> = {
      fileSlug,
      filePathStem,
      date: instant,
      inputPath: `./${source.path}`,
      outputFileExtension: 'html',
    }
    data.fields.set('page', { ...objectOf(page), isOpen: true })
    if (date.kind === 'instant' && data.fields.has('date')) data.fields.set('date', instant)
  }
  // a file's own time is not yet to come, whatever else it is
  setPage({ type: 'date', instant: date.kind === 'instant' ? date.instant : now })
  const isHeld = site.choices.draftKey !== undefined && truth(fieldOf(data, site.choices.draftKey)) === true
  const isLeftOut = isHeld || leftOut(source.path, data, configuration)
  if (date.kind !== 'instant') setPage(unknown)
  compute(data, configuration, site.zone, format)
  return { isLeftOut, data, date, output: outputOfTemplate(data, name.output, format, site) }
}

function dateOfTemplate(
  { path, quoted, values }: SourceFile,
  data: CascadeData,
  { hasOwnDates }: EleventyConfiguration,
): EleventyDate {
  if (hasOwnDates) return { kind: 'volatile' }
  const given = data.fields.get('date')
  const own =
    values !== null && Object.hasOwn(values, 'date') ? eleventyDate(values.date, quoted.has('date')) : null
  const found = own ?? (typeof given === 'string' ? isoDate(given) : null)
  if (found !== null && found.kind !== 'absent') return found
  if (given === unknown) return { kind: 'volatile' }
  const day = dayInPath(path)
  return day === null ? { kind: 'volatile' } : { kind: 'instant', instant: day }
}

function leftOut(
  path: string,
  data: CascadeData,
  { preprocessors, modules }: EleventyConfiguration,
): boolean | null {
  let verdict: boolean | null = false
  for (const { endings, callback } of preprocessors) {
    if (
      !endings.some(
        (ending) => ending === '*' || path.endsWith(ending.startsWith('.') ? ending : `.${ending}`),
      )
    )
      continue
    const result = modules.evaluator.call(callback, [data, unknown])
    if (result === false) return true
    if (result === unknown) verdict = null
  }
  return verdict
}

/** `eleventyComputed`: functions of the data, or templates (11ty.dev/docs/data-computed). */
function compute(
  data: CascadeData,
  configuration: EleventyConfiguration,
  zone: string,
  format: string,
): void {
  const computed = data.fields.get('eleventyComputed')
  if (computed === unknown) for (const key of ['permalink', 'title']) data.fields.set(key, unknown)
  if (computed === undefined || computed === null || typeof computed !== 'object' || !('fields' in computed))
    return
  for (const key of ['tags', 'title', 'draft', 'eleventyExcludeFromCollections', 'permalink']) {
    const rule = computed.fields.get(key)
    if (rule === undefined) continue
    const engine = engineOf(data, format, configuration)
    const value = isFunction(rule)
      ? configuration.modules.evaluator.call(rule, [data])
      : typeof rule === 'string' && engine !== null && key !== 'permalink'
        ? (fillTemplate(rule, engine, templateSite(data, configuration, zone)) ?? unknown)
        : rule
    data.fields.set(key, value)
  }
}

function outputOfTemplate(
  data: CascadeData,
  usual: string,
  format: string,
  site: EleventySite,
): TemplateOutput {
  const { configuration, zone } = site
  const given = fieldOf(data, 'permalink')
  const value = isFunction(given) ? configuration.modules.evaluator.call(given, [data]) : given
  if (value === false) return { kind: 'none' }
  if (value === undefined || value === null || value === '') return { kind: 'file', path: usual }
  if (typeof value !== 'string') return null
  if (isFunction(given) || data.fields.get('dynamicPermalink') === false)
    return { kind: 'file', path: outputOf(value) }
  if (!value.includes('{')) return { kind: 'file', path: outputOf(value) }
  const engine = engineOf(data, format, configuration)
  if (engine === null) return { kind: 'somewhere' }
  const filled = fillTemplate(value, engine, templateSite(data, configuration, zone))
  if (filled === null) return { kind: 'somewhere' }
  return filled === '' ? { kind: 'none' } : { kind: 'file', path: outputOf(filled) }
}

function templateSite(data: CascadeData, { filters, modules }: EleventyConfiguration, zone: string) {
  return {
    data,
    zone,
    ownFilter: (name: string, args: readonly ProgramValue[]): ProgramValue | null =>
      filters.has(name) ? modules.evaluator.call(filters.get(name), args) : null,
  }
}

/** The language of a template's permalink; null for none that Galley reads. */
function engineOf(
  data: CascadeData,
  format: string,
  { engines, aliases }: EleventyConfiguration,
): TemplateEngine | null {
  const kind = aliases.get(format) ?? format
  const own = data.fields.get('templateEngineOverride')
  const named = typeof own === 'string' ? own.split(',')[0] : own === undefined ? undefined : null
  const usual = kind === 'md' ? engines.md : kind === 'html' ? engines.html : kind
  const engine = named === undefined || named === 'md' ? usual : named
  return engine === 'liquid' || engine === 'njk' ? engine : null
}

/** A page's address; null where the prefix is code that is not run. */
export function permalinkOf(output: TemplateOutput, { pathPrefix }: EleventyConfiguration): string | null {
  return output?.kind === 'file' && pathPrefix !== null
    ? addressOf(output.path, trimmedPrefix(pathPrefix))
    : null
}

function trimmedPrefix(prefix: string): string {
  const plain = prefix.replace(/^\/+|\/+$/g, '')
  return plain === '' ? '/' : plain
}
