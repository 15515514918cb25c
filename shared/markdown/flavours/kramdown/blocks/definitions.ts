import { type Block, blockBase, container } from '../block'
import { plainName } from '../patterns'
import type { BlockParser, BlockRule } from './block-parser'
import { outdent, takeIndented } from './code'

function addDefinition(parser: BlockParser): Block {
  return parser.add({ ...blockBase(), type: 'definition' })
}

const footnoteStart = new RegExp(` {0,3}\\[\\^(${plainName})\\]:[ \\t\\r\\f\\v]*(.*\\n)`, 'y')

/** `[^name]: text` with the indented lines below it. */
export const footnoteRule: BlockRule = (parser) => {
  const { source } = parser
  const match = source.take(footnoteStart)
  if (match === null) return false
  const text = (match[2] ?? '') + takeIndented(source)
  const note = container('root')
  if (!parser.isTooDeep) parser.parseInto(note, outdent(text))
  addDefinition(parser)
  parser.definitions.footnotes.set(match[1] ?? '', note)
  return true
}

/** A label as references find it. */
export function normaliseLabel(label: string): string {
  return label.replace(/[ \t\r\n\f\v]+/g, ' ').toLowerCase()
}

const reference =
  / {0,3}\[([^\n\]]+)\]:[ \t]*(?:<(.*?)>|([^\s](?:(?![ \t]["'])[^\n])*?))(?<![ \t])(?:(?:[ \t]*\n[ \t]*|[ \t]+)(["'])(.+?)\4)?[ \t]*\n/y

/** `[label]: address "title"`; the title may stand on the next line. */
export const referenceRule: BlockRule = (parser) => {
  const { source } = parser
  if (!source.test(/ {0,3}\[/y)) return false
  const match = source.match(reference)
  if (match === null) return false
  source.position += match[0].length
  const block = addDefinition(parser)
  const href = match[2] ?? match[3] ?? ''
  parser.definitions.references.set(normaliseLabel(match[1] ?? ''), { href, title: match[5] ?? null, block })
  return true
}

/** `*[Word]: what it is short for`. */
export const abbreviationRule: BlockRule = (parser) => {
  const match = parser.source.take(/ {0,3}\*\[(.+?)\]:(.*)\n/y)
  if (match === null) return false
  const block = addDefinition(parser)
  parser.definitions.abbreviations.set(match[1] ?? '', { title: (match[2] ?? '').trim(), block })
  return true
}
