/** What the parser says, and what a writer should do about it; the first that fits counts. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^Unterminated string/, 'A closing quote is missing. Put one at the end of the text.'],
  [/^Unterminated array/, 'A closing `]` is missing.'],
  [/^Unterminated inline table/, 'A closing `}` is missing.'],
  [/^Unterminated table-key/, 'A closing `]` is missing in this heading.'],
  [/^Empty bare keys/, 'A name is missing in front of the `=`.'],
  [/^Must be a newline/, 'Something stands behind the value. Put each `key = value` on a line of its own.'],
  [/^Expected equal/, 'An `=` is missing behind the name. A name with spaces or accents needs quotes.'],
  [/^Unspecified values/, 'The value is missing. Write `""` for an empty text, or delete the line.'],
  [/^Expected comma/, 'A comma is missing between two values.'],
  [/^Defining a key multiple/, 'This name is there twice. Keep one of the two.'],
  [/^Control characters/, 'There is an invisible control character here. Delete it.'],
  [/^Invalid code point/, 'There is a character here that TOML does not allow. Delete it.'],
  [/must be on the same line/, 'The name, the `=` and the value must stand on one line.'],
  [/^No newlines are allowed/, 'What stands between `{` and `}` must be on one line.'],
  [/^Underscores/, 'An `_` may stand between two digits only.'],
  [/^Unexpected spaces/, 'There is a space here that does not belong here.'],
  [/^Three or more quotes/, 'Three quotes end the text. Write `\\"` for a quote that belongs to it.'],
  [
    /^Unexpected invalid (?:date|time)/,
    'No calendar has this date or time. Correct it, or put quotes around it.',
  ],
  [/^Leading zeros/, 'A number cannot begin with 0. Put quotes around it to keep the zero.'],
  [/^Trailing comma/, 'There is a comma too many in front of the `}`.'],
  [
    /escape sequence/,
    'This `\\` begins no escape that is known. Write `\\\\` for a backslash, or use single quotes.',
  ],
  [/dots? /, 'A dot is too many in this name. Put quotes around a name that has dots of its own.'],
]

const noValue =
  'This is no value of TOML. Put quotes around a text; write a date as 2024-05-31, yes and no as true and false.'
const noName = 'A name is missing in front of the `=`.'
const oddName = 'A name with other characters than a to z, digits, `-` and `_` needs quotes.'
const noBracket = 'A closing `]` is missing.'

/** A mistake in the writer's words, with what to do about it, and where in the block it lies. */
export type Mistake = { readonly message: string; readonly offset: number }

/** What the parser says of `source` at `offset`, told to the writer. */
export function mistakeOf(message: string, source: string, offset: number): Mistake {
  const at = Math.max(0, Math.min(offset, source.length))
  const place = placeOf(message, source, at)
  return { message: sentenceFor(message, source, place), offset: place }
}

/** What is missing is missing behind the last thing that is there, not where the next line begins. */
function placeOf(message: string, source: string, at: number): number {
  if (!/^(?:Unterminated|Unspecified|Expected|No newlines|The key, equals sign)/.test(message)) return at
  return source.slice(0, at).trimEnd().length
}

function sentenceFor(message: string, source: string, offset: number): string {
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset)
  if (message.startsWith('The key, equals sign') && /^[ \t]*\[/.test(line)) return noBracket
  const sentence = sentences.find(([pattern]) => pattern.test(message))?.[1]
  if (message.startsWith('Unspecified') && /[[,]$/.test(source.slice(0, offset))) return noBracket
  if (sentence !== undefined) return sentence
  if (/[=[{,]/.test(line)) return noValue
  return source[offset] === '=' ? noName : oddName
}
