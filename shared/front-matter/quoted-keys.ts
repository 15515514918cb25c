import type { Located } from './front-matter'

type Language = Extract<Located, { kind: 'found' }>['language']

const none: ReadonlySet<string> = new Set()

// A key at the start of a line, and the first sign of its value, which may stand on the next line. Runs are bounded: no backtracking.
const yamlKey =
  /^[ \t]*(?:"([^"\n]{1,80})"|'([^'\n]{1,80})'|([^\s#"'[\]{}&*!|>%@`,:-][^:\n]{0,80})):(?:[ \t]{1,40}|[ \t]{0,40}\n[ \t]{1,40})(?:&\S{1,40}[ \t]{1,40})?("|'|\||>|!!str\b|!\s)/gm
const tomlKey = /^[ \t]{0,40}(?:"([^"\n]{1,80})"|'([^'\n]{1,80})'|([\w-]{1,80}))[ \t]{0,40}=[ \t]{0,40}["']/gm

/**
 * The keys at the top level of a block of front matter whose value is a quoted text, also as a block of lines: such a value is no date,
 * number or flag to its generator, whatever it looks like. `values` are the block's own, as they were read. Does not parse again.
 */
export function quotedKeys(
  block: string,
  language: Language,
  values: Readonly<Record<string, unknown>>,
): ReadonlySet<string> {
  if (language === 'json')
    return new Set(Object.keys(values).filter((key) => typeof values[key] === 'string'))
  if (language === 'yaml') return yamlQuoted(block)
  if (language === 'toml') return namesIn(tomlKey, block.slice(0, firstTable(block)))
  return none
}

function firstTable(block: string): number {
  const at = block.search(/^[ \t]{0,40}\[/m)
  return at === -1 ? block.length : at
}

function yamlQuoted(block: string): ReadonlySet<string> {
  const indent = /^([ \t]*)[^\s#]/m.exec(block)?.[1] ?? ''
  const found = new Set<string>()
  for (const match of block.matchAll(yamlKey)) {
    const own = /^[ \t]*/.exec(match[0])?.[0]
    const key = match[1] ?? match[2] ?? match[3]
    if (own === indent && key !== undefined) found.add(key.trimEnd())
  }
  return found
}

function namesIn(pattern: RegExp, block: string): ReadonlySet<string> {
  return new Set([...block.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? ''))
}
