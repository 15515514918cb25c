import ignore, { type Ignore } from 'ignore'
import { type Literal, literalAt } from '../../markdown/literals'
import type { SiteInput, SiteSource } from '../../profile'
import { withoutComments } from '../locate-in-program'
import { type OwnFilter, readOwnFilters } from './own-filters'

/** What an Eleventy configuration, which is a program, says in plain sight, with Eleventy's own settings where it says nothing. */
export type EleventyConfiguration = {
  readonly file: string | null
  /** The folders that templates, layouts and data lie in, with a slash at their ends unless empty. */
  readonly input: string
  readonly includes: string
  readonly data: string
  readonly output: string
  /** Before every address, with a slash before it and none after; empty for none. null: said by code. */
  readonly prefix: string | null
  /** The endings of templates, with their dots. */
  readonly formats: ReadonlySet<string>
  readonly markdownEngine: 'liquid' | 'njk' | 'other'
  readonly globalData: Readonly<Record<string, Literal>>
  /** The key that keeps a post back, and where the site says so; null for none. */
  readonly draftRule: { readonly key: string; readonly source: SiteSource } | null
  /** Files that a collection named like posts takes by their paths. */
  readonly postGlobs: readonly string[]
  readonly filters: ReadonlyMap<string, OwnFilter>
  readonly ignored: Ignore
  readonly where: (pattern: RegExp) => SiteSource | null
  readonly problems: readonly { readonly message: string; readonly source: SiteSource }[]
}

/** The files that Eleventy looks for, the first that is there counts. */
const configurationFiles = [
  '.eleventy.js',
  'eleventy.config.js',
  'eleventy.config.mjs',
  'eleventy.config.cjs',
]

/** Files that configurations are usually split into. */
const partFiles =
  /^(?:eleventy\.config\.[\w-]+\.[cm]?js|(?:_config|eleventy|\.eleventy|config)\/[\w./-]+\.[cm]?js)$/

/** Whether a file's text is needed to read the configuration. */
export function isEleventyConfiguration(path: string): boolean {
  return (
    configurationFiles.includes(path) ||
    partFiles.test(path) ||
    path === '.gitignore' ||
    /(?:^|\/)\.eleventyignore$/.test(path)
  )
}

const collectionName = /^(?:blog_?)?(?:posts?|blog|articles?|entries|notes|writing)$/i

/** Reads the configuration; nothing in it is run. */
export function readEleventyConfiguration({ texts, choices }: SiteInput): EleventyConfiguration {
  const file = configurationFiles.find((name) => texts.has(name)) ?? null
  const parts = [...texts].filter(([path]) => path !== file && partFiles.test(path))
  const programs = [...(file === null ? [] : [[file, texts.get(file) ?? ''] as const]), ...parts].map(
    ([path, text]) => ({ path, text: withoutComments(text) }),
  )
  const find = (pattern: RegExp): { readonly value: Literal; readonly source: SiteSource } | null => {
    for (const { path, text } of programs) {
      const match = pattern.exec(text)
      if (match === null) continue
      const at = match.index + match[0].length
      return {
        value: literalAt(text, at),
        source: { file: path, line: text.slice(0, at).split('\n').length },
      }
    }
    return null
  }
  const directories = mapOf(find(/\bdir\s*:\s*(?=\{)/)?.value)
  const setting = (key: string, setter: string): string | null =>
    textOf(find(new RegExp(`\\.set${setter}Directory\\s*\\(\\s*`))?.value) ?? textOf(directories[key])
  const input = folder(setting('input', 'Input') ?? '')
  const inInput = (path: string | null, usual: string): string => folder(joined(input, path ?? usual))
  const output = folder(setting('output', 'Output') ?? '_site')
  const prefix = find(/\bpathPrefix\s*:\s*/)
  const written = find(/\btemplateFormats\s*:\s*|\.setTemplateFormats\s*\(\s*/)?.value
  const added = find(/\.addTemplateFormats\s*\(\s*/)?.value
  const engine = find(/\bmarkdownTemplateEngine\s*:\s*/)?.value ?? 'liquid'
  return {
    file,
    input,
    includes: inInput(setting('includes', 'Includes'), '_includes'),
    data: inInput(setting('data', 'Data'), '_data'),
    output,
    prefix: prefix === null ? '' : prefixOf(prefix.value),
    formats: new Set([
      ...formatsIn(written ?? ['liquid', 'md', 'njk', 'html', '11ty.js']),
      ...formatsIn(added),
    ]),
    markdownEngine: engine === 'liquid' || engine === 'njk' ? engine : 'other',
    globalData: globalDataIn(programs),
    draftRule: draftRuleOf(programs, texts, choices.draftKey),
    postGlobs: [...(choices.postFolders ?? []).map((path) => `${path}/**`), ...postGlobsIn(programs)],
    filters: readOwnFilters(programs.map(({ text }) => text)),
    ignored: ignoredBy(
      texts,
      input,
      output,
      !programs.some(({ text }) => /setUseGitIgnore\(\s*false/.test(text)),
    ),
    where: (pattern) => find(pattern)?.source ?? null,
    problems: [],
  }
}

type Program = { readonly path: string; readonly text: string }

function globalDataIn(programs: readonly Program[]): Readonly<Record<string, Literal>> {
  const found = programs.flatMap(({ text }) =>
    [...text.matchAll(/\.addGlobalData\s*\(\s*(["'`])([\w.]+)\1\s*,\s*/g)].map(
      (match) => [match[2] ?? '', literalAt(text, match.index + match[0].length)] as const,
    ),
  )
  return Object.fromEntries(found)
}

/**
 * Eleventy knows no drafts: a site holds them back by a preprocessor or by computed data that looks at a key of theirs. Recognised by the
 * key's name, `draft`.
 */
function draftRuleOf(
  programs: readonly Program[],
  texts: ReadonlyMap<string, string>,
  chosen: string | undefined,
): EleventyConfiguration['draftRule'] {
  if (chosen !== undefined) return { key: chosen, source: { file: '.galley.yml', line: null } }
  const data = [...texts]
    .filter(
      ([path]) =>
        /\.(?:11tydata\.[cm]?js|[cm]?js)$/.test(path) && !programs.some((program) => program.path === path),
    )
    .map(([path, text]) => ({ path, text: withoutComments(text) }))
  const rules = [
    /\.addPreprocessor\s*\([\s\S]{0,400}?\bdata\s*\??\.\s*(drafts?)\b/,
    /eleventyComputed[\s\S]{0,800}?\bdata\s*\??\.\s*(drafts?)\b/,
    /\b(?:permalink|eleventyExcludeFromCollections)\b[\s\S]{0,300}?\bdata\s*\??\.\s*(drafts?)\b/,
  ]
  for (const { path, text } of [...programs, ...data]) {
    for (const rule of rules) {
      const match = rule.exec(text)
      if (match === null) continue
      const line = text.slice(0, match.index + match[0].length).split('\n').length
      return { key: match[1] ?? 'draft', source: { file: path, line } }
    }
  }
  return null
}

function postGlobsIn(programs: readonly Program[]): readonly string[] {
  return programs.flatMap(({ text }) =>
    [
      ...text.matchAll(
        /\.addCollection\s*\(\s*(["'`])([\w-]+)\1([\s\S]{0,300}?)\.getFilteredByGlob\s*\(\s*/g,
      ),
    ].flatMap((match) => {
      if (!collectionName.test(match[2] ?? '') || (match[3] ?? '').includes('addCollection')) return []
      const value = literalAt(text, match.index + match[0].length)
      return textsOf(value).map((glob) => glob.replace(/^\.?\//, ''))
    }),
  )
}

function ignoredBy(
  texts: ReadonlyMap<string, string>,
  input: string,
  output: string,
  heedsGit: boolean,
): Ignore {
  const patterns = ignore().add(['node_modules/**', '**/node_modules/**'])
  if (output !== '') patterns.add(`/${output}**`)
  if (heedsGit) patterns.add(texts.get('.gitignore') ?? '')
  patterns.add(texts.get('.eleventyignore') ?? '')
  const own = input === '' ? undefined : texts.get(`${input}.eleventyignore`)
  for (const line of own?.split(/\r?\n/) ?? []) {
    if (line.trim() === '' || line.startsWith('#')) continue
    patterns.add(line.startsWith('!') ? `!/${joined(input, line.slice(1))}` : `/${joined(input, line)}`)
  }
  return patterns
}

function formatsIn(value: Literal | undefined): readonly string[] {
  const names = typeof value === 'string' ? value.split(',') : textsOf(value ?? null)
  return names.map((name) => `.${name.trim()}`)
}

function prefixOf(value: Literal): string | null {
  const text = textOf(value)
  return text === null ? null : `/${text}`.replace(/\/+/g, '/').replace(/\/$/, '')
}

function joined(folder: string, path: string): string {
  const segments: string[] = []
  for (const segment of `${folder}${path}`.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}

function folder(path: string): string {
  const clean = joined('', path)
  return clean === '' ? '' : `${clean}/`
}

function textOf(value: Literal | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function textsOf(value: Literal): readonly string[] {
  return [value].flat().filter((item) => typeof item === 'string')
}

function mapOf(value: Literal | undefined): Readonly<Record<string, Literal>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Literal>>)
    : {}
}
