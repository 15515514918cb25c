import type { Rule } from './rule'
import { firstChangedLine } from './source-lines'

type OpenItem = { readonly indent: number; readonly content: number }

const item = /^( *)((?:[-*+]|\d{1,9}[.)])[ ]+)/

/** `source` with what lies in lists, as CommonMark reads them, indented by `stepOf` for each level, or null where it has none. */
function reindent(source: string, stepOf: (marker: number) => number): string {
  const open: OpenItem[] = []
  const steps: number[] = []
  return source
    .split('\n')
    .map((line) => {
      const text = line.replace(/\t/g, '    ')
      if (text.trim() === '') return line
      const indent = text.length - text.trimStart().length
      while (open.length > 0 && indent < (open.at(-1)?.content ?? 0)) {
        open.pop()
        steps.pop()
      }
      const base = steps.reduce((sum, step) => sum + step, 0)
      const within = indent - (open.at(-1)?.content ?? 0)
      const match = item.exec(text)
      const written = open.length === 0 ? line : ' '.repeat(base + (match ? 0 : within)) + text.trimStart()
      if (match && within < 4) {
        const marker = match[2]?.length ?? 2
        open.push({ indent, content: indent + marker })
        steps.push(stepOf(marker))
      }
      return written
    })
    .join('\n')
}

/** What lies in a list is indented by four columns for Python-Markdown; CommonMark asks for no more than the width of the marker. */
export const listNesting: Rule = {
  id: 'list-nesting',
  families: ['python-markdown'],
  find({ name, source }) {
    const repaired = reindent(source, () => 4)
    if (repaired === source) return null
    const line = firstChangedLine(source, repaired)
    const isItem = item.test(source.split('\n')[line] ?? '')
    return {
      line,
      message: isItem
        ? `${name} needs 4 spaces to nest this list.`
        : `${name} needs 4 spaces before what belongs to a list’s item.`,
      repair: { label: 'Indent by 4 spaces', source: repaired },
    }
  },
}

/** kramdown nests what is indented by two below a number, for which CommonMark asks for three. */
export const listNestingByNumber: Rule = {
  id: 'list-nesting-number',
  families: ['jekyll'],
  find({ name, source }) {
    let marker = 0
    const repaired = source
      .split('\n')
      .map((line) => {
        const number = /^\d{1,9}[.)] +/.exec(line)?.[0]
        if (number !== undefined) marker = number.length
        const indent = /^ +/.exec(line)?.[0].length ?? 0
        return indent > 1 && indent < marker && item.test(line) ? ' '.repeat(marker) + line.trimStart() : line
      })
      .join('\n')
    if (repaired === source) return null
    return {
      line: firstChangedLine(source, repaired),
      message: `${name} nests this list; GitHub needs ${marker} spaces below a number.`,
      repair: { label: `Indent by ${marker} spaces`, source: repaired },
    }
  },
}
