/** The start of the line after the one that holds the character before `offset`. */
export function nextLine(source: string, offset: number): number {
  const lineFeed = source.indexOf('\n', Math.max(0, offset - 1))
  return lineFeed < 0 ? source.length : lineFeed + 1
}

/** The start of the line that `offset` is on. */
export function lineStart(source: string, offset: number): number {
  return offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1
}

/** The line break that the lines around `offset` end in. */
export function lineBreakNear(source: string, offset: number): '\n' | '\r\n' {
  const before = offset > 0 ? source.lastIndexOf('\n', offset - 1) : -1
  const at = before >= 0 ? before : source.indexOf('\n', offset)
  return at > 0 && source[at - 1] === '\r' ? '\r\n' : '\n'
}

/** Whether only spaces and tabs stand between two offsets. */
export function isBlankBetween(source: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (source[at] !== ' ' && source[at] !== '\t') return false
  return true
}

/**
 * The start of the comment lines directly above the line that begins at `line`, without a blank line between; `line` itself when
 * there are none. They belong to what stands on that line.
 */
export function startWithComments(source: string, line: number): number {
  let start = line
  while (start > 0) {
    const above = lineStart(source, start - 1)
    if (!/^[ \t]*#/.test(source.slice(above, start))) break
    start = above
  }
  return start
}
