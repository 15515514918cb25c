import { describe, expect, test } from 'vitest'
import type { MarkdownSetup } from '#shared/markdown/flavours/setup'
import { createIncrementalRenderer } from '#shared/markdown/incremental'
import { renderBody } from '#shared/markdown/render'
import { applyTextChanges } from '#shared/text/text-change'
import { firstDifference } from '../../../../helpers/compare-html'

const docusaurus: MarkdownSetup = {
  flavour: 'astro',
  options: { docusaurus: true, mdx: true, smartypants: false },
}

const render = (markdown: string): string => renderBody(markdown, docusaurus)
const withoutBoxes = (html: string): string =>
  html.replace(/(<p>)?<span class="galley-box"[\s\S]*?<\/span><\/span>(<\/p>)?/g, '')
const box = (name: string, title: string, content: string): string =>
  `<div class="theme-admonition theme-admonition-${name}"><div>${title}</div><div>${content}</div></div>`

// what @docusaurus/mdx-loader 3.8.1 made of each, admonitions written as a heading and a content, components as what they hold
test.each([
  [
    'lines that import and export are not shown',
    "import Foo from './foo'\nimport {a,\n  b} from 'c'\n\nexport const x = {\n  a: 1,\n\n  b: 2\n}\n\ntext\n",
    '<p>text</p>',
  ],
  [
    'a heading may have its own id',
    '# Title {#my-Id}\n\n## Two *x* {#two}\n\n## Two\n',
    '<h1 id="my-Id">Title</h1><h2 id="two">Two <em>x</em></h2><h2 id="two">Two</h2>',
  ],
  [
    'an admonition has a title or its name',
    ':::note\n\nSome **text**\n\n:::\n\npara\n:::warning[Label]{#w .cls}\na\n:::\nafter\n\n:::tip Custom *title*\nx\n:::\n',
    `${box('note', 'note', '<p>Some <strong>text</strong></p>')}<p>para</p>${box('warning', 'Label', '<p>a</p>')}<p>after</p>${box('tip', 'Custom <em>title</em>', '<p>x</p>')}`,
  ],
  [
    'admonitions stand in one another and in quotes',
    '::::info\nx\n:::danger\ny\n:::\n::::\n\n> :::note\n> q\n> :::\n',
    `${box('info', 'info', `<p>x</p>${box('danger', 'danger', '<p>y</p>')}`)}<blockquote>${box('note', 'note', '<p>q</p>')}</blockquote>`,
  ],
  [
    'a container of another name is its content, and a space makes text of it',
    ':::foo\nunknown\n:::\n\n::: note\nx\n:::\n',
    '<div><p>unknown</p></div><p>::: note\nx\n:::</p>',
  ],
  [
    'one that nothing closes goes on to the end',
    ':::note\nx\n\ny\n',
    box('note', 'note', '<p>x</p><p>y</p>'),
  ],
  [
    'Markdown is read within elements',
    '<div className="c" style={{color: \'red\'}}>\ntext *in*\n</div>\n\n<div>one *line*</div>\n\n<>frag *x*</>\n\n<details>\n<summary>Sum *m*</summary>\n\nbody\n\n</details>\n',
    '<div><p>text <em>in</em></p></div><div>one <em>line</em></div>frag <em>x</em><details><summary>Sum <em>m</em></summary><p>body</p></details>',
  ],
  [
    'a tag may go over several lines, and ends a paragraph where it stands alone',
    'a\n<Foo\n  a="1 > 0"\n  b={{x: 1}}\n>\ntext\n</Foo>\n\na\n<div>x</div>\nb\n',
    '<p>a</p><p>text</p><p>a<div>x</div>b</p>',
  ],
  [
    'comments are not shown, and literals are their text',
    "a {/* gone */}b{' '}c <!-- d -->e {1}\n\n{/* f\n\ng */}\n\n<!-- h -->\n",
    '<p>a b c e 1</p>',
  ],
  ['there is no indented code', '    text *x*\n', '<p>text <em>x</em></p>'],
  [
    'code is code',
    '`{x}` \\{y} \\<z\n\n```js\nx {y} <Foo>\n```\n',
    '<p><code>{x}</code> {y} &lt;z</p><pre><code class="language-js">x {y} &lt;Foo&gt;\n</code></pre>',
  ],
])('docusaurus: %s', (_what, markdown, expected) => {
  expect(firstDifference(expected, withoutBoxes(render(markdown)))).toBeNull()
})

describe('what is code of the site', () => {
  test('a component is a box with what is given to it, around its content', () => {
    const html = render('<Tabs groupId="a" v={count}>\n\n*md*\n\n</Tabs>\n')
    expect(html).toContain('The component “Tabs” is not run here.')
    expect(html).toContain('&lt;Tabs groupId=&quot;a&quot; v={count}&gt;')
    expect(html).toContain('<p><em>md</em></p>')
  })

  test('an expression is a box', () => {
    expect(render('a {props.x} b\n')).toMatch(
      /^<p>a <span class="galley-box"[\s\S]*\{props\.x\}[\s\S]* b<\/p>\n$/,
    )
  })

  test('what no component closes is text, and does not hold up anything', () => {
    const text = '<a b={'.repeat(20_000)
    const started = performance.now()
    expect(render(`${text}\n`)).toContain('&lt;a b={')
    expect(performance.now() - started).toBeLessThan(4000)
  })
})

test('a title stands above code, and comments that mark lines are not shown', () => {
  const html = render('```js title="a <b>.js" {1}\n// highlight-next-line\na\n// highlight-start\nb\n```\n')
  expect(html).toContain('<div class="code-block-title">a &lt;b&gt;.js</div>')
  expect(html).toContain('<code class="language-js">a\nb</code>')
})

test('a comment closed far below is one', () => {
  const open = `{/* a\n\n${'text\n\n'.repeat(40)}`
  const renderer = createIncrementalRenderer(open, docusaurus)
  renderer.apply([{ from: open.length, to: open.length, insert: '*/}\n' }], `${open}*/}\n`)
  expect(renderer.html().trim()).toBe('')
  expect(renderer.html()).toBe(render(`${open}*/}\n`))
})

test('an admonition closed far below holds what stands between', () => {
  const open = `:::note\n\n${'text\n\n'.repeat(2000)}`
  const renderer = createIncrementalRenderer(open, docusaurus)
  const from = open.indexOf('text', 500)
  const change = { from, to: from, insert: ':::\n\n' }
  const body = applyTextChanges(open, [change])
  renderer.apply([change], body)
  expect(renderer.html()).toBe(renderBody(body, docusaurus))
})
