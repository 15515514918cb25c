import { noteReference, noteText } from '../shape'
import { countOf } from './elements'
import type { Rule } from './rule'
import { findLine, firstTextLine } from './source-lines'

/** marked and markdown-it, as Hexo and Eleventy set them up, have no footnotes. */
export const noFootnotes: Rule = {
  id: 'no-footnotes',
  families: ['eleventy', 'hexo'],
  find({ name, source, here, there }) {
    const count = (shape: typeof here): number => countOf(shape, noteReference) + countOf(shape, noteText)
    if (count(here) >= count(there)) return null
    const line = findLine(source, (text) => text.includes('[^'))
    return {
      line: Math.max(line, firstTextLine(source)),
      message: `${name} has no footnotes, as the blog is set up.`,
    }
  },
}

/** Boxes to tick are an extension that not everybody has. */
export const noTasks: Rule = {
  id: 'no-tasks',
  families: ['eleventy', 'python-markdown', 'hugo', 'jekyll', 'hexo', 'astro'],
  find({ name, source, here, there }) {
    const [ours, theirs] = [countOf(here, 'input'), countOf(there, 'input')]
    if (ours === theirs) return null
    const line = findLine(source, (text) => /\[[ xX]\]/.test(text))
    if (line < 0) return null
    return {
      line,
      message:
        ours < theirs
          ? `${name} shows \`[ ]\` as text and no box to tick.`
          : `${name} shows a box here; GitHub wants a space behind the \`]\`.`,
    }
  },
}
