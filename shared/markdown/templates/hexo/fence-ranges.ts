/** A stretch of a text, end exclusive. */
export type TextRange = { readonly from: number; readonly to: number }

const opening = /^(?:(?:[^\S\n]*>){0,3}|[-*+]|[0-9]+\.)[^\S\n]*(`{3,}(?=[^`]*$)|~{3,})/
const closing = /^(?:[^\S\n]*>){0,3}[^\S\n]*(`{3,}|~{3,})\s?$/

/** Where Hexo finds fenced code, which it does before it looks for tags. In order. */
export function fenceRanges(body: string): readonly TextRange[] {
  if (!body.includes('```') && !body.includes('~~~')) return []
  const lines: { readonly from: number; readonly to: number; readonly text: string }[] = []
  for (let from = 0; from <= body.length; ) {
    const end = body.indexOf('\n', from)
    const to = end < 0 ? body.length : end
    lines.push({ from, to, text: body.slice(from, to) })
    from = to + 1
  }
  const closings = new Map<string, { readonly lines: number[]; next: number }>()
  for (const [index, { text }] of lines.entries()) {
    const fence = closing.exec(text)?.[1]
    const known = fence === undefined ? undefined : closings.get(fence)
    if (known) known.lines.push(index)
    else if (fence !== undefined) closings.set(fence, { lines: [index], next: 0 })
  }
  const ranges: TextRange[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    const fence = line && opening.exec(line.text)?.[1]
    const candidates = fence === undefined ? undefined : closings.get(fence)
    if (line === undefined || candidates === undefined) continue
    while ((candidates.lines[candidates.next] ?? index + 1) <= index) candidates.next++
    const last = candidates.lines[candidates.next]
    if (last === undefined) continue
    ranges.push({ from: line.from, to: lines[last]?.to ?? body.length })
    index = last
  }
  return ranges
}
