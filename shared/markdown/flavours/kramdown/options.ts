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
}

/** What Jekyll 4.3 does by itself. */
export const kramdownDefaults: KramdownOptions = {
  gfm: true,
  hardWrap: false,
  autoIds: true,
  autoIdPrefix: '',
  footnoteNumber: 1,
  smartQuotes: 'lsquo,rsquo,ldquo,rdquo',
}
