import { parse as parseJson } from 'jsonc-parser'
import type { PostValues } from '../../../post/post-values'
import { isObject, type Literal, literalAt, unreadable } from '../../markdown/literals'
import { withoutComments } from '../locate-in-program'
import type { EleventyConfiguration } from './configuration'

const endings = ['.json', '.11tydata.json', '.11tydata.js', '.11tydata.mjs', '.11tydata.cjs']
const readAll = /\.(?:11tydata\.(?:json|[cm]?js)|json)$/

/** Whether a file may hold data of a folder or of one template; `input` is the folder of all templates. */
export function mayBeDataFile(path: string, input: string): boolean {
  if (!readAll.test(path) || (!path.startsWith(input) && input !== '')) return false
  if (/\.11tydata\./.test(path)) return true
  const [, folder = '', name = ''] = /(?:^|\/)([^/]*)\/([^/]+)\.json$/.exec(path) ?? []
  return folder === name && name !== ''
}

/** Data of folders and templates by the path of the file, parts that are code under `unreadable`. */
export type DataFiles = ReadonlyMap<string, Readonly<Record<string, Literal>> | typeof unreadable>

/** Reads data files; a program only as far as it writes down an object in plain sight. */
export function readDataFiles(texts: ReadonlyMap<string, string>, input: string): DataFiles {
  const files = [...texts].filter(([path]) => mayBeDataFile(path, input))
  return new Map(
    files.map(([path, text]) => [path, path.endsWith('.json') ? readJson(text) : readProgram(text)]),
  )
}

function readJson(text: string): Readonly<Record<string, Literal>> | typeof unreadable {
  const value: unknown = parseJson(text, [], { allowTrailingComma: true })
  return isObject(value) ? value : unreadable
}

const exports = [
  /(?:export\s+default|module\.exports\s*=)\s*(?=\{)/,
  /(?:export\s+default|module\.exports\s*=)\s*(?:async\s*)?\([^)]*\)\s*=>\s*\(\s*(?=\{)/,
  /(?:export\s+default|module\.exports\s*=)\s*(?:async\s*)?(?:function\b[^(]*)?\([^)]*\)\s*(?:=>\s*)?\{[\s\S]*?\breturn\s*(?=\{)/,
]

function readProgram(text: string): Readonly<Record<string, Literal>> | typeof unreadable {
  const program = withoutComments(text)
  for (const pattern of exports) {
    const match = pattern.exec(program)
    if (match === null) continue
    const value = literalAt(program, match.index + match[0].length)
    if (isObject(value)) return value
  }
  return unreadable
}

/** One template's data: what is said nearest to it counts, but lists are joined. */
export type Cascade = {
  readonly values: Readonly<Record<string, unknown>>
  /** Some file above is code that cannot be read: what it sets is not known. */
  readonly isPartial: boolean
}

/** The data of the template at `path` (Eleventy, "Data Cascade"): global, its folders' from the input folder down, its own file's, its front matter. */
export function cascadeOf(
  path: string,
  frontMatter: PostValues,
  files: DataFiles,
  { input, globalData }: Pick<EleventyConfiguration, 'input' | 'globalData'>,
): Cascade {
  let values: Readonly<Record<string, unknown>> = globalData
  let isPartial = false
  for (const stem of [...folderStems(path, input), path.replace(/\.[^./]+$/, '')]) {
    for (const ending of endings) {
      const data = files.get(`${stem}${ending}`)
      if (data === unreadable) isPartial = true
      else if (data !== undefined) values = merged(values, data)
    }
  }
  return { values: merged(values, frontMatter), isPartial }
}

/** `posts/posts` for the folder `posts`. */
function folderStems(path: string, input: string): readonly string[] {
  const folders = path.slice(input.length).split('/').slice(0, -1)
  return folders.map((name, index) => `${input}${folders.slice(0, index + 1).join('/')}/${name}`)
}

function merged(
  below: Readonly<Record<string, unknown>>,
  above: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const whole: Record<string, unknown> = { ...below }
  for (const [key, value] of Object.entries(above)) {
    const name = key.replace(/^override:/, '')
    const before = whole[name]
    const isJoined = name === key && name === 'tags' && before !== undefined && before !== unreadable
    whole[name] = isJoined ? [...tagsOf(before), ...tagsOf(value)] : value
  }
  return whole
}

/** `tags` as a list, whichever way it is written. */
export function tagsOf(value: unknown): readonly string[] {
  const tags: readonly unknown[] = Array.isArray(value) ? value : [value]
  return tags.filter((tag): tag is string => typeof tag === 'string' && tag !== '')
}
