import type { ConfigurationProblem } from '../../contract/field'
import type { ConfigurationFile } from './configuration'
import { parseJsonConfiguration } from './parse-json-configuration'
import { parseTomlConfiguration } from './parse-toml-configuration'
import { parseYamlConfiguration } from './parse-yaml-configuration'
import type { SourcedValue } from './sourced-value'

/** A mistake in a file's own language, such as a bracket that is not closed; `line` is 1-based. */
export type SyntaxMistake = { readonly line: number; readonly message: string }

/** What a file holds: as much of it as could be read, null for nothing. */
export type ParsedText = {
  readonly value: SourcedValue | null
  readonly mistakes: readonly SyntaxMistake[]
}

/** What a configuration file holds, and its mistakes in the writer's words. */
type ParsedConfiguration = {
  readonly value: SourcedValue | null
  readonly problems: readonly ConfigurationProblem[]
}

/** More levels than any configuration has, far fewer than a call stack. */
export const maxDepth = 100

const maxMistakes = 5

/** Reads a configuration in YAML, JSON (with comments) or TOML, by its file's ending. Never throws and never runs anything. */
export function parseConfiguration({ path, text }: ConfigurationFile): ParsedConfiguration {
  const { value, mistakes } = parsed(path, text.replace(/^\uFEFF/, ''))
  const problems = mistakes
    .slice(0, maxMistakes)
    .map(({ line, message }) => ({ origin: { file: path, line }, message }))
  return { value, problems }
}

function parsed(path: string, text: string): ParsedText {
  if (isNestedTooDeep(text)) return tooDeep
  try {
    if (/\.json$/i.test(path)) return parseJsonConfiguration(text)
    return /\.toml$/i.test(path) ? parseTomlConfiguration(text) : parseYamlConfiguration(text)
  } catch (error) {
    // A key of a hundred thousand parts, each a table in the one before, ends the call stack.
    if (error instanceof RangeError) return tooDeep
    throw error
  }
}

const tooDeep: ParsedText = {
  value: null,
  mistakes: [
    { line: 1, message: 'This file is nested deeper than any configuration. Galley leaves it out.' },
  ],
}

/**
 * Whether brackets or the dashes of one line go deeper than a parser takes: a megabyte of opening brackets ends the whole process,
 * not only the parser. Brackets in texts count too; nobody opens a thousand of them there.
 */
function isNestedTooDeep(text: string): boolean {
  const maxBrackets = 1_000
  let depth = 0
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > maxBrackets) return true
  }
  return /^[ \t]*(?:[-?:][ \t]+){200}/m.test(text)
}
