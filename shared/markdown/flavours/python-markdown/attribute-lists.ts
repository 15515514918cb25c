import type { Element } from './element'
import { isBlockLevel } from './stash'

// Python-Markdown 3.4 extensions/attr_list.py: BASE_RE and what is made of it.
const list = String.raw`\{:? *([^}\n ][^}\n]*) *\}`
const atEnd = new RegExp(` +${list} *\n?$`)
const onLastLine = new RegExp(`\n *${list} *\n?$`)
const atStart = new RegExp(`^${list}`)
const part = /([^ =]+)=(".*?"|'.*?')|([^ =]+)=([^ =]+)|([^ =]+)| /y
const notInName = new RegExp(
  String.raw`[^A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef` +
    String.raw`\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd:\-.0-9\u00b7\u0300-\u036f\u203f-\u2040]+`,
  'g',
)

const isHeading = (element: Element): boolean => /^h[1-6]$/.test(element.tag)
const holdsLine = new Set(['dt', 'td', 'th'])

/** Sets on `element` what stands between the braces; the rest from the first mistake on is dropped. */
function assign(element: Element, source: string): void {
  part.lastIndex = 0
  for (let found = part.exec(source); found; found = part.exec(source)) {
    const [, quotedKey, quoted = '', key, value = '', word] = found
    if (quotedKey !== undefined)
      setOn(
        element,
        quotedKey,
        quoted.startsWith('"') ? quoted.replace(/^"+|"+$/g, '') : quoted.replace(/^'+|'+$/g, ''),
      )
    else if (key !== undefined) setOn(element, key, value)
    else if (word?.startsWith('.')) addClass(element, word.slice(1))
    else if (word?.startsWith('#')) element.set('id', word.slice(1))
    else if (word !== undefined) setOn(element, word, word)
  }
}

function setOn(element: Element, name: string, value: string): void {
  if (name === '.') addClass(element, value)
  else element.set(name.replace(notInName, '_'), value)
}

function addClass(element: Element, name: string): void {
  const before = element.get('class')
  element.set('class', before ? `${before} ${name}` : name)
}

/** A text of the tree that can be read and written. */
type Place = { readonly text: string; put(text: string): void }

const textOf = (element: Element): Place => ({
  text: element.text,
  put: (text) => {
    element.text = text
  },
})

/** What stands behind a child: line feeds are laid out behind blocks before attribute lists are looked for. */
function tailOf(child: Element): Place {
  const isLaidOut = child.tail.trim() === '' && isBlockLevel(child.tag)
  const text = isLaidOut ? '\n' : child.tag === 'br' ? `\n${child.tail}` : child.tail
  return {
    text,
    put: (left) => {
      child.tail = child.tag === 'br' ? left.replace(/^\n/, '') : left
    },
  }
}

/** Where a block's attribute list may stand; null where it can have none. */
function placeIn(element: Element): Place | null {
  const { children } = element
  const last = element.last()
  if (element.tag === 'li' && last) {
    const nested = children.findIndex(({ tag }) => tag === 'ul' || tag === 'ol')
    if (nested < 0) return tailOf(last).text === '' ? null : tailOf(last)
    const before = children[nested - 1]
    return before && tailOf(before).text !== '' ? tailOf(before) : textOf(element)
  }
  return last && tailOf(last).text !== '' ? tailOf(last) : textOf(element)
}

function readBlock(element: Element): void {
  const place = placeIn(element)
  const match =
    place && (isHeading(element) || holdsLine.has(element.tag) ? atEnd : onLastLine).exec(place.text)
  if (!place || !match) return
  assign(element, match[1] ?? '')
  const left = place.text.slice(0, match.index)
  place.put(isHeading(element) ? left.replace(/#+$/, '').trimEnd() : left)
}

function readInline(element: Element): void {
  const match = element.tag === 'br' ? null : atStart.exec(element.tail)
  if (!match) return
  assign(element, match[1] ?? '')
  element.tail = element.tail.slice(match[0].length)
}

/** Takes `{: #id .class key=value}` out of a tree's texts and puts the attributes on the elements that they stand in or behind. */
export function takeAttributeLists(element: Element): void {
  if (isBlockLevel(element.tag)) readBlock(element)
  else readInline(element)
  for (const child of element.children) takeAttributeLists(child)
}
