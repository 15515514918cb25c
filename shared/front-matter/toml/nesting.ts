/**
 * Where brackets and braces first stand more than `maxDepth` deep, null when they nowhere do. Looks at the characters alone, so that
 * it may be asked before a recursive parser is let loose on hostile input.
 */
export function offsetBeyondNesting(source: string, maxDepth: number): number | null {
  // strings and comments hold brackets that open nothing
  const token = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\r\n])*"|'[^'\r\n]*'|#[^\n]*|[[\]{}]/g
  let depth = 0
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    if (match[0] === '[' || match[0] === '{') depth++
    if (match[0] === ']' || match[0] === '}') depth--
    if (depth > maxDepth) return match.index
  }
  return null
}
