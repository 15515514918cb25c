import type { Labels } from '../../../dialect'
import type { MarkSheet } from '../../../template'
import type { Element } from '../element'
import type { RawHtmlStash } from '../stash'
import type { Syntax } from '../syntax'
import type { NodeStash } from './node-stash'

/** What inline rules share while one block is rendered. */
export type InlineContext = {
  readonly labels: Labels
  readonly marks: MarkSheet
  readonly rawHtml: RawHtmlStash
  readonly nodes: NodeStash
  readonly syntax: Syntax
}

/**
 * What a rule makes of a match. `replace` puts a node or final text in the place of `start`…`end`; `skip` leaves the text and goes on behind
 * `end`; null: not this match, try the next.
 */
export type InlineResult =
  | {
      readonly kind: 'replace'
      readonly node: Element | string
      readonly start: number
      readonly end: number
    }
  | { readonly kind: 'skip'; readonly end: number }
  | null

/** One inline construct of Python-Markdown: where it may begin, and what it becomes. `pattern` is global. */
export type InlineRule = {
  readonly pattern: RegExp
  handle(match: RegExpExecArray, data: string, context: InlineContext): InlineResult
}
