import { endOfTag, nameOfTag } from './scan-tags'

/** A part of a tag and of what it holds. */
export type NunjucksNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly expression: string; readonly written: string }
  | {
      readonly kind: 'tag'
      readonly name: string
      readonly words: readonly string[]
      readonly written: string
      /** null: nothing closes it. */
      readonly content: string | null
    }
  /** What Nunjucks stops at. */
  | { readonly kind: 'broken'; readonly written: string }

const delimiters = '()[]{}%*-+~/#,:|.<>=!'

/** A tag's parameters as Hexo takes them: parted by white space, quotes taken off. */
export function wordsOf(markup: string): readonly string[] {
  const words: string[] = []
  let word: string | null = null
  for (let index = 0; index < markup.length; index++) {
    const character = markup[index] ?? ''
    if (/\s/.test(character)) {
      if (word !== null && word !== '') words.push(word.trim())
      word = null
      continue
    }
    const before = index === 0 ? ' ' : (markup[index - 1] ?? ' ')
    const close = markup.indexOf(character, index + 1)
    const isQuote =
      (character === '"' || character === "'") && (/\s/.test(before) || delimiters.includes(before))
    if (isQuote && close > 0) {
      word = (word ?? '') + markup.slice(index + 1, close)
      index = close
    } else word = (word ?? '') + character
  }
  if (word !== null && word !== '') words.push(word.trim())
  return words
}

const maxTags = 5000

/** Parses text with tags; the content of a block stays text. */
export function parseNunjucks(text: string): readonly NunjucksNode[] {
  const nodes: NunjucksNode[] = []
  let position = 0
  const opening = /\{[{%#]/g
  for (let tags = 0; tags < maxTags; tags++) {
    opening.lastIndex = position
    const from = opening.exec(text)?.index
    if (from === undefined) break
    if (from > position) nodes.push({ kind: 'text', text: text.slice(position, from) })
    if (text[from + 1] === '#') {
      const end = text.indexOf('#}', from)
      position = end < 0 ? text.length : end + 2
      continue
    }
    const end = endOfTag(text, from)
    if (end === null) {
      nodes.push({ kind: 'broken', written: text.slice(from, from + 20) })
      position = text.length
      break
    }
    const written = text.slice(from, end)
    position = end
    const inner = written.slice(2, -2).replace(/^-|-$/g, '').trim()
    if (written.startsWith('{{')) nodes.push({ kind: 'variable', expression: inner, written })
    else {
      const name = nameOfTag(text, from)
      const close = closeOf(text, name, end)
      const words = wordsOf(inner.slice(name.length))
      nodes.push({ kind: 'tag', name, words, written, content: close && text.slice(end, close.from) })
      if (close) position = close.to
    }
  }
  if (position < text.length) nodes.push({ kind: 'text', text: text.slice(position) })
  return nodes
}

/** The tag that ends the block `name` whose opening tag ends at `from`: blocks of the same name in it have ends of their own. */
function closeOf(
  text: string,
  name: string,
  from: number,
): { readonly from: number; readonly to: number } | null {
  if (!/^[\w-]+$/.test(name) || !text.includes(`end${name}`, from)) return null
  const tags = new RegExp(`\\{%-?\\s*(end)?${name}(?![\\w-])[^%]*%\\}`, 'g')
  tags.lastIndex = from
  let depth = 1
  for (let found = tags.exec(text); found; found = tags.exec(text)) {
    depth += found[1] === undefined ? (name === 'raw' ? 0 : 1) : -1
    if (depth === 0) return { from: found.index, to: found.index + found[0].length }
  }
  return null
}
