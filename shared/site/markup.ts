const markdownEndings = new Set(['.md', '.markdown', '.mdown', '.mkd', '.mkdn', '.mdx'])
const otherEndings = new Set(['.rst', '.adoc', '.asciidoc', '.textile', '.org', '.txt2tags', '.creole'])

/** A file name's ending in lower case with its dot; empty when it has none. */
export function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot).toLowerCase()
}

/**
 * What a file's ending says it is written in: `markdown`, `other` markup that a blog's generator may take for a post, or null for a
 * file that is no text of a post. HTML is a post only where Jekyll and Hexo look for posts, in `_posts` and `_drafts`.
 */
export function markupOf(path: string): 'markdown' | 'other' | null {
  const ending = endingOf(path)
  if (markdownEndings.has(ending)) return 'markdown'
  if (otherEndings.has(ending)) return 'other'
  return ending === '.html' && /(?:^|\/)_(?:posts|drafts)\//.test(path) ? 'other' : null
}
