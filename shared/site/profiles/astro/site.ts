import { astroFiles } from '../../markdown/javascript'
import type { SiteChoices, SiteInput, SiteSource } from '../../profile'
import { locateInProgram } from '../locate-in-program'
import type { Reading } from '../program/evaluate'
import { type ProgramFiles, ProgramModules, programFiles } from '../program/modules'
import {
  fieldOf,
  isFunction,
  isObject,
  native,
  objectOf,
  type ProgramValue,
  unknown,
} from '../program/program-value'
import { astroPackages, globLoaderOf } from './packages'
import { type Schema, schemaOf, zod } from './schema'

/** A collection of posts. */
export type AstroCollection = {
  readonly name: string
  /** Its folder from the site's, without slashes at its ends. */
  readonly base: string
  readonly patterns: readonly string[]
  /** A function of the program that makes ids; null for Astro's own way, unknown for one that cannot be told. */
  readonly generateId: ProgramValue
  readonly schema: Schema | null
  /** Made without a loader, as before Astro 5: names with `_` are left out, and ids have their ending. */
  readonly isLegacy: boolean
  /** The file that defines it. */
  readonly file: string
}

/** What an Astro site's programs say in plain sight. */
export type AstroSite = {
  readonly file: string | null
  /** Folder of the sources, `src`. */
  readonly source: string
  /** Where the site begins; null: code that is not run. */
  readonly base: string | null
  readonly trailingSlash: 'always' | 'never' | 'ignore' | null
  readonly format: 'directory' | 'file' | 'preserve' | null
  readonly collections: readonly AstroCollection[]
  /** The content configuration makes collections that cannot be told. */
  readonly hasUnknownCollections: boolean
  /** Route files with a place for a name, such as `src/pages/blog/[slug].astro`. */
  readonly routes: readonly string[]
  readonly programs: ProgramFiles
  readonly texts: ReadonlyMap<string, string>
  readonly zone: string
  readonly choices: SiteChoices
  readonly where: (...keys: readonly string[]) => SiteSource | null
}

/** The files that Astro takes for its configuration, the first that is there counts. */
export const astroConfigurationFiles = astroFiles

/** Reads an Astro site's configuration, collections and routes. They are programs, and none is run. */
export function readAstroSite(input: SiteInput): AstroSite {
  const { texts, machineZone: zone, choices } = input
  const file = astroConfigurationFiles.find((name) => texts.has(name)) ?? null
  const programs = programFiles(texts)
  const modules = new ProgramModules(programs, astroPackages(unknown), readingAt(0, zone, true))
  const exported = file === null ? objectOf({}) : modules.exported(file, 'default')
  // a function of the command: what it returns for a build
  const settings = isFunction(exported) ? modules.evaluator.call(exported, [unknown]) : exported
  const source = trimmed(textOr(fieldOf(settings, 'srcDir'), 'src'))
  const content = contentFile(source, texts)
  const made = content === null ? objectOf({}) : modules.exported(content, 'collections')
  const collections = isObject(made)
    ? [...made.fields].flatMap(([name, value]) => collectionOf(name, value, source, content ?? '', modules))
    : []
  return {
    file,
    source,
    base: textOrNull(fieldOf(settings, 'base'), '/'),
    trailingSlash: oneOf(fieldOf(settings, 'trailingSlash'), ['ignore', 'always', 'never']),
    format: formatOf(settings),
    collections: content === null ? oldCollections(input.paths, source) : collections,
    hasUnknownCollections: !isObject(made) || made.isOpen,
    routes: input.paths.filter((path) => path.startsWith(`${source}/pages/`) && /\[.*\.astro$/.test(path)),
    ...{ programs, texts, zone, choices },
    where: (...keys) => (file === null ? null : locateInProgram(file, texts.get(file) ?? '', keys)),
  }
}

/** A look at the site's programs at an instant, as a build or as a preview of the site's maker. */
export function readingAt(now: number, zone: string, isBuild: boolean): Reading {
  const environment = {
    ...objectOf({ PROD: isBuild, DEV: !isBuild, MODE: isBuild ? 'production' : 'development', SSR: true }),
    isOpen: true,
  }
  return { now, zone, environment, steps: 100_000 }
}

function contentFile(source: string, texts: ReadonlyMap<string, string>): string | null {
  const names = [`${source}/content.config`, `${source}/content/config`]
  const files = names.flatMap((name) => ['.mjs', '.js', '.mts', '.ts'].map((ending) => name + ending))
  return files.find((name) => texts.has(name)) ?? null
}

function collectionOf(
  name: string,
  value: ProgramValue,
  source: string,
  file: string,
  modules: ProgramModules,
): readonly AstroCollection[] {
  const loader = fieldOf(value, 'loader')
  const schema = schemaIn(fieldOf(value, 'schema'), modules)
  if (loader === undefined) {
    if (fieldOf(value, 'type') === 'data' || !isObject(value)) return []
    return [{ ...legacyCollection(name, source), schema, file }]
  }
  const options = globLoaderOf(loader)?.options
  if (options === undefined) return []
  const patterns = textsOf(fieldOf(options, 'pattern'))
  const base = baseOf(fieldOf(options, 'base'))
  if (patterns === null || base === null) return []
  const generateId = fieldOf(options, 'generateId') ?? null
  return [{ name, base, patterns, generateId, schema, isLegacy: false, file }]
}

function legacyCollection(name: string, source: string): AstroCollection {
  return {
    ...{ name, base: `${source}/content/${name}`, generateId: null, schema: null, isLegacy: true, file: '' },
    patterns: ['**/*.{md,mdx}', '!**/_*/**/*', '!**/_*'],
  }
}

/** Without a content configuration each folder of `src/content` is a collection. */
function oldCollections(paths: readonly string[], source: string): readonly AstroCollection[] {
  const start = `${source}/content/`
  const inside = paths.filter((path) => path.startsWith(start) && /\.mdx?$/.test(path))
  const names = inside.map((path) => path.slice(start.length).split('/')).filter((parts) => parts.length > 1)
  return [...new Set(names.map(([name = '']) => name))]
    .filter((name) => !/^[_.]/.test(name))
    .map((name) => legacyCollection(name, source))
}

function schemaIn(value: ProgramValue, modules: ProgramModules): Schema | null {
  if (value === undefined) return null
  // `image()` is a text to the one who writes
  const helpers = objectOf({ image: native(() => modules.evaluator.call(fieldOf(zod, 'any'), [])) })
  return schemaOf(isFunction(value) ? modules.evaluator.call(value, [helpers]) : value)
}

function formatOf(settings: ProgramValue): AstroSite['format'] {
  const build = fieldOf(settings, 'build')
  if (build === undefined) return 'directory'
  return oneOf(fieldOf(build, 'format'), ['directory', 'file', 'preserve'])
}

function oneOf<Word extends string>(value: ProgramValue, words: readonly [Word, ...Word[]]): Word | null {
  return value === undefined ? words[0] : (words.find((word) => word === value) ?? null)
}

function textOr(value: ProgramValue, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}

function textOrNull(value: ProgramValue, otherwise: string): string | null {
  return value === undefined ? otherwise : typeof value === 'string' ? value : null
}

function textsOf(value: ProgramValue): readonly string[] | null {
  const list = Array.isArray(value) ? value : [value]
  const texts = list.filter((item) => typeof item === 'string')
  return texts.length === list.length && texts.length > 0 ? texts : null
}

function baseOf(value: ProgramValue): string | null {
  const base = textOrNull(value, '')
  return base === null || base.split('/').includes('..') ? null : trimmed(base)
}

function trimmed(path: string): string {
  return path.replace(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, '')
}
