/** How a one-line value is quoted. */
export type QuoteStyle = 'plain' | 'single' | 'double'

/** What surrounds a value: brackets forbid more, and new quotes follow the block's own habit. */
export type QuoteContext = { readonly inFlow: boolean; readonly preferred: 'single' | 'double' }

/**
 * Ways to write `text` on one line as YAML, the one closest to `style` first, so that a value keeps its quotes and gets
 * some only when it needs them. The last way always works, save for what `isWritable` excludes.
 */
export function quotedForms(text: string, style: QuoteStyle, context: QuoteContext): readonly string[] {
  const forms: string[] = []
  if (style === 'plain' && isPlainSafe(text, context.inFlow)) forms.push(text)
  const single = style === 'single' || (style === 'plain' && context.preferred === 'single')
  if (single && !needsEscapes(text)) forms.push(singleQuoted(text))
  forms.push(doubleQuoted(text))
  return forms
}

/** Whether any quoting can hold `text`: no half of a surrogate pair and no NUL, which parsers refuse or replace. */
export function isWritable(text: string): boolean {
  return !/\p{Surrogate}|\0/u.test(text)
}

/** Characters that YAML's readers refuse, drop, or take for a line break unless they are escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
const escapedCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

/** Words, numbers and dates that some parser takes for something else than text, in any letter case. */
const notText = [
  /^(?:true|false|yes|no|on|off|y|n|null|nil|none|~|=|<<)$/i,
  /^[-+]?\.(?:inf|nan)$/i,
  // digits in every base, with the separators of YAML 1.1 (`1_000`, `12:30`) and Ruby (`1,000`); also plain dates
  /^[-+.]?\d[\d_,.:+-]*(?:e[-+]?\d*)?$/i,
  /^[-+]?0[xob][\da-f_]*$/i,
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s)[\d:.+\-\sZz]*$/,
]

/**
 * Whether `text` can stand without quotes and is that text to every parser: YAML 1.1 and 1.2, js-yaml 3 and 4, and, by
 * keeping away from what only they treat specially, Ruby's, Python's and Go's.
 */
export function isPlainSafe(text: string, inFlow: boolean): boolean {
  if (text === '' || text !== text.trim() || text.search(escapedCharacters) >= 0) return false
  if (/^[-?:,[\]{}#&*!|>'"%@`~=<\\]/.test(text) || text.startsWith('...')) return false
  if (/:(?:\s|$)|\s#/.test(text)) return false
  // Python's own parser ends a value within brackets at any question mark
  if (inFlow && /[,[\]{}?]|:/.test(text)) return false
  return !notText.some((pattern) => pattern.test(text))
}

/** Whether `text` holds a character that only double quotes can hold, since parsers disagree about it as it is; a line break and a tab count too. */
export function needsEscapes(text: string): boolean {
  return text.search(escapedCharacters) >= 0
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r' }

/** `text` between double quotes on one line, whatever is in it. */
export function doubleQuoted(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replace(escapedCharacters, (character) => shortEscapes[character] ?? unicodeEscape(character))
  return `"${escaped}"`
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
