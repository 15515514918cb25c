import { eleventyFiles } from '../../markdown/javascript'
import type { SiteInput, SiteSource } from '../../profile'
import { locateInProgram } from '../locate-in-program'
import type { Reading } from '../program/evaluate'
import { ProgramModules, programFiles } from '../program/modules'
import {
  fieldOf,
  isFunction,
  isObject,
  native,
  objectOf,
  type ProgramObject,
  type ProgramValue,
  unknown,
} from '../program/program-value'
import { luxonPackage } from './luxon-package'
import { exportedValue, readStatements, textIn, textsIn } from './run-configuration'

/** A function of the site's that sees every template before it is built; what gives `false` is left out. */
export type Preprocessor = { readonly endings: readonly string[]; readonly callback: ProgramValue }

/** A collection that the site puts together itself. */
export type OwnCollection = {
  /** null: code that cannot be told. */
  readonly globs: readonly string[] | null
  readonly tag: string | null
}

/** What an Eleventy site's configuration says in plain sight, with Eleventy's own defaults where it says nothing. */
export type EleventyConfiguration = {
  readonly file: string | null
  /** Folders from the site's own; with a slash at their ends, empty for the site's root. */
  readonly input: string
  readonly output: string
  readonly includes: string
  readonly layouts: string | null
  readonly data: string
  /** null: code that is not run. */
  readonly pathPrefix: string | null
  /** Template formats, such as `md`. */
  readonly formats: ReadonlySet<string>
  /** Further endings, without dot, and the format that they stand for. */
  readonly aliases: ReadonlyMap<string, string>
  /** What permalinks in Markdown files and HTML files are templates of; false for none; null: code that is not run. */
  readonly engines: { readonly md: string | false | null; readonly html: string | false | null }
  readonly mergesDeep: boolean
  readonly dataSuffixes: readonly string[]
  readonly dataBaseName: string | null
  readonly heedsGitIgnore: boolean
  readonly ignores: readonly string[]
  readonly filters: ReadonlyMap<string, ProgramValue>
  readonly globalData: ReadonlyMap<string, ProgramValue>
  readonly preprocessors: readonly Preprocessor[]
  readonly collections: ReadonlyMap<string, OwnCollection>
  /** The site reads dates or makes addresses by code of its own. */
  readonly hasOwnDates: boolean
  readonly hasOwnAddresses: boolean
  readonly modules: ProgramModules
  readonly reading: Reading
  readonly files: ReturnType<typeof programFiles>
  readonly where: (...keys: readonly string[]) => SiteSource | null
}

type Told = {
  readonly settings: Map<string, ProgramValue>
  readonly filters: Map<string, ProgramValue>
  readonly globalData: Map<string, ProgramValue>
  readonly preprocessors: Preprocessor[]
  readonly collections: Map<string, OwnCollection>
  readonly ignores: Set<string>
  readonly aliases: Map<string, string>
  readonly addedFormats: string[]
}

const defaultFormats = ['liquid', 'md', 'njk', 'html', '11ty.js']

/** Reads `eleventy.config.*` and the command line in `package.json`, as a build or as a preview has it. It is a program, and is not run. */
export function readEleventyConfiguration(
  { texts, machineZone }: SiteInput,
  mode: 'build' | 'serve',
): EleventyConfiguration {
  const command = commandIn(texts.get('package.json') ?? '', mode)
  const file =
    [...(command.config === null ? [] : [command.config]), ...eleventyFiles].find((name) =>
      texts.has(name),
    ) ?? null
  const files = programFiles(texts)
  const environment = objectOf({ ...command.environment, ELEVENTY_RUN_MODE: mode })
  // from the site's own folder, where the configuration is
  const required = (name: string): ProgramValue => {
    if (name === 'luxon') return objectOf({ DateTime: luxonPackage(name, 'DateTime') ?? unknown })
    const path = files.resolve('', name)
    return path === null || !path.endsWith('js') ? unknown : exportedValue(files, modules, path)
  }
  const reading: Reading = {
    ...{ now: 0, zone: machineZone, environment: { ...objectOf({}), isOpen: true }, steps: 100_000 },
    globals: new Map<string, ProgramValue>([
      ['process', { ...objectOf({ env: environment }), isOpen: true }],
      ['require', native(([name]) => (typeof name === 'string' ? required(name) : unknown))],
    ]),
  }
  const modules = new ProgramModules(files, luxonPackage, reading)
  const told: Told = {
    ...{ settings: new Map(), filters: new Map(), globalData: new Map(), preprocessors: [] },
    ...{
      collections: new Map(),
      ignores: new Set(['**/node_modules/**']),
      aliases: new Map(),
      addedFormats: [],
    },
  }
  const exported = file === null ? undefined : exportedValue(files, modules, file)
  const returned = isFunction(exported)
    ? readStatements(exported, [configObject(told, modules)], modules)
    : exported
  const beside = file === null ? undefined : modules.exported(file, 'config')
  const setting = (key: string): ProgramValue => {
    const found = told.settings.get(key) ?? fieldIn(returned, key)
    return found === undefined ? fieldIn(beside, key) : found
  }
  const dir = (key: string): string | null =>
    textIn(told.settings.get(`dir.${key}`)) ??
    textIn(fieldIn(fieldIn(returned, 'dir'), key)) ??
    textIn(fieldIn(fieldIn(beside, 'dir'), key))
  const input = folder(command.input ?? dir('input') ?? '')
  const layouts = dir('layouts')
  return {
    file,
    input,
    output: folder(command.output ?? dir('output') ?? '_site'),
    includes: within(input, dir('includes') ?? '_includes'),
    layouts: layouts === null ? null : within(input, layouts),
    data: within(input, dir('data') ?? '_data'),
    pathPrefix: command.pathPrefix ?? prefixOf(setting('pathPrefix')),
    formats: new Set(
      [
        ...(textsIn(setting('templateFormats'))?.flatMap((text) => text.split(',')) ?? defaultFormats),
        ...told.addedFormats,
      ].map((text) => text.trim().toLowerCase()),
    ),
    aliases: told.aliases,
    engines: {
      md: engineOf(setting('markdownTemplateEngine')),
      html: engineOf(setting('htmlTemplateEngine')),
    },
    mergesDeep: told.settings.get('dataDeepMerge') !== false && fieldIn(returned, 'dataDeepMerge') !== false,
    dataSuffixes: textsIn(setting('dataFileSuffixes')) ?? ['.11tydata', ''],
    dataBaseName: textIn(setting('dataFileDirBaseNameOverride')),
    heedsGitIgnore: told.settings.get('useGitIgnore') !== false,
    ignores: [...told.ignores],
    ...{
      filters: told.filters,
      globalData: told.globalData,
      preprocessors: told.preprocessors,
      collections: told.collections,
    },
    hasOwnDates: told.settings.has('dateParsing'),
    hasOwnAddresses: told.settings.has('urlTransform'),
    ...{ modules, reading, files },
    where: (...keys) => (file === null ? null : locateInProgram(file, texts.get(file) ?? '', keys)),
  }
}

/** What the configuration's function is given: it takes note of what it is told. */
function configObject(told: Told, modules: ProgramModules): ProgramObject {
  const noted = (key: string): ProgramValue => native(([value]) => void told.settings.set(key, value))
  const filter = native(([name, callback]) => {
    if (typeof name === 'string') told.filters.set(name, callback)
    return undefined
  })
  const fields: Record<string, ProgramValue> = {
    ...{ addFilter: filter, addLiquidFilter: filter, addNunjucksFilter: filter },
    addAsyncFilter: native(([name]) => void (typeof name === 'string' && told.filters.set(name, unknown))),
    addGlobalData: native(([name, value]) => {
      if (typeof name === 'string')
        told.globalData.set(name, isFunction(value) ? modules.evaluator.call(value, []) : value)
      return undefined
    }),
    addPreprocessor: native(([, endings, callback]) => {
      const list = textsIn(endings)?.flatMap((text) => text.split(',')) ?? ['*']
      told.preprocessors.push({ endings: list, callback })
      return undefined
    }),
    addCollection: native(([name, callback]) => {
      if (typeof name === 'string') told.collections.set(name, ownCollection(callback, modules))
      return undefined
    }),
    addExtension: native(([names, options]) => {
      const key = textIn(fieldIn(options, 'key'))
      for (const name of textsIn(names) ?? []) if (key !== null) told.aliases.set(name, key)
      return undefined
    }),
    addTemplateFormats: native(([formats]) => {
      told.addedFormats.push(...(textsIn(formats)?.flatMap((text) => text.split(',')) ?? []))
      return undefined
    }),
    ignores: objectOf({
      add: native(([glob]) => void (typeof glob === 'string' && told.ignores.add(glob))),
      delete: native(([glob]) => void (typeof glob === 'string' && told.ignores.delete(glob))),
    }),
    ...{
      setInputDirectory: noted('dir.input'),
      setOutputDirectory: noted('dir.output'),
      setDataDirectory: noted('dir.data'),
    },
    ...{ setIncludesDirectory: noted('dir.includes'), setLayoutsDirectory: noted('dir.layouts') },
    ...{ setTemplateFormats: noted('templateFormats'), setDataDeepMerge: noted('dataDeepMerge') },
    ...{ setUseGitIgnore: noted('useGitIgnore'), setDataFileSuffixes: noted('dataFileSuffixes') },
    ...{ setDataFileBaseName: noted('dataFileDirBaseNameOverride'), addDateParsing: noted('dateParsing') },
    addUrlTransform: noted('urlTransform'),
  }
  const config: ProgramObject = { ...objectOf(fields), isOpen: true }
  // a plugin of the site's own is more of the configuration
  config.fields.set(
    'addPlugin',
    native(([plugin, options]) => void readStatements(plugin, [config, options], modules)),
  )
  return config
}

function ownCollection(callback: ProgramValue, modules: ProgramModules): OwnCollection {
  const marked = (globs: ProgramValue, tag: ProgramValue): ProgramObject => {
    const list = objectOf({ globs, tag })
    for (const name of ['filter', 'sort', 'reverse', 'toSorted', 'toReversed', 'slice'])
      list.fields.set(
        name,
        native(() => list),
      )
    return list
  }
  const api = objectOf({
    getFilteredByGlob: native(([globs]) => marked(globs, null)),
    getFilteredByTag: native(([tag]) => marked(null, tag)),
  })
  const made = readStatements(callback, [{ ...api, isOpen: true }], modules)
  const list = Array.isArray(made) ? made[0] : made
  return { globs: textsIn(fieldIn(list, 'globs')), tag: textIn(fieldIn(list, 'tag')) }
}

type Command = {
  readonly config: string | null
  readonly input: string | null
  readonly output: string | null
  readonly pathPrefix: string | null
  /** What the script sets before it calls Eleventy. */
  readonly environment: Readonly<Record<string, string>>
}

/** The arguments with which the site's script calls Eleventy. */
function commandIn(manifest: string, mode: 'build' | 'serve'): Command {
  const scripts = scriptsIn(manifest).filter(([, line]) => /\beleventy\b/.test(line))
  const isServing = (line: string): boolean => /--(?:serve|watch)\b/.test(line)
  const line =
    scripts.find(([, text]) => isServing(text) === (mode === 'serve'))?.[1] ?? scripts[0]?.[1] ?? ''
  const option = (name: string): string | null =>
    new RegExp(`--${name}[= ]["']?([^\\s"']+)`).exec(line)?.[1] ?? null
  const set = [...line.matchAll(/(?:^|\s)([A-Z][A-Z\d_]{1,60})=([^\s&;]*)/g)].map(
    ([, name = '', value = '']) => [name, value],
  )
  return {
    ...{ config: option('config'), input: option('input'), output: option('output') },
    ...{ pathPrefix: option('pathprefix'), environment: Object.fromEntries(set) },
  }
}

function scriptsIn(manifest: string): readonly (readonly [string, string])[] {
  try {
    const scripts: unknown = JSON.parse(manifest)?.scripts
    if (typeof scripts !== 'object' || scripts === null) return []
    return Object.entries(scripts).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  } catch {
    // no JSON: there are no scripts to tell anything
    return []
  }
}

/** A field; undefined also where the whole is not known: then Eleventy's default is taken. */
function fieldIn(value: ProgramValue, key: string): ProgramValue {
  return value !== undefined && isObject(value) ? value.fields.get(key) : fieldOf(null, key)
}

function prefixOf(value: ProgramValue): string | null {
  if (value === undefined || value === null || value === '') return '/'
  return textIn(value)
}

function engineOf(value: ProgramValue): string | false | null {
  if (value === undefined) return 'liquid'
  return value === false ? false : textIn(value)
}

function folder(path: string): string {
  const plain = path.replace(/^(?:\.?\/)+|\/+$/g, '')
  return plain === '' || plain === '.' ? '' : `${plain}/`
}

function within(input: string, path: string): string {
  const parts = input.split('/').filter((part) => part !== '')
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return folder(parts.join('/'))
}
