import { Element } from '../element'
import { ETX, STX } from '../stash'
import type { InlineRule } from './inline-rule'

const wordCharacter = String.raw`[\p{L}\p{N}_]`
const edge = `(?:(?<=${wordCharacter})(?!${wordCharacter})|(?<!${wordCharacter})(?=${wordCharacter}))`

const known = new WeakMap<ReadonlyMap<string, string>, readonly InlineRule[]>()

function abbreviationRule(short: string, meaning: string): InlineRule {
  const literal = short.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  return {
    pattern: new RegExp(`${edge}${literal}${edge}`, 'gu'),
    handle(match, data) {
      // the number of a placeholder is no word of the writer's
      if (data.lastIndexOf(STX, match.index) > data.lastIndexOf(ETX, match.index)) return null
      const element = new Element('abbr')
      element.text = match[0]
      element.isFinal = true
      element.set('title', meaning)
      return { kind: 'replace', node: element, start: match.index, end: match.index + match[0].length }
    },
  }
}

/** One rule for each of the document's abbreviations, after extensions/abbr.py of Python-Markdown 3.4. */
export function abbreviationRules(abbreviations: ReadonlyMap<string, string>): readonly InlineRule[] {
  const rules =
    known.get(abbreviations) ??
    [...abbreviations]
      .filter(([short]) => short !== '')
      .map(([short, meaning]) => abbreviationRule(short, meaning))
  known.set(abbreviations, rules)
  return rules
}
