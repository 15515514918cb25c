import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { smartQuotes } from './smart-quotes'

/** What the tokens of one block say, as quotation marks see it: code is a word, and a tag or hard break is nothing at all. */
function textFor(token: Token): string {
  if (token.type === 'text') return token.content
  if (token.type === 'softbreak') return '\n'
  return token.type === 'code_inline' ? 'A'.repeat(token.content.length) : ''
}

/** Dashes, dots and doubled accents, each by itself. */
function replaceRuns(text: string): string {
  return text
    .replace(/(?<!`)``(?!`)/g, '“')
    .replace(/(?<!')''(?!')/g, '”')
    .replace(/(?<!-)--(?!-)/g, '—')
    .replace(/(?<!\.)\.+[ \t]+\.+[ \t]+\.+|\.{3,}/g, '…')
}

function replaceIn(state: StateCore): void {
  for (const block of state.tokens) {
    if (block.type !== 'inline' || !/["'`.-]/.test(block.content)) continue
    const tokens = block.children ?? []
    const replaced = smartQuotes(tokens.map(textFor).join(''))
    let place = 0
    for (const token of tokens) {
      const { length } = textFor(token)
      if (token.type === 'text') token.content = replaceRuns(replaced.slice(place, place + length))
      place += length
    }
  }
}

/** Smart punctuation as remark-smartypants does it: over all the text of a block, also that of addresses, escapes and character references. */
export function useSmartPunctuation(markdownIt: MarkdownIt): void {
  markdownIt.core.ruler.push('smart_punctuation', replaceIn)
}
