import type { FrontMatter, LocateOptions } from './front-matter'
import { languages } from './languages'
import { locateFrontMatter } from './locate'
import { unclosedMessage } from './refusals'
import { lineNumberAt } from './text-lines'

/**
 * The fields of a text's front matter in the order of the file, with their places in the whole text; a field that the form
 * cannot edit says why. A block with a mistake in it is `unreadable`, with the mistake's place. Never throws.
 */
export function readFrontMatter(text: string, options: LocateOptions = {}): FrontMatter {
  const located = locateFrontMatter(text, options)
  if (located.kind === 'none') return { kind: 'none' }
  if (located.kind === 'unclosed') {
    return unreadableAt(text, unclosedMessage, located.bodyFrom)
  }
  const outcome = languages[located.language].readFields(text, located)
  if (outcome.kind === 'fields') return outcome
  return unreadableAt(text, outcome.message, located.block.from + outcome.offset)
}

function unreadableAt(text: string, message: string, offset: number): FrontMatter {
  const line = lineNumberAt(text, offset)
  const column = offset - (offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1) + 1
  return { kind: 'unreadable', message, line, column, offset }
}
