import type { CodeLine, CodeToken } from './code-line'

/** Code whose colours are known. */
export type ColouredCode = { readonly lines: readonly CodeLine[] }

const textOf = (line: CodeLine | undefined): string => line?.map(([, text]) => text).join('') ?? ''

function sharedLines(before: readonly string[], after: readonly string[]): { first: number; last: number } {
  const shorter = Math.min(before.length, after.length)
  let first = 0
  while (first < shorter && before[first] === after[first]) first++
  let last = 0
  while (last < shorter - first && before.at(-1 - last) === after.at(-1 - last)) last++
  return { first, last }
}

/** The beginning of a line in its old colours as far as it is the same, the rest plain. */
function keepBeginning(before: CodeLine, text: string): CodeLine {
  const kept: CodeToken[] = []
  let length = 0
  for (const token of before) {
    if (!text.startsWith(token[1], length)) break
    kept.push(token)
    length += token[1].length
  }
  return length < text.length ? [...kept, ['', text.slice(length)]] : kept
}

/**
 * `text` in the colours of the most alike of `known`: lines that did not change keep theirs, the others are plain from where they changed. null where
 * nothing is alike. For the moment between a key and the new colours.
 */
export function keepColours(text: string, known: readonly ColouredCode[]): readonly CodeLine[] | null {
  const after = text.split('\n')
  let best: { lines: readonly CodeLine[]; first: number; last: number } | null = null
  for (const { lines } of known) {
    const { first, last } = sharedLines(lines.map(textOf), after)
    if (best === null || first + last > best.first + best.last) best = { lines, first, last }
  }
  if (best === null) return null
  const { lines, first, last } = best
  const isOneLineEach = after.length - first - last === 1 && lines.length - first - last === 1
  // an empty last line is alike in all code
  if (first + last <= 1 && after.length > 2) return null
  return after.map((line, index) => {
    if (index < first) return lines[index] ?? []
    const fromEnd = after.length - index
    if (fromEnd <= last) return lines[lines.length - fromEnd] ?? []
    const before = isOneLineEach ? lines[index] : undefined
    return before ? keepBeginning(before, line) : [['', line]]
  })
}
