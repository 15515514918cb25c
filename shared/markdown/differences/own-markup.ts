/** Ways to write what GitHub's Markdown has no sign for, and a plain text in the place of it. */
const masks: readonly (readonly [RegExp, string])[] = [
  // formulas
  [/\$\$[^$]*\$\$/g, 'formula'],
  [/\\\\?\[[\s\S]*?\\\\?\]/g, 'formula'],
  [/\\\\?\([\s\S]*?\\\\?\)/g, 'formula'],
  [/(?<![\w$\\])\$(?=\S)[^$\n]*[^$\s]\$(?!\w)/g, 'formula'],
  // HTML whose Markdown is to be read
  [/<(\w+)[^>\n]*\smarkdown=[\s\S]*?<\/\1>/g, 'html'],
  // attribute lists and other brackets of kramdown; ids and attributes of headings
  [/^[ \t]*\{:[^}\n]*\}[ \t]*$\n?/gm, ''],
  [/^\{::\/?[a-z][^}\n]*\}$/gm, ''],
  [/\{::?\/?[^}\n]*\}/g, ''],
  [/^(#{1,6}[ \t].*?|[^\n]+?)[ \t]*\{[#.][^}\n]*\}(?=[ \t]*#*[ \t]*$)/gm, '$1'],
  // borders of Docusaurus' admonitions, and attributes of Hugo's blocks
  [/^[ \t]*:{3,}[^\n]*$/gm, ''],
  [/^[ \t]*\{[.#][^{}\n]*\}[ \t]*$\n?/gm, ''],
  // the first line of Python-Markdown's admonitions
  [/^[ \t]*!!! ?\w[^\n]*$\n?/gm, ''],
  // abbreviations, and the language that codehilite reads from a code block's first line
  [/^ {0,3}\*\[[^\]\n]+\]:.*$/gm, ''],
  [/^((?: {4}|\t)[ \t]*)(?:#!|:::)[^\n]*$/gm, '$1code'],
]

/**
 * `source` with plain words in the place of markup that a writer only uses on purpose: formulas, attribute lists. Where both
 * make the same of the rest, nobody is surprised.
 */
export function withoutOwnMarkup(source: string): string {
  return masks.reduce((text, [pattern, plain]) => text.replace(pattern, plain), source)
}
