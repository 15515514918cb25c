import type { Rule } from './rule'
import { findLine } from './source-lines'

/** A fence that is not closed runs to the end in CommonMark, and is text to kramdown and Python-Markdown. */
export const fenceOpen: Rule = {
  id: 'fence-open',
  families: ['jekyll', 'python-markdown'],
  find({ name, source }) {
    const fences = [...source.matchAll(/^ {0,3}(`{3,}|~{3,})/gm)]
    if (fences.length % 2 === 0) return null
    const fence = fences.at(-1)?.[1] ?? '```'
    return {
      line: findLine(source, (line) => line.trimStart().startsWith(fence)),
      message: `${name} reads this as text: the code is never closed by another ${fence}.`,
      repair: { label: 'Close the code', source: `${source.trimEnd()}\n${fence}\n` },
    }
  },
}
