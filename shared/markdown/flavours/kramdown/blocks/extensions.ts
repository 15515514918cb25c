import { emptyAttributeList, readAttributeList } from '../attribute-lists'
import { blockBase } from '../block'
import { attributeLine, blank, endOfBlock, listCharacter, plainName } from '../patterns'
import type { BlockParser, BlockRule } from './block-parser'
import { isAtAttributes } from './simple'

const namedList = new RegExp(` {0,3}\\{:(${plainName}):(${listCharacter}+)\\}${blank}*\\n`, 'y')
const extension = new RegExp(` {0,3}\\{::(\\w+)(?:\\s(${listCharacter}*?)|)(/)?\\}${blank}*\\n`, 'y')

/** `^` on a line of its own: nothing is shown, and what stands before and behind it are two blocks. */
export const endOfBlockRule: BlockRule = (parser) => {
  if (!parser.source.take(endOfBlock)) return false
  parser.add({ ...blockBase(), type: 'end' })
  return true
}

/** `{:name: …}`, `{::comment} … {:/}` and `{: …}`, which goes to the block before it or, after a blank line, to the next one. */
export const blockAttributesRule: BlockRule = (parser) => {
  const { source } = parser
  if (!source.test(/ {0,3}\{:/y)) return false
  source.lookForBrace()
  const named = source.take(namedList)
  if (named) {
    const { namedLists } = parser.definitions
    const before = namedLists.get(named[1] ?? '')
    namedLists.set(named[1] ?? '', before === undefined ? (named[2] ?? '') : `${before} ${named[2]}`)
    parser.add({ ...blockBase(), type: 'attributes' })
    return true
  }
  if (source.test(extension)) return takeExtension(parser)
  const own = source.take(attributeLine)
  if (own === null) return false
  giveAttributes(parser, own[1] ?? '')
  return true
}

function giveAttributes(parser: BlockParser, text: string): void {
  const { last } = parser
  if (last === undefined || last.type === 'blank' || last.type === 'end' || last.type === 'attributes') {
    parser.pending ??= emptyAttributeList()
    readAttributeList(text, parser.pending)
    return
  }
  last.list ??= emptyAttributeList()
  readAttributeList(text, last.list)
  if (!isAtAttributes(parser.source)) parser.add({ ...blockBase(), type: 'attributes' })
}

/** `comment`, `nomarkdown` and `options`: all that there are. */
function takeExtension(parser: BlockParser): boolean {
  const { source } = parser
  const start = source.position
  const [all = '', name = '', , closed] = source.match(extension) ?? []
  if (!['comment', 'nomarkdown', 'options'].includes(name)) return false
  source.position += all.length
  let body: string | null = null
  if (closed === undefined) {
    const stop = new RegExp(`^ {0,3}\\{:/(?:${name})?\\}${blank}*\\n`, 'gm')
    stop.lastIndex = source.position
    const found = stop.exec(source.text)
    source.look(found ? stop.lastIndex : source.text.length)
    if (found === null) {
      source.position = start
      return false
    }
    body = source.text.slice(source.position, found.index).replace(/\n$/, '')
    source.position = stop.lastIndex
  }
  if (name === 'options') parser.add({ ...blockBase(), type: 'attributes' })
  else if (body !== null) {
    const html = name === 'comment' ? `<!-- ${body} -->` : body
    parser.children.push({ ...blockBase(), type: 'raw', html: `${html}\n` })
  }
  return true
}
