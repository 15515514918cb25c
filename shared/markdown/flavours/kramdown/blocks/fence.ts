import { blockBase } from '../block'
import { blank } from '../patterns'
import type { Source } from '../source'
import type { BlockRule } from './block-parser'

const opening = /( {0,3})([~`]{3,})(.*)\n/y
const plainOpening = /()(~{3,})(.*)\n/y
const wholeWord = new RegExp(`^${blank}*(?:([^\\s]+)${blank}*)?$`)

/** Longer fences that are not closed are tried as shorter ones; so many characters are. */
const maxTries = 8

type Closing = { readonly start: number; readonly end: number }

function findClosing(source: Source, from: number, marker: string, gfm: boolean): Closing | null {
  const closing = new RegExp(`^${gfm ? ' {0,3}' : ''}${marker}${marker.at(-1)}*${blank}*\\n`, 'gm')
  closing.lastIndex = from
  const found = closing.exec(source.text)
  source.look(found ? closing.lastIndex : source.text.length)
  return found && { start: found.index, end: closing.lastIndex }
}

/** Code between fences, of tildes alone where the text is not read as GFM: only closed ones, with at most one word behind the first. */
export const fenceRule: BlockRule = (parser) => {
  const { source } = parser
  const { gfm } = parser.definitions.options
  const open = source.match(gfm ? opening : plainOpening)
  if (open === null) return false
  const [all, , run = '', info = ''] = open
  const contentStart = source.position + all.length
  for (let length = run.length; length >= Math.max(3, run.length - maxTries); length--) {
    const word = wholeWord.exec(run.slice(length) + info)
    if (word === null) continue
    const closing = findClosing(source, contentStart, run.slice(0, length), gfm)
    if (closing === null) continue
    const text = source.text.slice(contentStart, closing.start)
    const language = word[1] ?? ''
    const code = parser.add({ ...blockBase(), type: 'code', text, language } as const)
    if (language !== '') code.attributes.set('class', `language-${language.replace(/(.)\?.*$/, '$1')}`)
    source.position = closing.end
    return true
  }
  return false
}
