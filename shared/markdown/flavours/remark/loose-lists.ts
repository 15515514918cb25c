import type { Token } from 'markdown-it'

const containers = new Set(['blockquote_open', 'bullet_list_open', 'ordered_list_open', 'footnote_open'])
const hasOwnLines = (token: Token): boolean => token.nesting >= 0 && !containers.has(token.type)

type OpenList = { readonly start: number; readonly isQuoted: boolean }

/**
 * Gives the items of some quoted lists paragraphs: in a quotation, micromark counts blank lines behind a list as the list's own when a second one or
 * another quotation or list follows.
 */
export function loosenQuotedLists(tokens: readonly Token[]): void {
  const open: OpenList[] = []
  let quotes = 0
  let lastLine = 0
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'blockquote_open') quotes++
    else if (token.type === 'blockquote_close') quotes--
    else if (/^(?:bullet|ordered)_list_open$/.test(token.type))
      open.push({ start: index, isQuoted: quotes > 0 })
    else if (/^(?:bullet|ordered)_list_close$/.test(token.type)) {
      const list = open.pop()
      if (list?.isQuoted && takesBlankLines(tokens[index + 1], lastLine)) loosen(tokens, list.start, index)
    }
    if (token.type !== 'list_item_open' && hasOwnLines(token)) lastLine = token.map?.[1] ?? lastLine
  }
}

function takesBlankLines(next: Token | undefined, lastLine: number): boolean {
  if (next === undefined || next.nesting < 0) return false
  const blankLines = (next.map?.[0] ?? lastLine) - lastLine
  return blankLines > 1 || (blankLines === 1 && containers.has(next.type))
}

function loosen(tokens: readonly Token[], start: number, end: number): void {
  const level = (tokens[start]?.level ?? 0) + 2
  for (const token of tokens.slice(start, end)) {
    if (token.level === level && token.type.startsWith('paragraph_')) token.hidden = false
  }
}
