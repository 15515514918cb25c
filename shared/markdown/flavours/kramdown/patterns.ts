import { blockBreakingNames } from './html/names'

/** White space but the line break, as kramdown counts it: no-break and wide spaces are text. */
export const blank = '[ \\t\\r\\f\\v]'

/** A name of a tag or an attribute. */
export const markupName =
  '(?:[\\p{Alphabetic}_][\\p{Alphabetic}\\p{Nd}._-]*:)?[\\p{Alphabetic}_][\\p{Alphabetic}\\p{Nd}._-]*'

/** A name that attribute lists and footnotes go by. */
export const plainName = '\\w[\\w-]*'

/** What stands between the braces of an attribute list. */
export const listCharacter = '(?:\\\\\\}|[^}])'

/** One or more blank lines. */
export const blankLines = new RegExp(`(?:${blank}*\\n)+`, 'y')

/** The line that ends a block and shows nothing. */
export const endOfBlock = new RegExp(`\\^${blank}*\\n`, 'y')

/** `{: …}` on a line of its own, behind its indentation. */
export const blockAttributes = `\\{:(?![:/])(${listCharacter}+)\\}${blank}*\\n`

/** The same with its indentation. */
export const attributeLine = new RegExp(` {0,3}${blockAttributes}`, 'y')

/** The beginning of a block-level tag, or a whole closing one. */
export const blockTag = `<(?:${blockBreakingNames}${markupName}|/${blockBreakingNames}${markupName}\\s*>)`

/** A line that begins with block-level HTML. */
export const htmlLine = new RegExp(` {0,3}${blockTag}`, 'uy')

/** What stands behind a list's marker. */
export const itemTail = '[\\t| ].*\\n'

/** A line that begins an item of either list. */
export const listLine = new RegExp(` {0,3}(?:[+*-]|\\d+\\.)${itemTail}`, 'y')

/** A line that begins a description. */
export const descriptionLine = new RegExp(`( {0,3}:)(${itemTail})`, 'y')

/** A `#` heading. */
export const hashHeadingLine = /(#{1,6})[\t ]+(.*)\n/y

/** A line of a quotation. */
export const quoteLine = / {0,3}> ?/y

/** The beginning of a line that may open a fence. */
export const fenceLine = / {0,3}[~`]{3,}/y

/** A rule across the page. */
export const ruleLine = / {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n/y

/** One level of indentation. */
export const indentation = /(?:\t| {4})/y
