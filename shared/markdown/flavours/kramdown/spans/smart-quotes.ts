import { kramdownDefaults } from '../options'
import { piece } from './span'
import type { SpanParser, SpanRule } from './span-parser'

const space = '[ \\t\\r\\n\\f\\v]'
const punctuation = '[!"#$%\'()*+,\\-./:;<=>?@[\\\\\\]^_`{|}~]'
const notBeforeWord = '(?![\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}])'

type Quote = '\u2018' | '\u2019' | '\u201c' | '\u201d'
type Side = 'opening' | 'closing'

function quoteFor(mark: string, side: Side): Quote {
  if (mark === '"') return side === 'opening' ? '\u201c' : '\u201d'
  return side === 'opening' ? '\u2018' : '\u2019'
}

const quoteOrder: readonly Quote[] = ['\u2018', '\u2019', '\u201c', '\u201d']

/** A quotation mark as the site has it written. */
function quoteHtml(quote: Quote, smartQuotes: string): string {
  const name = smartQuotes.split(',')[quoteOrder.indexOf(quote)]?.trim() ?? ''
  if (/^\d+$/.test(name)) return `&#${name};`
  return smartQuotes === kramdownDefaults.smartQuotes || !/^\w+$/.test(name) ? quote : `&${name};`
}

/** A rule: what it matches, with the text before the quotes as `before`, and the side of each quotation mark. */
type QuoteRule = { readonly pattern: RegExp; readonly sides: Side | readonly Side[] }

const rule = (pattern: string, sides: Side | readonly Side[]): QuoteRule => ({
  pattern: new RegExp(pattern, 'suy'),
  sides,
})

// What decides is the character before and the text after, nothing else; after kramdown 2.4 smart_quotes.rb.
const quoteRules: readonly QuoteRule[] = [
  rule('(?<before>)(?<marks>["\'])(?=[_*]{1,2}[^ \\t\\r\\n\\f\\v])', 'opening'),
  rule(`(?<before>)(?<marks>["'])(?=${punctuation}(?!\\.\\.)${notBeforeWord})`, 'closing'),
  rule(`(?<before>${space}?)(?<marks>"'|'")(?=\\w)`, ['opening', 'opening']),
  rule(`(?<before>${space}?)(?<marks>')(?=\\d\\ds)`, 'closing'),
  rule(`(?<before>${space})(?<marks>["'])(?=\\w)`, 'opening'),
  rule('(?<before>[^ \\\\\\t\\r\\n[{(\\-])(?<marks>["\'])', 'closing'),
  rule(`(?<before>)(?<marks>["'])(?=${space}|s(?![\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}])|$)`, 'closing'),
  rule('(?<before>.?)(?<marks>["\'])', 'opening'),
]

function addQuotes(parser: SpanParser, before: string, marks: string, sides: QuoteRule['sides']): void {
  parser.addText(before)
  for (const [index, mark] of [...marks].entries()) {
    const side = typeof sides === 'string' ? sides : (sides[index] ?? 'opening')
    const quote = quoteFor(mark, side)
    const shown = quoteHtml(quote, parser.context.options.smartQuotes)
    parser.add(piece(shown, quote))
  }
}

/** Turns straight quotation marks into curly ones. */
export const smartQuoteRule: SpanRule = (parser) => {
  if (!parser.match(/[^\\]?["']/y)) return false
  for (const { pattern, sides } of quoteRules) {
    const found = parser.match(pattern)
    if (found === null) continue
    parser.position += found[0].length
    addQuotes(parser, found.groups?.before ?? '', found.groups?.marks ?? '', sides)
    return true
  }
  return false
}
