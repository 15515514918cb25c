import { describe, expect, test } from 'vitest'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { createDocumentRenderer, type TemplateValues } from '#shared/markdown/templates/document-renderer'
import { emptyTemplateContext } from '#shared/markdown/templates/template-context'

const site = { ...emptyTemplateContext, isSite: true }

/** Renders, and says how long it took at most: generous, since what is looked for takes minutes. */
function renderWithin(
  limitMs: number,
  text: string,
  flavour: FlavourId,
  files: TemplateValues['context']['files'] = {},
): string {
  const startedAt = performance.now()
  const html = createDocumentRenderer(text, flavour, { page: {}, context: { ...site, files } }).html()
  expect(performance.now() - startedAt).toBeLessThan(limitMs)
  return html
}

const cutOff = 'make too much text'

describe('what grows without end is cut off with a word about it', () => {
  test.each<readonly [string, string, Record<string, string>]>([
    ['a loop in loops', '{% for a in (1..9999) %}{% for b in (1..9999) %}x{% endfor %}{% endfor %}', {}],
    [
      'an include of itself',
      '{% include a.html %}',
      { 'a.html': 'x{% include a.html %}{% include a.html %}' },
    ],
    [
      'includes that each hold ten',
      '{% include 0.html %}',
      Object.fromEntries(
        Array.from({ length: 12 }, (_, n) => [`${n}.html`, `{% include ${n + 1}.html %}`.repeat(10)]),
      ),
    ],
  ])('%s', (_what, text, files) => {
    expect(renderWithin(10_000, text, 'jekyll', files)).toContain(cutOff)
  })

  test('a value that doubles with every line', () => {
    const text = `{% assign a = "0123456789" %}${'{% assign a = a | append: a %}'.repeat(60)}{{ a }}`
    expect(renderWithin(10_000, text, 'jekyll').length).toBeLessThan(1_000_000)
  })

  test('a value put in for each of its own characters', () => {
    const text = `{% assign a = "${'x'.repeat(60_000)}" %}{{ a | replace: "x", a }}{{ a | split: "" | join: a }}`
    expect(renderWithin(10_000, text, 'jekyll').length).toBeLessThan(1_000_000)
  })

  test('a list of lists that doubles', () => {
    const text = `{% assign a = "a,b" | split: "," %}${'{% assign a = a | concat: a %}'.repeat(60)}{{ a | jsonify }}{% if a == a %}{% endif %}`
    expect(renderWithin(10_000, text, 'jekyll').length).toBeLessThan(2_000_000)
  })

  test('shortcodes deep in each other', () => {
    const text = `${'{{< n >}}'.repeat(500)}x${'{{< /n >}}'.repeat(500)}`
    expect(renderWithin(10_000, text, 'hugo', { n: '{{ .Inner }}{{ .Inner }}' })).toContain(cutOff)
  })
})

const length = 50_000

describe('text made to be slow takes no longer than other text', () => {
  test.each<readonly [FlavourId, string]>([
    ['jekyll', '{%'],
    ['jekyll', '{{'],
    ['jekyll', '{{"'],
    ['jekyll', '{% raw %}'],
    ['jekyll', '{% if a %}'],
    ['jekyll', '{% comment %}'],
    ['jekyll', '{{ a | b: "'],
    ['jekyll', '{% include a b="'],
    ['jekyll', '{{ "<script" | strip_html }}'],
    ['eleventy', '{{ a.b[0] | c }}'],
    ['hugo', '{{<'],
    ['hugo', '{{< a "'],
    ['hugo', '{{</*\n\n'],
    ['hugo', '{{< a >}}'],
    ['hugo', '{{< a b=`'],
    ['hugo', '{{< /a >}}'],
    ['hexo', '{{'],
    ['hexo', '{{"'],
    ['hexo', '{%"'],
    ['hexo', '{#'],
    ['hexo', '{% a %}'],
    ['hexo', '{% raw %}'],
    ['hexo', '{% blockquote %}'],
    ['hexo', '` `` {% a %} '],
    ['hexo', '\n```\n{{ a }}'],
  ])('%s: %s again and again', (flavour, piece) => {
    renderWithin(10_000, `${piece.repeat(length / piece.length)}\n`, flavour, { a: 'x' })
    renderWithin(10_000, `${`${piece}\n\n`.repeat(600)}\n`, flavour, { a: 'x' })
  })

  test.each<readonly [string, string]>([
    ['a condition', `{% if ${'< '.repeat(50_000)}" %}x{% endif %}`],
    ['a condition of many words', `{% if ${'a and '.repeat(20_000)}a %}x{% endif %}`],
    ['a filter', `{{ a | b: ${'"" '.repeat(30_000)} }}`],
  ])('%s without end', (_what, text) => {
    renderWithin(10_000, text, 'jekyll')
  })
})

describe('a template cannot reach what is not its site’s values', () => {
  test.each<readonly [FlavourId, string]>([
    [
      'jekyll',
      '{{ page.constructor }}{{ page.__proto__ }}{{ "a".constructor }}{{ site.toString }}{{ constructor }}',
    ],
    ['hexo', '{{ constructor }}{{ title.constructor }}{{ __proto__.a }}'],
    ['jekyll', '{{ "a" | constructor }}{{ "a" | toString }}'],
  ])('%s: %s', (flavour, text) => {
    const html = createDocumentRenderer(text, flavour, { page: { title: 'T' }, context: site }).html()
    expect(html).not.toMatch(/function|\[object|native code/)
  })

  test('Hugo: a template of its own may not name anything else', () => {
    const files = { a: '{{ .Get "constructor" }}{{ .Params.__proto__ }}', constructor: 'x' }
    const values = { page: {}, context: { ...site, files } }
    expect(createDocumentRenderer('{{< a >}} {{< toString >}}', 'hugo', values).html()).not.toMatch(
      /function|\[object|native code/,
    )
  })
})
