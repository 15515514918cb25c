import type { Dialect } from '../../dialect'
import { pythonHeadingIds } from './contents'
import { pythonMarkdownFootnotes } from './footnotes'
import { renderSegment } from './render-segment'
import { type Segment, scanSegments } from './segments'
import { type PythonMarkdownOptions, syntaxOf } from './syntax'

/** Python-Markdown 3.4 without the colours of code. Not there: the place marker `///Footnotes Go Here///`. */
export function pythonMarkdown(options: PythonMarkdownOptions): Dialect<Segment> {
  const syntax = syntaxOf(options)
  return {
    scan: (text, from) => scanSegments(text, from, syntax),
    render: (segment, labels) => renderSegment(segment, labels, syntax),
    redefinition: 'last',
    footnotes: pythonMarkdownFootnotes,
    headingIds: syntax.contents ? pythonHeadingIds : null,
  }
}
