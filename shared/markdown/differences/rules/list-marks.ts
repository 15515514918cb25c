import { partingOf } from '../shape'
import type { Rule } from './rule'
import { findLine, firstChangedLine, firstTextLine, mapTextLines } from './source-lines'

const tokensWithoutStart = (tokens: readonly string[]): readonly string[] =>
  tokens.map((token) => token.replace(/^<ol start=-?\d+>$/, '<ol>'))

/** kramdown and Python-Markdown number every list from 1. */
export const listStart: Rule = {
  id: 'list-start',
  families: ['jekyll', 'python-markdown'],
  find({ name, source, here, there }) {
    if (partingOf(tokensWithoutStart(here), tokensWithoutStart(there)) !== null) return null
    const line = findLine(source, (text) => /^ {0,3}(?!1[.)])\d{1,9}[.)]/.test(text))
    const number = /\d+/.exec(source.split('\n')[line] ?? '')?.[0] ?? ''
    return {
      line: Math.max(line, firstTextLine(source)),
      message: `${name} begins this list with 1. If ${number} is no list’s number, write \`${number}\\.\`.`,
    }
  },
}

/** In kramdown any number begins a list, also in the middle of a paragraph; in CommonMark only 1 may do that. */
export const listByNumber: Rule = {
  id: 'list-by-number',
  families: ['jekyll', 'python-markdown'],
  find({ name, source }) {
    let inList = false
    const repaired = mapTextLines(source, (line, before) => {
      if (before.trim() === '') inList = false
      if (/^ *(?:[-*+]|1[.)]) /.test(line)) inList = true
      return before.trim() === '' || inList ? line : line.replace(/^( {0,3}\d{1,9})\.(?= )/, '$1\\.')
    })
    if (repaired === source) return null
    const line = firstChangedLine(source, repaired)
    const number = /\d+/.exec(source.split('\n')[line] ?? '')?.[0] ?? ''
    return {
      line,
      message: `${name} begins a list with this number; GitHub reads it as text.`,
      repair: { label: `Write ${number}\\.`, source: repaired },
    }
  },
}

/** Neither kramdown nor Python-Markdown knows lists of the form `1)`. */
export const listParenthesis: Rule = {
  id: 'list-parenthesis',
  families: ['jekyll', 'python-markdown'],
  find({ name, source }) {
    const repaired = mapTextLines(source, (line) => line.replace(/^( *\d{1,9})\)(?=[ \t])/, '$1.'))
    if (repaired === source) return null
    return {
      line: firstChangedLine(source, repaired),
      message: `${name} has no lists with \`1)\`: write \`1.\``,
      repair: { label: 'Write a dot behind the number', source: repaired },
    }
  },
}

/** CommonMark begins another list where `-` follows `*` or `+`; kramdown and Python-Markdown go on with the one. */
export const listSigns: Rule = {
  id: 'list-signs',
  families: ['jekyll', 'python-markdown'],
  find({ name, source, here, there }) {
    const asOne = (shape: typeof here): string =>
      shape
        .map((token) => token.replace(/^<(\/?)[ou]l(?: start=\d+)?>$/, '<$1list>'))
        .join('\n')
        .replaceAll('</list>\n<list>\n', '')
    if (asOne(here) !== asOne(there)) return null
    let sign = ''
    const line = findLine(source, (text) => {
      const next = /^ {0,3}([-*+]|\d+[.)])[ \t]/.exec(text)?.[1]?.replace(/\d+/, '') ?? sign
      const changes = sign !== '' && next !== sign
      sign = next
      return changes
    })
    if (line < 0) return null
    return {
      line,
      message: `${name} goes on with the same list here; GitHub begins another, for its sign is another.`,
    }
  },
}
