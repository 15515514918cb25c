import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { TreeFragment } from '@lezer/common'
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LocateOptions } from '#shared/front-matter/front-matter'
import { PostParser, postLanguage } from '../../../renderer/editor/post-parser'

const everything: LocateOptions = { openerless: true, pelican: true }

const names = tagHighlighter([
  { tag: tags.propertyName, class: 'key' },
  { tag: tags.definition(tags.propertyName), class: 'key' },
  { tag: [tags.string, tags.special(tags.string)], class: 'string' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], class: 'constant' },
  { tag: tags.comment, class: 'comment' },
  { tag: tags.processingInstruction, class: 'mark' },
  { tag: tags.heading, class: 'heading' },
])

/** `key:title string:"A"` … */
function highlighted(text: string, options: LocateOptions = {}): string {
  const found: string[] = []
  highlightTree(new PostParser(options).parse(text), names, (from, to, name) =>
    found.push(`${name}:${text.slice(from, to).trim()}`),
  )
  return found.filter((part) => !/:\W?$/.test(part)).join(' ')
}

describe('front matter is highlighted in its own language', () => {
  test.each([
    {
      language: 'YAML',
      text: '---\ntitle: "A" # why\nn: 1\n---\n\n# Body\n',
      is: 'mark:--- key:title string:"A" comment:# why key:n mark:--- heading:Body',
    },
    {
      language: 'TOML',
      text: "+++\ntitle = 'A' # why\ndraft = true\nn = 1\n+++\n# Body\n",
      is: "mark:+++ key:title string:'A' comment:# why key:draft constant:true key:n constant:1 mark:+++ heading:Body",
    },
    {
      language: 'JSON',
      text: '{\n  "title": "A",\n  "n": 1, "d": true\n}\n\n# Body\n',
      is: 'key:"title" string:"A" key:"n" constant:1 key:"d" constant:true heading:Body',
    },
    {
      language: 'JSON between semicolons',
      text: ';;;\n{"title": "A"}\n;;;\n# Body\n',
      is: 'mark:;;; key:"title" string:"A" mark:;;; heading:Body',
    },
    {
      language: 'YAML without an opener',
      text: 'title: A\ntags: ["b"]\n...\n# Body\n',
      is: 'key:title key:tags string:"b" mark:... heading:Body',
    },
    {
      language: 'headers',
      text: 'Title: A\nTags: b, c\n\n# Body\n',
      is: 'key:Title key:Tags heading:Body',
    },
  ])('$language', ({ text, is }) => expect(highlighted(text, everything)).toBe(is))

  test.each(['\r', '\u2028', '\u2029'])('also TOML with %j in a string', (end) => {
    expect(highlighted(`+++\na = '''b${end}\n${end}c'''\nd = 1\n+++\n# Body\n`)).toMatch(
      /key:d.*heading:Body$/,
    )
    expect(highlighted(`+++\na = "b${end}\nd = 1\n+++\n# Body\n`)).toContain('heading:Body')
  })

  test('and never read as Markdown', () => {
    expect(highlighted('---\ntitle: A\n\n# a comment\nx: y\n---\nBody\n')).not.toContain('heading')
    expect(highlighted('Note: hi\n---\nBody\n')).toContain('heading')
  })
})

// no white space that could indent code: there the Markdown parser itself keeps what it read before an edit, whatever is around it
const piece = fc.constantFrom(
  ...[
    '---\n',
    '+++\n',
    '...\n',
    '{',
    '}',
    '"',
    '\r',
    '\u2028',
    'title: A\n',
    'x = 1\n',
    '- a\n',
    '# H\n',
    '\n',
    '```\n',
  ],
  ...['text ', '[a', ']', ': ', "'", '"a": 1,\n', '{"a": 1}\n', ';;;\n', '<b>', '> '],
)
const pieces = (maxLength: number) => fc.array(piece, { maxLength }).map((all) => all.join(''))
const edit = fc.record({
  at: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.1, noNaN: true })),
  length: fc.nat(30),
  insert: pieces(4),
})
const block = fc.oneof(
  fc.constantFrom('---\ntitle: A\n---\n', '+++\na = 1\n+++\n', '{"a": 1}\n', 'a: b\n\n', ''),
  fc.nat(30).map((keys) => `---\n${'title: "A"\n- x: [1]\n'.repeat(keys)}---\n`),
)

test('after any edits the tree is the one that the text would get from scratch', () => {
  const parser = new PostParser(everything)
  fc.assert(
    fc.property(block, pieces(200), fc.array(edit, { maxLength: 5 }), (beginning, rest, edits) => {
      let now = beginning + rest
      let tree = parser.parse(now)
      for (const { at, length, insert } of edits) {
        const from = Math.round(at * now.length)
        const to = Math.min(from + length, now.length)
        const change = { fromA: from, toA: to, fromB: from, toB: from + insert.length }
        const fragments = TreeFragment.applyChanges(TreeFragment.addTree(tree), [change])
        now = now.slice(0, from) + insert + now.slice(to)
        tree = parser.parse(now, fragments)
        expect(tree.toString()).toBe(parser.parse(now).toString())
        expect(tree.length).toBe(now.length)
      }
    }),
    { numRuns: 300 },
  )
})

describe('a long post', () => {
  const frontMatter = `---\n${Array.from({ length: 4000 }, (_, n) => `key${n}: "value ${n}"\n`).join('')}---\n`
  const body = 'A paragraph of *some* words.\n\n'.repeat(30_000)

  /** The state after an edit far down, with the whole text parsed. */
  function openParsed(): EditorState {
    const state = EditorState.create({ doc: frontMatter + body, extensions: postLanguage({}) })
    ensureSyntaxTree(state, state.doc.length, 10_000)
    return state.update({ changes: { from: state.doc.length, insert: 'x' } }).state
  }

  /** The quickest of a few keys typed at `position`: what else the machine does is none of the editor's cost. */
  function typeAt(opened: EditorState, position: number) {
    let state = opened
    let quickestMs = Number.POSITIVE_INFINITY
    for (let typed = 0; typed < 20; typed += 1) {
      const started = performance.now()
      state = state.update({ changes: { from: position + typed, insert: 'x' } }).state
      quickestMs = Math.min(quickestMs, performance.now() - started)
    }
    return { state, quickestMs }
  }

  test('typing in its body leaves 100 kB of front matter unread', () => {
    const blockOf = (state: EditorState) => syntaxTree(state).topNode.getChild('YAMLFrontMatter')?.toTree()
    const opened = openParsed()
    const { state, quickestMs } = typeAt(opened, frontMatter.length + 5000)
    expect(quickestMs).toBeLessThan(16)
    expect(blockOf(state)?.children[0] === blockOf(opened)?.children[0]).toBe(true)
    expect(blockOf(state)?.length).toBeGreaterThan(80_000)
  })

  test('typing in 100 kB of front matter takes less than a frame', () => {
    const opened = openParsed()
    expect(typeAt(opened, opened.doc.line(2000).to - 1).quickestMs).toBeLessThan(16)
  })
})
