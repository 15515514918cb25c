/** What a Jekyll site sets under `kramdown`, the part that is followed. */
export type KramdownOptions = {
  /** `input` is `GFM`: fences of backticks, strikethrough and tasks, blocks that end a paragraph, and ids as GitHub makes them. */
  readonly gfm: boolean
  /** `hard_wrap`: every line break is one, and a backslash before it is a backslash. */
  readonly hardWrap: boolean
  readonly autoIds: boolean
  readonly autoIdPrefix: string
  /** `footnote_nr`: what the first footnote is called. */
  readonly footnoteNumber: number
  /** `smart_quotes`: names or numbers of the characters for single and double quotation marks, opening and closing, with commas between. */
  readonly smartQuotes: string
  /** `toc_levels`: the levels of headings that a table of contents shows. */
  readonly tocLevels: readonly number[]
  /** `header_offset`: so much lower are headings than they are written. */
  readonly headerOffset: number
  /** `parse_block_html`, `parse_span_html`: Markdown is read within block elements and within a line's elements without being asked for. */
  readonly parseBlockHtml: boolean
  readonly parseSpanHtml: boolean
}

/** What Jekyll 4.3 does by itself. */
export const kramdownDefaults: KramdownOptions = {
  gfm: true,
  hardWrap: false,
  autoIds: true,
  autoIdPrefix: '',
  footnoteNumber: 1,
  smartQuotes: 'lsquo,rsquo,ldquo,rdquo',
  tocLevels: [1, 2, 3, 4, 5, 6],
  headerOffset: 0,
  parseBlockHtml: false,
  parseSpanHtml: true,
}
