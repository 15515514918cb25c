import type { ShortcodeToken } from './scan'

type Open = Extract<ShortcodeToken, { kind: 'open' }>

/** A post as shortcodes within shortcodes. */
export type ShortcodeNode =
  | Extract<ShortcodeToken, { kind: 'text' | 'escaped' | 'broken' }>
  | { readonly kind: 'shortcode'; readonly opener: Open; readonly content: readonly ShortcodeNode[] | null }

/** Joins each closing shortcode with its opening one; `content` is null where nothing closes it. */
export function nestShortcodes(tokens: readonly ShortcodeToken[]): readonly ShortcodeNode[] {
  const root: ShortcodeNode[] = []
  const open: { readonly opener: Open; readonly into: ShortcodeNode[] }[] = []
  const isClosedLater = closedLater(tokens)
  for (const [index, token] of tokens.entries()) {
    const into = open.at(-1)?.into ?? root
    if (token.kind === 'open' && isClosedLater.has(index)) open.push({ opener: token, into: [] })
    else if (token.kind === 'open')
      into.push({ kind: 'shortcode', opener: token, content: token.isSelfClosed ? [] : null })
    else if (token.kind !== 'close') into.push(token)
    else {
      const last = open.pop()
      if (last?.opener.name === token.name) {
        const outer = open.at(-1)?.into ?? root
        outer.push({ kind: 'shortcode', opener: last.opener, content: last.into })
      } else {
        if (last) open.push(last)
        into.push({ ...token, kind: 'broken', message: `“${token.name}” is closed, but not open` })
      }
    }
  }
  return root
}

/** The indices of opening shortcodes that have a closing one; a shortcode within another is closed within it. */
function closedLater(tokens: readonly ShortcodeToken[]): ReadonlySet<number> {
  const closed = new Set<number>()
  const open: { readonly index: number; readonly name: string }[] = []
  const openCounts = new Map<string, number>()
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open' && !token.isSelfClosed) {
      open.push({ index, name: token.name })
      openCounts.set(token.name, (openCounts.get(token.name) ?? 0) + 1)
    } else if (token.kind === 'close' && (openCounts.get(token.name) ?? 0) > 0) {
      for (let last = open.pop(); last; last = open.pop()) {
        openCounts.set(last.name, (openCounts.get(last.name) ?? 1) - 1)
        if (last.name !== token.name) continue
        closed.add(last.index)
        break
      }
    }
  }
  return closed
}
