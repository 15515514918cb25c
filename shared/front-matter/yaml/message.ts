import type { ErrorCode } from 'yaml'

const sentences: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'A repeated value (`*name`) can have no tag or anchor of its own.',
  BAD_ALIAS:
    'This repeats a value (`*name`) that the front matter does not have. Put quotes around a text that begins with `*`.',
  BAD_COLLECTION_TYPE: 'The tag in front of this value does not fit it.',
  BAD_DIRECTIVE: 'A line of front matter cannot begin with `%`. Put quotes around the text.',
  BAD_DQ_ESCAPE:
    'This `\\` begins no escape that is known. Write `\\\\` for a backslash inside double quotes.',
  BAD_INDENT:
    'This line is indented differently from what the lines around it need, or a bracket is not closed.',
  BAD_PROP_ORDER: 'The tag or anchor stands in the wrong place.',
  BAD_SCALAR_START: 'A value cannot begin with this character. Put quotes around the value.',
  BLOCK_AS_IMPLICIT_KEY: 'There is a second `: ` in this line. Put quotes around the value.',
  BLOCK_IN_FLOW: 'A list or block of lines cannot stand inside brackets.',
  DUPLICATE_KEY: 'This key is there twice.',
  IMPOSSIBLE: 'This part of the front matter cannot be understood.',
  KEY_OVER_1024_CHARS: 'This key is too long.',
  MISSING_CHAR: 'Something is missing here: a closing quote, a bracket, or the `: ` after a key.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line, followed by `: `.',
  MULTIPLE_ANCHORS: 'This value has two anchors (`&name`).',
  MULTIPLE_DOCS: 'The front matter holds a second `---`. Keep one block only.',
  MULTIPLE_TAGS: 'This value has two tags (`!name`).',
  NON_STRING_KEY: 'A key must be a text.',
  RESOURCE_EXHAUSTION: 'The front matter is too deeply nested.',
  TAB_AS_INDENT: 'This line is indented with a tab. Use spaces.',
  TAG_RESOLVE_FAILED: 'This value does not fit the tag in front of it.',
  UNEXPECTED_TOKEN:
    'This character is not expected here. Put quotes around the value if it belongs to the text.',
}

/** What to say of a quote that nothing closes. */
export const openQuote = 'This quote has no closing quote. Add it where the text ends.'

const pastSingleQuote =
  "The text in quotes ends before this. Write `''` for an apostrophe inside single quotes."
const pastDoubleQuote = 'The text in quotes ends before this. Write `\\"` for a quote inside double quotes.'
const missingSpace =
  'A `#` directly after a bracket is read as neither text nor comment. Put quotes around the value.'
const noBreakSpace =
  'There is a no-break space after the colon, which looks like a space and is none. Replace it with an ordinary space.'

/** The YAML library's error at `offset` of `source` in the writer's words, with what to do about it. */
export function writersMessage(code: ErrorCode, source: string, offset: number): string {
  if (hasNoBreakSpace(source, offset)) return noBreakSpace
  if (code === 'MISSING_CHAR' && source[offset] === '#') return missingSpace
  const before = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset).trimEnd()
  if (code === 'UNEXPECTED_TOKEN' && before.endsWith("'")) return pastSingleQuote
  if (code === 'UNEXPECTED_TOKEN' && before.endsWith('"')) return pastDoubleQuote
  return sentences[code]
}

/** What to say of a block that is YAML but has no keys, such as a paragraph between two thematic breaks. */
export function messageForNoKeys(source: string, offset: number): string {
  return hasNoBreakSpace(source, offset)
    ? noBreakSpace
    : 'The front matter is not made of `key: value` lines.'
}

function hasNoBreakSpace(source: string, offset: number): boolean {
  const from = source.lastIndexOf('\n', Math.max(0, offset - 1)) + 1
  const end = source.indexOf('\n', offset)
  return /^[^:]*:\u00a0/.test(source.slice(from, end < 0 ? source.length : end))
}
