import { describe, expect, test } from 'vitest'
import { createDifferenceFinder } from '#shared/markdown/differences/find-differences'
import { allRules } from '#shared/markdown/differences/rules/all-rules'
import { partingOf, shapeOf } from '#shared/markdown/differences/shape'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { applyTextChanges } from '#shared/text/text-change'
import { flavourCases } from '../fixtures'

type RuleCase = {
  readonly rule: string
  readonly flavour: FlavourId
  readonly name: string
  /** The line that is marked. */
  readonly line: string
  readonly message: string
}

/** Each rule at a text of which it is known what the real renderers make. */
const cases: readonly RuleCase[] = [
  {
    rule: 'list-blank-line',
    flavour: 'python-markdown',
    name: 'list-after-paragraph',
    line: '- a tent',
    message: 'Python-Markdown needs a blank line before this list.',
  },
  {
    rule: 'heading-space',
    flavour: 'python-markdown',
    name: 'heading-no-space',
    line: '##Heading without space',
    message: 'This is a heading in Python-Markdown; GitHub shows it as text, since no space follows the ##.',
  },
  {
    rule: 'underline',
    flavour: 'jekyll',
    name: 'heading-setext',
    line: '***',
    message: 'Jekyll needs a blank line before this rule.',
  },
  {
    rule: 'underline-of-lines',
    flavour: 'python-markdown',
    name: 'heading-setext',
    line: '========',
    message:
      'Python-Markdown underlines a heading of one line only; GitHub makes all the lines above a heading.',
  },
  {
    rule: 'list-nesting',
    flavour: 'python-markdown',
    name: 'list-nesting-two',
    line: '  - apples',
    message: 'Python-Markdown needs 4 spaces to nest this list.',
  },
  {
    rule: 'list-nesting',
    flavour: 'python-markdown',
    name: 'list-nesting-three',
    line: '   - inner by three',
    message: 'Python-Markdown needs 4 spaces to nest this list.',
  },
  {
    rule: 'list-nesting-number',
    flavour: 'jekyll',
    name: 'list-nesting-two',
    line: '  - inner by two',
    message: 'Jekyll nests this list; GitHub needs 3 spaces below a number.',
  },
  {
    rule: 'fence-info',
    flavour: 'jekyll',
    name: 'code-fence-info',
    line: '```js {1,3} title="app.js"',
    message: 'Jekyll reads this as text: a fence’s language must be one word, with nothing behind it.',
  },
  {
    rule: 'fence-open',
    flavour: 'jekyll',
    name: 'code-fence-tight',
    line: '```unclosed',
    message: 'Jekyll reads this as text: the code is never closed by another ```.',
  },
  {
    rule: 'fence-in-list',
    flavour: 'python-markdown',
    name: 'list-fence-four',
    line: '    ```sh',
    message:
      'Python-Markdown knows no indented fences. Leave the fence out and indent the code by 4 spaces more.',
  },
  {
    rule: 'fence-deep-in-list',
    flavour: 'jekyll',
    name: 'list-fence-four',
    line: '    ```sh',
    message: 'Jekyll shows this code indented: let the fence begin right below the item’s text.',
  },
  {
    rule: 'indented-code',
    flavour: 'eleventy',
    name: 'code-indented',
    line: '    indented code',
    message: 'Eleventy reads indented lines as text. Put a fence around code: ```.',
  },
  {
    rule: 'html-left-out',
    flavour: 'hugo',
    name: 'html-figure',
    line: '<figure>',
    message: 'Hugo leaves out HTML here: the site’s setting `unsafe` is off.',
  },
  {
    rule: 'markdown-in-html',
    flavour: 'jekyll',
    name: 'html-figure',
    line: '<details>',
    message: 'Jekyll does not read Markdown inside of `<details>`. `<details markdown="1">` has it read.',
  },
  {
    rule: 'quote-end',
    flavour: 'jekyll',
    name: 'blockquote-after-text',
    line: '- list right after',
    message: 'In Jekyll the quote goes on here: it ends at a blank line.',
  },
  {
    rule: 'quotes-joined',
    flavour: 'python-markdown',
    name: 'blockquotes',
    line: '> A quote',
    message:
      'Python-Markdown makes one quote of these, since only a blank line parts them. A comment `<!-- -->` between them keeps them apart.',
  },
  {
    rule: 'list-start',
    flavour: 'jekyll',
    name: 'line-leading-number',
    line: '2024. Another year at the front of a line.',
    message: 'Jekyll begins this list with 1. If 2024 is no list’s number, write `2024\\.`.',
  },
  {
    rule: 'list-by-number',
    flavour: 'jekyll',
    name: 'list-interrupts-number',
    line: '1999. It was a good one.',
    message: 'Jekyll begins a list with this number; GitHub reads it as text.',
  },
  {
    rule: 'list-parenthesis',
    flavour: 'jekyll',
    name: 'list-ordered-start',
    line: '7) seven',
    message: 'Jekyll has no lists with `1)`: write `1.`',
  },
  {
    rule: 'list-signs',
    flavour: 'jekyll',
    name: 'list-markers-change',
    line: '* star',
    message: 'Jekyll goes on with the same list here; GitHub begins another, for its sign is another.',
  },
  {
    rule: 'table-blank-line',
    flavour: 'jekyll',
    name: 'tables-edges',
    line: '| A | B |',
    message: 'Jekyll needs a blank line before this table.',
  },
  {
    rule: 'no-tables',
    flavour: 'python-markdown',
    name: 'tables',
    line: '| Left | Centre | Right | None |',
    message: 'Python-Markdown shows this table as text, as the blog is set up.',
  },
  {
    rule: 'strikethrough',
    flavour: 'python-markdown',
    name: 'strikethrough',
    line: '~~gone~~ and ~one~ and ~~**bold gone**~~ and a~~b~~c.',
    message: 'Python-Markdown shows the `~` as typed. `<del>…</del>` strikes through.',
  },
  {
    rule: 'bare-address',
    flavour: 'jekyll',
    name: 'autolinks',
    line: 'Bare https://example.org/path. And http://example.org/(paren) too, (see https://example.org/x).',
    message: 'Jekyll makes no link of a bare address. Put it in `<` and `>`.',
  },
  {
    rule: 'bare-address',
    flavour: 'hugo',
    name: 'post-chinese',
    line: '详见[文档](https://example.org/文档)，或访问https://example.org/路径。',
    message: 'Hugo makes no link of a bare address. Put it in `<` and `>`.',
  },
  {
    rule: 'spaced-address',
    flavour: 'python-markdown',
    name: 'images',
    line: '![Space](/img/my pic.png)',
    message:
      'Python-Markdown allows a space in an address, GitHub shows the text as typed. If the words behind the space are a title, put them in quotes.',
  },
  {
    rule: 'spaced-reference',
    flavour: 'jekyll',
    name: 'links',
    line: '[space] [one]',
    message: 'Jekyll makes one link of this; for GitHub no space may part the text from its label.',
  },
  {
    rule: 'emphasis',
    flavour: 'python-markdown',
    name: 'emphasis-cjk',
    line: 'これは**強調**です。**「括弧」**の後。**注意。**次の文。',
    message:
      'Python-Markdown emphasises more of this than GitHub, which shows a `*` or `_` as typed. A space or a letter outside of the signs settles it.',
  },
  {
    rule: 'no-footnotes',
    flavour: 'hexo',
    name: 'footnotes',
    line: 'A claim[^1] and another[^note].',
    message: 'Hexo has no footnotes, as the blog is set up.',
  },
  {
    rule: 'no-footnotes',
    flavour: 'eleventy',
    name: 'footnotes',
    line: '[^1]: The first source.',
    message: 'Eleventy has no footnotes, as the blog is set up.',
  },
  {
    rule: 'no-tasks',
    flavour: 'eleventy',
    name: 'task-lists',
    line: '- [ ] to do',
    message: 'Eleventy shows `[ ]` as text and no box to tick.',
  },
  {
    rule: 'line-breaks',
    flavour: 'hexo',
    name: 'hard-breaks',
    line: 'A plain',
    message: 'Hexo breaks the line where the text does, as the blog is set up; GitHub goes on.',
  },
  {
    rule: 'backslash-break',
    flavour: 'python-markdown',
    name: 'hard-breaks',
    line: 'A backslash\\',
    message: 'Python-Markdown shows this backslash. Two spaces at the end break the line.',
  },
  {
    rule: 'shown-backslash',
    flavour: 'python-markdown',
    name: 'smart-around-code',
    line: '\\"not smart\\" and \\\'this\\\'. &quot;entity&quot;',
    message: 'Python-Markdown shows this backslash; GitHub leaves it out.',
  },
  {
    rule: 'other',
    flavour: 'hugo',
    name: 'autolinks',
    line: 'Bare https://example.org/path. And http://example.org/(paren) too, (see https://example.org/x).',
    message: 'Hugo shows this otherwise than GitHub does.',
  },
]

const lineAt = (text: string, offset: number): string => text.slice(offset).split('\n')[0] ?? ''

describe('each rule explains a text that the real renderers differ about', () => {
  test.each(cases)('$rule: $flavour, $name', ({ rule, flavour, name, line, message }) => {
    const byName = (renderer: FlavourId) => flavourCases(renderer).find((entry) => entry.name === name)
    const [here, there] = [byName(flavour), byName('cmark-gfm')]
    if (here === undefined || there === undefined) throw new Error(`no case ${name}`)
    expect(partingOf(shapeOf(here.expected), shapeOf(there.expected))).not.toBeNull()
    const found = createDifferenceFinder(flavour).find(here.markdown)
    expect(
      found.map((difference) => ({
        rule: difference.rule,
        line: lineAt(here.markdown, difference.lineFrom),
        message: difference.message,
      })),
    ).toContainEqual({ rule, line, message })
  })

  test('no rule is without a case', () => {
    // a bar that makes a table has no text of its own in the corpus: see below
    const withCase = new Set([...cases.map(({ rule }) => rule), 'table-of-bar'])
    expect(allRules.map(({ id }) => id).filter((id) => !withCase.has(id))).toEqual([])
  })

  test('a bar in a line of a Jekyll post', () => {
    const found = createDifferenceFinder('jekyll').find('Choose this | or that.\n')
    expect(found.map(({ rule }) => rule)).toEqual(['table-of-bar'])
  })
})

describe('a repair', () => {
  const repaired: readonly (readonly [FlavourId, string, string])[] = [
    ['python-markdown', 'To pack:\n- a tent\n- a map\n', 'To pack:\n\n- a tent\n- a map\n'],
    ['python-markdown', 'One.\n\n##Two\n', 'One.\n\n## Two\n'],
    ['python-markdown', '- a\n  - b\n    - c\n- d\n', '- a\n    - b\n        - c\n- d\n'],
    ['python-markdown', '1) a\n2) b\n', '1. a\n2. b\n'],
    ['jekyll', 'Text\n***\n', 'Text\n\n***\n'],
    ['jekyll', '```js {1}\na\n```\n', '```js\na\n```\n'],
    ['jekyll', 'In\n1999. It was.\n', 'In\n1999\\. It was.\n'],
    ['jekyll', 'This | that.\n', 'This \\| that.\n'],
    ['jekyll', 'See https://example.org/a.\n', 'See <https://example.org/a>.\n'],
  ]
  test.each(repaired)('in %s: %j', (flavour, source, expected) => {
    const finder = createDifferenceFinder(flavour)
    const [difference, ...others] = finder.find(source)
    expect(others).toEqual([])
    if (!difference?.repair) throw new Error('there is no repair')
    const text = applyTextChanges(source, [difference.repair.change])
    expect(text).toBe(expected)
    expect(finder.find(text)).toEqual([])
  })
})
