import type { TextChange } from '#shared/text/text-change'

/** An edit that random ones hardly ever hit. */
export type TargetedEdit = { readonly name: string; readonly before: string; readonly change: TextChange }

/** `§` in `text` is where `insert` goes. */
function at(name: string, text: string, insert: string): TargetedEdit {
  const from = text.indexOf('§')
  return { name, before: text.replace('§', ''), change: { from, to: from, insert } }
}

const fewParagraphs = 'A paragraph of some words.\n\n'.repeat(8)
const manyLines = 'word\n'.repeat(30)
const longText = `${'A paragraph of some words.\n\n'.repeat(400)}`

/** Edits whose effect lies far from them, or a block or two before. */
export const targetedEdits: readonly TargetedEdit[] = [
  at('a title that runs past an underline', '[a]: /x\n"t\n===\nmore §\n\n[a]', '"'),
  at('the same, several blocks on', 'p\n\n[a]: /x\n"t\n===\nx\n===\ny\n===\nmore § z\n\n[a]', '"\n'),
  at('a definition closed behind an underline', '[foo\n===\nbar§: /u\n\n[foo === bar]', ']'),
  at('a table made of a heading and a line', 'a\n# x | y\n§\n', '|---|---|'),
  at('a paragraph that becomes part of a list', '- a\n\n§b\n', '    '),
  at('a paragraph that becomes part of code', '    code\n\n§para\n', '    '),
  at('a fence closed', '```\na\n\nb§\n\nc\n', '\n```'),
  at('a fence opened before others', '§a\n\nb\n\n```\nc\n```\n', '```\n'),
  at('a fence opened far before its end', `§${longText}\`\`\`\n`, '```\n'),
  at('HTML made longer', '<div>\n§\n*a*\n\n</div>', 'x'),
  at('a comment closed', '<!-- a\n\nb §\n\n*c*\n', '-->'),
  at('a comment opened far before its end', `§${longText}-->\n`, '<!--'),
  at('an element opened far before its end', `§${longText}</div>\n\n*x*\n`, '<div>\n'),
  at('a quotation mark that closes a tag far behind', `<a title="${longText}§ *b*\n`, '">'),
  at('a fence closed far behind its beginning', `\`\`\`\na\n\n${longText}§\n\nend\n`, '```\n'),
  at(
    'a fence whose end is longer, closed again far behind',
    `\`\`\`\na\n\`\`\`\`\n\n${longText}§\n\nend\n`,
    '```\n',
  ),
  at('a comment closed far behind its beginning', `<!-- a\n\n${longText}§ *b*\n`, '-->'),
  at('an element closed far behind its beginning', `<div>\na\n\n${longText}§\n\n*b*\n`, '</div>\n'),
  at('a footnote that gets a second paragraph', 'a[^1] x[^2]\n\nb[^1]\n\n[^1]: n§\n\n[^2]: m\n', '\n\n    q'),
  at('a definition before another', '[x]\n\n§\n\n[x]: /1\n', '[x]: /0'),
  at('a definition behind another', '[x]\n\n[x]: /1\n\n§\n', '[x]: /0'),
  at('a list that goes on behind a definition', '- a\n\n[x]: /1§\n\n- b\n', 'y'),
  at('a definition between two lists', '- a\n\n§\n\n- b\n', '[x]: /1'),
  at('a list between two that would be one', '- a\n\n§b\n\n- c\n', '- '),
  at('a quote that loses its border', '> a\n§\nb\n', '>'),
  at('quotes that meet', '> a\n\n§b\n\n> c\n', '> '),
  at('a list made loose', '1. a\n\n   b\n§\n1. c\n', '\n'),
  at('an underline', 'a\n§\nb', '-'),
  at('a table header', '| a |\n§\n| c |', '|---|'),
  at('a first footnote before the others', '§\n\none[^a] two[^b] one[^a]\n\n[^a]: A\n\n[^b]: B\n', 'x[^b]'),
  at('a footnote defined that was text', 'one[^a] and [^a]\n\n§\n', '[^a]: A'),
  at('a footnote defined far behind what was text', `one[^a]\n\n${fewParagraphs}§\n`, '[^a]: A\n'),
  at('an abbreviation defined far behind', `An HTML page\n\n${fewParagraphs}§\n`, '*[HTML]: Hypertext\n'),
  at('an abbreviation explained otherwise', `HTML\n\n${fewParagraphs}*[HTML]: §Text\n`, 'Hyper'),
  at('a footnote inside a footnote', 'one[^a]\n\n[^a]: A§\n\n[^b]: B\n', ' and[^b]'),
  at('a long paragraph split', `${manyLines}§${manyLines}`, '\n\n'),
  at('an indented line behind a footnote', '[^a]: A\n\n§more\n\n[^a]\n', '    '),
  at('a line break of two characters split', 'a\r\n\r\n§\nb\r\n', '\r'),
  at(
    'a quotation mark left open far before one that closes',
    `§x\n\n${fewParagraphs}a" b and c' d\n`,
    '"\'tis ',
  ),
  at('a mark that closes before another does', '"a\n\n§\n\nb" c\n', 'd" e'),
  at('text before everything', '§[a]: /x\n\n- a\n\n[a]\n', 'p\n\n'),
  at('text behind everything', '[a]\n\n- a\n§', '\n[a]: /y'),
  at('raw HTML followed by text on its line', '<div>a</div>§\n*b*\n', ' <p>*c*</p>'),
  at('an unclosed fence of another length', '````\na\n```\n\nb\n§\n\n- c\n', '````'),
]

/** Edits one after the other, of which only the last shows what the first has left behind. */
export type TargetedSequence = {
  readonly name: string
  readonly before: string
  readonly changes: readonly TextChange[]
}

const inserted = (from: number, insert: string): TextChange => ({ from, to: from, insert })

function grownAndClosed(name: string, opened: string, closing: string): TargetedSequence {
  const before = `${opened}\n\nb\n`
  const grown = `c\n\n${longText}`
  return {
    name: `${name} that is closed behind what was put in`,
    before,
    changes: [inserted(before.length, grown), inserted(before.length + grown.length, closing)],
  }
}

/** See the type. */
export const targetedSequences: readonly TargetedSequence[] = [
  grownAndClosed('a fence', '```\na', '```\n'),
  grownAndClosed('a comment', '<!-- a', '-->\n'),
  grownAndClosed('an element', '<div>\na', '</div>\n\n*x*\n'),
  {
    // so long that the parser, which reads a few thousand characters at a time, would stop inside of the title
    name: 'a title that runs on where a part of the text ends',
    before: `${'x'.repeat(4096 - 18)}\n\n[a]: /x\n"t\n===\nmore"\n\n[a]\n`,
    changes: [inserted(0, '')],
  },
]
