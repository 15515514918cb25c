import { load } from 'js-yaml'
import type { SourceFile } from '../../profile'
import { jsYamlScalar } from '../js-yaml-scalar'
import {
  dateOf,
  isFunction,
  isObject,
  objectOf,
  type ProgramObject,
  type ProgramValue,
  unknown,
} from '../program/program-value'
import type { EleventyConfiguration } from './configuration'
import { exportedValue } from './run-configuration'

/** Everything that Eleventy knows of a template before it is built, keys as written. `isOpen`: code that is not run may add more. */
export type CascadeData = ProgramObject

const programEnding = /\.(?:js|cjs|mjs)$/

/** The data that a site's files give to its templates (11ty.dev/docs/data-cascade). Each file is read once. */
export class DataCascade {
  private readonly files = new Map<string, ProgramValue>()
  private readonly layouts = new Map<string, ProgramValue>()
  private readonly global: CascadeData

  constructor(
    private readonly site: EleventyConfiguration,
    private readonly texts: ReadonlyMap<string, string>,
  ) {
    this.global = objectOf({})
    for (const path of texts.keys()) {
      const name = path.startsWith(site.data)
        ? path.slice(site.data.length).replace(/\.(?:json|js|cjs|mjs)$/, '')
        : ''
      if (name !== '' && !/[/.]/.test(name) && site.data !== '')
        this.global.fields.set(name, this.dataFile(path))
    }
    for (const [name, value] of site.globalData) this.global.fields.set(name, value)
  }

  /** All data of a template: the site's, its layouts', its folders', its own file's, its front matter's. */
  of(source: SourceFile, format: string): CascadeData {
    const own = frontMatterOf(source)
    const local = this.localFiles(source.path, format).map((path) => this.dataFile(path))
    const layout = [own, ...local.toReversed(), this.global]
      .map((value) => fieldIn(value, 'layout'))
      .find((value) => value !== undefined)
    return this.merged([this.global, ...this.layoutData(layout, 0), ...local, own])
  }

  /** The texts of a template's layouts, the innermost first; null where they cannot be told. */
  layoutTexts(data: CascadeData): readonly string[] | null {
    const found: string[] = []
    let layout = data.fields.get('layout')
    while (typeof layout === 'string' && found.length < 10) {
      const path = this.layoutPath(layout)
      if (path === null) return null
      found.push(this.texts.get(path) ?? '')
      layout = fieldIn(this.layoutFrontMatter(path), 'layout')
    }
    return layout === unknown || (layout === undefined && data.isOpen && found.length === 0) ? null : found
  }

  /** The data files for a folder's templates that set a collection's tag, and the tag. */
  taggedFolders(): readonly {
    readonly folder: string
    readonly tags: readonly string[]
    readonly file: string
  }[] {
    return [...this.texts.keys()]
      .filter((path) => this.isFolderData(path))
      .flatMap((file) => {
        const tags = tagsOf(fieldIn(this.dataFile(file), 'tags'))
        return tags.length === 0 ? [] : [{ folder: file.slice(0, file.lastIndexOf('/') + 1), tags, file }]
      })
  }

  /** Whether the site computes data for all templates. */
  hasComputed(): boolean {
    return this.global.fields.has('eleventyComputed')
  }

  private isFolderData(path: string): boolean {
    const parts = path.split('/')
    const file = parts.pop() ?? ''
    const base = this.site.dataBaseName ?? parts.at(-1) ?? ''
    return base !== '' && path.startsWith(this.site.input) && this.dataNames(base).includes(file)
  }

  /** Lowest first (eleventy/src/Data/TemplateData.js, `getLocalDataPaths`). */
  private localFiles(path: string, format: string): readonly string[] {
    const { input } = this.site
    const folders = path.slice(input.length).split('/').slice(0, -1)
    const bases = [
      input,
      ...folders.map((_folder, index) => `${input}${folders.slice(0, index + 1).join('/')}/`),
    ]
    const names = bases.flatMap((folder) => {
      const base = this.site.dataBaseName ?? folder.split('/').at(-2)
      return base === undefined ? [] : this.dataNames(base).map((name) => folder + name)
    })
    const stem = path.slice(0, -format.length - 1)
    const own = this.dataNames(stem.slice(stem.lastIndexOf('/') + 1)).map(
      (name) => path.slice(0, path.lastIndexOf('/') + 1) + name,
    )
    return [...names, ...own].filter((name) => this.texts.has(name))
  }

  private dataNames(base: string): readonly string[] {
    return this.site.dataSuffixes.toReversed().flatMap((suffix) => {
      const endings = suffix === '' ? ['.json'] : ['.json', '.mjs', '.cjs', '.js']
      return suffix === '' && this.site.dataBaseName !== null
        ? []
        : endings.map((ending) => base + suffix + ending)
    })
  }

  private dataFile(path: string): ProgramValue {
    const known = this.files.get(path)
    if (known !== undefined) return known
    const value = programEnding.test(path) ? this.programData(path) : jsonData(this.texts.get(path) ?? '')
    this.files.set(path, value)
    return value
  }

  private programData(path: string): ProgramValue {
    const { files, modules } = this.site
    const value = exportedValue(files, modules, path)
    return (isFunction(value) ? modules.evaluator.call(value, []) : value) ?? unknown
  }

  private layoutData(layout: ProgramValue, depth: number): readonly ProgramValue[] {
    const path = typeof layout === 'string' ? this.layoutPath(layout) : null
    if (path === null || depth > 10) return []
    const data = this.layoutFrontMatter(path)
    return [...this.layoutData(fieldIn(data, 'layout'), depth + 1), data]
  }

  private layoutPath(layout: string): string | null {
    const folder = this.site.layouts ?? this.site.includes
    const names = ['', ...[...this.site.formats].map((format) => `.${format}`)].map(
      (ending) => folder + layout + ending,
    )
    return names.find((name) => this.texts.has(name)) ?? null
  }

  private layoutFrontMatter(path: string): ProgramValue {
    const known = this.layouts.get(path)
    if (known !== undefined) return known
    const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n?---[ \t]*(?:\r?\n|$)/.exec(
      this.texts.get(path) ?? '',
    )?.[1]
    const data = block === undefined ? objectOf({}) : yamlData(block)
    this.layouts.set(path, data)
    return data
  }

  private merged(parts: readonly ProgramValue[]): CascadeData {
    const fields = new Map<string, ProgramValue>()
    let isOpen = false
    for (const part of parts) {
      if (part === unknown || (part !== undefined && isObject(part) && part.isOpen)) isOpen = true
      if (part === undefined || !isObject(part)) continue
      for (const [key, given] of part.fields) {
        const value = key === 'tags' && given !== unknown ? [...tagsOf(given)] : given
        const name = key.replace(/^override:/, '')
        fields.set(name, this.site.mergesDeep && name === key ? mergedValue(fields.get(name), value) : value)
      }
    }
    return { type: 'object', fields, isOpen }
  }
}

/** The names in `tags` (eleventy/src/Data/TemplateData.js, `getCleanedTagsImmutable`). */
export function tagsOf(value: ProgramValue): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [...new Set(value.split(','))]
  return Array.isArray(value) ? [...new Set(value.filter((item) => item !== unknown).map(String))] : []
}

function mergedValue(target: ProgramValue, source: ProgramValue): ProgramValue {
  if (Array.isArray(target) && Array.isArray(source)) return [...target, ...source]
  if (target === undefined || source === undefined || !isObject(target) || !isObject(source)) return source
  const fields = new Map(target.fields)
  for (const [key, value] of source.fields) fields.set(key, mergedValue(fields.get(key), value))
  return { type: 'object', fields, isOpen: target.isOpen || source.isOpen }
}

function fieldIn(value: ProgramValue, key: string): ProgramValue {
  return value !== undefined && isObject(value) ? value.fields.get(key) : undefined
}

function frontMatterOf({ values, quoted }: SourceFile): ProgramObject {
  const entries = Object.entries(values ?? {}).map(
    ([key, value]) => [key, typed(value, quoted.has(key))] as const,
  )
  return objectOf(Object.fromEntries(entries))
}

function typed(value: unknown, isQuoted: boolean): ProgramValue {
  const scalar = jsYamlScalar(value, isQuoted, 4)
  return scalar === undefined ? plain(value) : scalar instanceof Date ? dateOf(scalar.getTime()) : scalar
}

function plain(value: unknown): ProgramValue {
  if (value instanceof Date) return dateOf(value.getTime())
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null)
    return objectOf(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)])))
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value === null
    ? value
    : unknown
}

function jsonData(text: string): ProgramValue {
  try {
    return plain(JSON.parse(text))
  } catch {
    // told as a problem of the site
    return unknown
  }
}

function yamlData(text: string): ProgramValue {
  try {
    return plain(load(text))
  } catch {
    // a mistake in a layout's head: nothing is known of what it says
    return unknown
  }
}
