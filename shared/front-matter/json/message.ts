import { type ParseError, printParseErrorCode } from 'jsonc-parser'

const sentences: Readonly<Record<string, string>> = {
  InvalidNumberFormat: 'This is no number. Put quotes around it if it is a text.',
  PropertyNameExpected: 'A key in double quotes is missing here, or there is a comma too many.',
  ValueExpected: 'A value is missing here, or there is a comma too many.',
  ColonExpected: 'A `:` is missing behind the key.',
  CommaExpected: 'A comma is missing between two values.',
  CloseBraceExpected: 'A closing `}` is missing.',
  CloseBracketExpected: 'A closing `]` is missing.',
  EndOfFileExpected: 'Something stands behind the closing `}`. Delete it.',
  InvalidCommentToken: 'JSON has no comments. Delete this one.',
  UnexpectedEndOfComment: 'JSON has no comments. Delete this one.',
  UnexpectedEndOfString: 'A closing `"` is missing. Put one at the end of the text.',
  UnexpectedEndOfNumber: 'This number is not finished.',
  InvalidUnicode: 'Four digits of 0 to 9 and A to F must follow `\\u`.',
  InvalidEscapeCharacter: 'This `\\` begins no escape that is known. Write `\\\\` for a backslash.',
  InvalidCharacter: 'There is a tab or another control character in this text. Write a tab as `\\t`.',
}
const noValue =
  'This is no value of JSON. Put double quotes around a text; write yes and no as `true` and `false`.'
const leadingZero = 'A number cannot begin with 0. Put quotes around it to keep the zero.'
const singleQuotes = 'JSON has double quotes only. Write `"` for `\'`.'

/** The JSON parser's error in the writer's words, with what to do about it. */
export function jsonMessage(source: string, error: ParseError): string {
  const code = printParseErrorCode(error.error)
  const before = source.slice(0, error.offset)
  if (code === 'CommaExpected' && /[^\d.]0$/.test(before) && /^\d/.test(source.slice(error.offset))) {
    return leadingZero
  }
  if (source[error.offset] === "'") return singleQuotes
  return sentences[code] ?? noValue
}
