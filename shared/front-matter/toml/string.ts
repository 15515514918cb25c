import type { AST } from 'toml-eslint-parser'

/** How a text is quoted: `"…"`, `'…'`, and both with three quotes over several lines. */
export type StringStyle = 'basic' | 'literal' | 'lines-basic' | 'lines-literal'

/** How the quotes of lines are set: whether the text begins below its opening quotes, and the block's line break. */
export type LinesManner = { readonly opensOnNewLine: boolean; readonly lineBreak: '\n' | '\r\n' }

/** Whether TOML can hold `text`: no half of a surrogate pair, and no NUL, which no generator can print. */
export function isWritable(text: string): boolean {
  return !/\p{Surrogate}|\0/u.test(text)
}

/** Characters that TOML forbids as they are, and those that editors and other parsers take for line breaks or drop. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
const escapedCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

/** Ways to write `text`, the one closest to `style` first. The last way always works, save for what `isWritable` excludes. */
export function stringForms(text: string, style: StringStyle, manner: LinesManner): readonly string[] {
  switch (style) {
    case 'basic':
      return [basic(text)]
    case 'literal':
      return isLiteral(text) ? [`'${text}'`, basic(text)] : [basic(text)]
    case 'lines-basic':
    case 'lines-literal': {
      // such a line would end the front matter
      if (/^\+\+\+/m.test(text)) return [basic(text)]
      const others = [linesBasic(text, manner), basic(text)]
      return style === 'lines-literal' && isLiteralLines(text)
        ? [linesLiteral(text, manner), ...others]
        : others
    }
  }
}

/** The style that a text of the file has. */
export function styleOfString(node: AST.TOMLStringValue): StringStyle {
  return node.multiline ? `lines-${node.style}` : node.style
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r' }

/** `text` between double quotes on one line, whatever is in it. */
export function basic(text: string): string {
  return `"${escaped(text).replaceAll('"', '\\"')}"`
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replace(escapedCharacters, (character) => shortEscapes[character] ?? unicodeEscape(character))
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function linesBasic(text: string, { opensOnNewLine, lineBreak }: LinesManner): string {
  const lines = text.split('\n').map((line) => line.split('\t').map(escaped).join('\t'))
  const content = lines.join(lineBreak).replaceAll('"""', '""\\"').replace(/"$/, '\\"')
  return `"""${opening(text, opensOnNewLine, lineBreak)}${content}"""`
}

function linesLiteral(text: string, { opensOnNewLine, lineBreak }: LinesManner): string {
  return `'''${opening(text, opensOnNewLine, lineBreak)}${text.replaceAll('\n', lineBreak)}'''`
}

function opening(text: string, opensOnNewLine: boolean, lineBreak: string): string {
  // the line break behind the opening quotes is no part of the text
  return opensOnNewLine || text.startsWith('\n') ? lineBreak : ''
}

function isLiteral(text: string): boolean {
  return !text.includes("'") && text.replaceAll('\t', '').search(escapedCharacters) < 0
}

function isLiteralLines(text: string): boolean {
  return !/'''|'$/.test(text) && text.replace(/[\t\n]/g, '').search(escapedCharacters) < 0
}
