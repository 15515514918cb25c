import type { Dialect } from '../../dialect'
import { pythonMarkdownFootnotes } from './footnotes'
import { renderSegment } from './render-segment'
import { type Segment, scanSegments } from './segments'

/**
 * Python-Markdown 3.4 with the extensions `footnotes`, `fenced_code` and `codehilite` at their defaults, without the colours. Not
 * there: the place marker `///Footnotes Go Here///`.
 */
export const pythonMarkdown: Dialect<Segment> = {
  scan: scanSegments,
  render: renderSegment,
  redefinition: 'last',
  footnotes: pythonMarkdownFootnotes,
  headingIds: null,
}
