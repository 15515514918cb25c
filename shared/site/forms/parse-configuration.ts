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
export type ParsedConfiguration = {
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
  try {
    if (/\.json$/i.test(path)) return parseJsonConfiguration(text)
    return /\.toml$/i.test(path) ? parseTomlConfiguration(text) : parseYamlConfiguration(text)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    // The parsers call themselves for each level; a file that is nothing but brackets ends the stack.
    const message = 'This file is nested deeper than any configuration. Galley leaves it out.'
    return { value: null, mistakes: [{ line: 1, message }] }
  }
}
