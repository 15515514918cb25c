import type { Dialect } from '../../dialect'
import { MarkSheet, type Template } from '../../template'
import { Definitions, parseBlocks } from './blocks/block-parser'
import { kramdownFootnotes } from './footnotes'
import { kramdownHeadingIds } from './heading-ids'
import type { KramdownOptions } from './options'
import { BlockRenderer } from './render-blocks'
import { type Segment, scanSegments } from './segments'

/** Jekyll's Markdown: kramdown 2.4 with the parser GFM as Jekyll 4.3 sets it up, without the colours of code. */
export function kramdown(options: KramdownOptions): Dialect<Segment> {
  return {
    scan: (text, from) => scanSegments(text, from, options),
    render(segment, labels) {
      const definitions = new Definitions(options)
      const root = parseBlocks(segment, definitions)
      const marks = new MarkSheet()
      const renderer = new BlockRenderer(labels, marks, options)
      const html = marks.finish(renderer.document(root))
      const notes = new Map<string, Template>()
      for (const [label, note] of definitions.footnotes) {
        const sheet = new MarkSheet()
        notes.set(label, sheet.finish(new BlockRenderer(labels, sheet, options).note(note, label)))
      }
      return { html, notes, hasRawHtml: renderer.hasRawHtml }
    },
    redefinition: 'last',
    footnotes: kramdownFootnotes(options.footnoteNumber),
    headingIds: () => kramdownHeadingIds(options.autoIdPrefix),
  }
}
