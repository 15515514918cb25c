import type { CST } from 'yaml'

/** A comment from its `#` on. */
export type Comment = { readonly offset: number; readonly source: string }

/** What one walk over a block's tokens finds. */
export type TokenSurvey = {
  /** In the order of the block. */
  readonly comments: readonly Comment[]
  /** Whether any value or key has a tag (`!!str`). */
  readonly hasTags: boolean
  /** Where the nesting goes deeper than `maxDepth`; null when it does not. */
  readonly tooDeepAt: number | null
  /** Where a second YAML document begins; null when there is one at most. */
  readonly secondDocumentAt: number | null
}

/** Walks over all tokens once. Does not recurse, so that hostile nesting cannot overflow the stack. */
export function surveyTokens(tokens: readonly CST.Token[], maxDepth: number): TokenSurvey {
  const comments: Comment[] = []
  let hasTags = false
  let documents = 0
  let secondDocumentAt: number | null = null
  const pending: CST.Token[] = tokens.toReversed()
  const depths: number[] = pending.map(() => 0)
  for (let token = pending.pop(); token !== undefined; token = pending.pop()) {
    const depth = depths.pop() ?? 0
    if (depth > maxDepth) return { comments, hasTags, tooDeepAt: token.offset, secondDocumentAt }
    if (token.type === 'comment') comments.push({ offset: token.offset, source: token.source })
    else if (token.type === 'tag') hasTags = true
    else if (token.type === 'document' && ++documents === 2) secondDocumentAt = token.offset
    const parts = partsOf(token)
    for (let index = parts.length - 1; index >= 0; index--) {
      pending.push(parts[index] as CST.Token)
      depths.push(depth + 1)
    }
  }
  return { comments, hasTags, tooDeepAt: null, secondDocumentAt }
}

const noParts: readonly CST.Token[] = []

function partsOf(token: CST.Token): readonly CST.Token[] {
  // most tokens are spaces, line breaks and scalars: a scalar's parts are what follows it on its line
  if ('source' in token && !('props' in token)) return 'end' in token && token.end ? token.end : noParts
  const parts: CST.Token[] = []
  if ('start' in token && Array.isArray(token.start)) parts.push(...token.start)
  if ('props' in token) parts.push(...token.props)
  if ('items' in token) {
    for (const item of token.items) {
      parts.push(...item.start)
      if (item.key) parts.push(item.key)
      if (item.sep) parts.push(...item.sep)
      if (item.value) parts.push(item.value)
    }
  }
  if ('value' in token && token.value) parts.push(token.value)
  if ('end' in token && token.end) parts.push(...token.end)
  return parts
}
