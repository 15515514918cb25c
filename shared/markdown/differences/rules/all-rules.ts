import { emphasis } from './emphasis'
import { shownBackslash } from './escapes'
import { fenceDeepInList, fenceInList } from './fence-in-list'
import { fenceInfo } from './fence-info'
import { fenceOpen } from './fence-open'
import { headingSpace } from './heading-space'
import { htmlLeftOut } from './html-left-out'
import { indentedCode } from './indented-code'
import { backslashBreak, everyLineBreaks } from './line-breaks'
import { bareAddresses, spacedAddress, spacedReference } from './links'
import { listBlankLine } from './list-blank-line'
import { listByNumber, listParenthesis, listSigns, listStart } from './list-marks'
import { listNesting, listNestingByNumber } from './list-nesting'
import { markdownInHtml } from './markdown-in-html'
import { noFootnotes, noTasks } from './missing'
import { quoteEnd, quotesJoined } from './quote-end'
import type { Rule } from './rule'
import { strikethrough } from './strikethrough'
import { noTables, tableBlankLine, tableOfBar } from './tables'
import { underlineBelowText, underlineOfLines } from './underline'

/** Every cause that is known, in the order in which they are tried: those put to the proof by a repair come first. */
export const allRules: readonly Rule[] = [
  headingSpace,
  fenceInfo,
  fenceOpen,
  underlineBelowText,
  underlineOfLines,
  tableBlankLine,
  tableOfBar,
  quoteEnd,
  quotesJoined,
  listBlankLine,
  listParenthesis,
  listByNumber,
  listNesting,
  listNestingByNumber,
  listStart,
  listSigns,
  fenceInList,
  fenceDeepInList,
  indentedCode,
  htmlLeftOut,
  noFootnotes,
  noTasks,
  noTables,
  strikethrough,
  spacedAddress,
  spacedReference,
  bareAddresses,
  backslashBreak,
  everyLineBreaks,
  markdownInHtml,
  shownBackslash,
  emphasis,
]
