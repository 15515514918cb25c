/// <reference path="../../../shared/front-matter/yaml/js-yaml3.d.ts" />

import { load } from 'js-yaml'
import jsYaml3 from 'js-yaml3'
import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { editFrontMatter } from '#shared/front-matter/edit'
import type { FieldEdit, Located, LocateOptions } from '#shared/front-matter/front-matter'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { readFrontMatter } from '#shared/front-matter/read'
import { applyTextChanges } from '#shared/text/text-change'
import { isWhatEditMeans } from './expected-value'
import type { Random } from './nasty-values'
import { randomEdit } from './random-edits'
import type { RandomPost } from './random-posts'

/** What became of many random edits. */
export type Tally = {
  edits: number
  changed: number
  unchanged: number
  /** How many times a parser that knows nothing of the code under test read the result and agreed. */
  agreed: number
  readonly refusals: Map<string, number>
}

/** Nothing yet. */
export function emptyTally(): Tally {
  return { edits: 0, changed: 0, unchanged: 0, agreed: 0, refusals: new Map() }
}

/**
 * Makes `count` random edits one after the other, each on the result of the one before. Throws, with the text and the edit, when one of them touches
 * anything else than its target.
 */
export function fuzzPost(post: RandomPost, count: number, random: Random, tally: Tally): string {
  const { options } = post
  let { text } = post
  for (let step = 0; step < count; step++) {
    const edit = randomEdit(readFrontMatter(text, options), random)
    const result = editFrontMatter(text, edit, options)
    tally.edits++
    if (result.kind === 'refused') {
      const { reason, offset } = result.refusal
      if (!(offset >= 0 && offset <= text.length))
        throw failure('a refusal points outside the text', text, edit)
      tally.refusals.set(reason, (tally.refusals.get(reason) ?? 0) + 1)
      continue
    }
    if (result.changes.length > 1) throw failure('more than one change', text, edit)
    const after = applyTextChanges(text, result.changes)
    if (after === text) tally.unchanged++
    else tally.changed++
    // a placeholder such as `{{ x }}` is a map to parsers and means the text that it is: set to itself, it stays
    if (after === text && isPlaceholder(edit)) continue
    tally.agreed += agreementsOn(text, after, edit, options, step)
    text = after
  }
  return text
}

function isPlaceholder(edit: FieldEdit): boolean {
  return edit.kind === 'set' && edit.value.kind === 'text' && edit.value.text.startsWith('{')
}

function agreementsOn(
  before: string,
  after: string,
  edit: FieldEdit,
  options: LocateOptions,
  step: number,
): number {
  const [old, now] = [locateFrontMatter(before, options), locateFrontMatter(after, options)]
  if (old.kind !== 'found' || now.kind !== 'found' || old.dialect !== now.dialect) {
    throw failure('the front matter is gone or another', before, edit, after)
  }
  if (before.slice(old.block.to) !== after.slice(now.block.to))
    throw failure('the body differs', before, edit, after)
  if (before.slice(0, old.block.from) !== after.slice(0, now.block.from))
    throw failure('the opener differs', before, edit, after)
  let agreed = 0
  for (const { read, plain } of judges(old.language, step)) {
    const was = read(blockOf(before, old))
    if (was === undefined) continue
    const is = read(blockOf(after, now))
    if (is === undefined) throw failure('a parser cannot read the result', before, edit, after)
    const verdict = isWhatEditMeans(was.value, is.value, edit, plain)
    if (verdict === false) throw failure('a parser reads something else', before, edit, after)
    if (verdict === true) agreed++
  }
  return agreed
}

/** What a parser makes of a block; undefined when it cannot read it. */
type Reading = { readonly value: unknown } | undefined
type Parser = { readonly read: (block: string) => Reading; readonly plain: (source: string) => unknown }

const parsers: Readonly<Record<'yaml' | 'toml' | 'json' | 'pelican', readonly Parser[]>> = {
  yaml: [
    yamlParser((block) => parseYaml(block, { version: '1.2', intAsBigInt: true, logLevel: 'error' })),
    yamlParser((block) => jsYaml3.safeLoad(block)),
    yamlParser((block) => load(block)),
  ],
  toml: [
    parser(
      // TOML leaves it to the parser which line break a text over several lines has
      (block) => parseToml(block.replaceAll('\r\n', '\n')),
      (source) => parseToml(`key = ${source}`).key,
    ),
  ],
  json: [parser(readJson, (source) => JSON.parse(source === '' ? '""' : source))],
  pelican: [],
}

/** The slowest parser judges every third edit only. */
function judges(language: keyof typeof parsers, step: number): readonly Parser[] {
  return language === 'yaml' && step % 3 !== 0 ? parsers.yaml.slice(1) : parsers[language]
}

function yamlParser(parse: (block: string) => unknown): Parser {
  return parser(parse, (source) => (parse(`key: ${source}\n`) as { readonly key: unknown }).key)
}

/** Remembers the last block, which is the next edit's old one. */
function parser(parse: (block: string) => unknown, plain: (source: string) => unknown): Parser {
  let known: { readonly block: string; readonly reading: Reading } | null = null
  return {
    read: (block) => {
      if (known?.block !== block) known = { block, reading: attempted(() => parse(block)) }
      return known.reading
    },
    plain: (source) => attempted(() => plain(source))?.value,
  }
}

function readJson(block: string): unknown {
  return JSON.parse(/^\s*\{/.test(block) ? block : `{${block}}`)
}

function attempted<Value>(read: () => Value): { readonly value: Value } | undefined {
  try {
    return { value: read() }
  } catch {
    // a parser that refuses the text has no opinion on it
    return undefined
  }
}

function blockOf(text: string, located: Extract<Located, { kind: 'found' }>): string {
  return text.slice(located.block.from, located.block.to)
}

function failure(what: string, before: string, edit: FieldEdit, after?: string): Error {
  return new Error(`${what}\n${JSON.stringify(edit)}\n${JSON.stringify(before)}\n${JSON.stringify(after)}`)
}
