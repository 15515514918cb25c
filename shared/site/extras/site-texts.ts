import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import type { FlavourId } from '../../markdown/flavours/flavour'
import type { GeneratorId } from '../detect-generator'

/** What is known of a site: its generator, its Markdown, and the texts of its configuration and templates by their paths from the site's root. */
export type SiteTexts = {
  readonly generator: GeneratorId | null
  readonly flavour: FlavourId
  readonly texts: ReadonlyMap<string, string>
}

/** Whether a file, by its path from the site's root, sets the site or its theme up. */
export function isConfiguration(path: string): boolean {
  return /^(?:themes\/[^/]+\/)?(?:_config(?:\.[\w-]+)?|hugo|config|params|markup)\.(?:ya?ml|toml|json)$|^config\/_default\/[\w-]+\.(?:ya?ml|toml|json)$/.test(
    path,
  )
}

/** Whether a file is a program that sets the site up; read for what stands there in plain sight, never run. */
export function isProgram(path: string): boolean {
  return /^(?:package\.json|pelicanconf\.py|Gemfile|\.eleventy\.js|(?:astro|docusaurus|eleventy|gatsby|mdsvex|svelte)[.-]config\.[cm]?[jt]s)$/.test(
    path,
  )
}

/** A site's templates without their comments, by path. */
export function templatesOf({ texts }: SiteTexts): readonly (readonly [path: string, text: string])[] {
  return [...texts]
    .filter(([path]) => !isConfiguration(path) && !isProgram(path))
    .map(([path, text]) => [path, withoutComments(text)])
}

/** The text of a site's programs, one after the other, without comments that fill a line. */
export function programsOf({ texts }: SiteTexts): string {
  return [...texts]
    .filter(([path]) => isProgram(path))
    .map(([, text]) => text.replace(/^\s*(?:\/\/|#(?!!)).*$/gm, ''))
    .join('\n')
}

/** How comments begin and end: HTML, Hugo, Liquid, Nunjucks, EJS. What HTML hides from old browsers only is no comment. */
const comments: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/<!--(?!\[if)/g, /-->/g],
  [/\{\{-?\s{0,9}\/\*/g, /\*\/\s{0,9}-?\}\}/g],
  [/\{%-?\s{0,9}comment\s{0,9}-?%\}/g, /\{%-?\s{0,9}endcomment\s{0,9}-?%\}/g],
  [/\{#/g, /#\}/g],
  [/<%#/g, /%>/g],
]

function withoutComments(text: string): string {
  return comments.reduce((rest, [open, close]) => without(rest, open, close), text)
}

/** `text` without what stands from an `open` to the next `close`. Linear, whatever the text is. */
function without(text: string, open: RegExp, close: RegExp): string {
  let kept = ''
  let from = 0
  open.lastIndex = 0
  for (let start = open.exec(text); start !== null; start = open.exec(text)) {
    close.lastIndex = open.lastIndex
    if (close.exec(text) === null) break
    kept += text.slice(from, start.index)
    from = close.lastIndex
    open.lastIndex = from
  }
  return kept + text.slice(from)
}

/** A site's configuration files, parsed, the themes' own first: what comes later overrides. A file that cannot be read says nothing. */
export function configurationsOf({ texts }: SiteTexts): readonly unknown[] {
  return [...texts]
    .filter(([path]) => isConfiguration(path))
    .toSorted(([one], [other]) => Number(other.startsWith('themes/')) - Number(one.startsWith('themes/')))
    .map(([path, text]) => nested(path, parsed(path, text)))
}

/** `config/_default/params.toml` holds what stands under `params` elsewhere. */
function nested(path: string, value: unknown): unknown {
  const part = /(?:^|\/)(params|markup)\.\w+$/.exec(path)?.[1]
  return part === undefined ? value : { [part]: value }
}

function parsed(path: string, text: string): unknown {
  try {
    if (path.endsWith('.toml')) return parseToml(text)
    if (path.endsWith('.json')) return JSON.parse(text)
    return parseYaml(text, { logLevel: 'error', maxAliasCount: 20 })
  } catch {
    // a mistake in the configuration is the generator's to report
    return null
  }
}

/** The last of `configurations` to say something under `keys`, in any letter case; undefined where none does. */
export function settingOf(configurations: readonly unknown[], ...keys: readonly string[]): unknown {
  return configurations.map((whole) => keys.reduce(entry, whole)).findLast((value) => value !== undefined)
}

function entry(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1]
}
