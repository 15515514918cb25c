import { expect, test } from 'vitest'
import { createDocumentRenderer, renderDocument } from '#shared/markdown/templates/document-renderer'
import { emptyTemplateContext, type PlainValues } from '#shared/markdown/templates/template-context'
import { firstDifference } from '../../../helpers/compare-html'

const values = (page: PlainValues = {}, own: boolean = false) => ({
  page,
  context: {
    ...emptyTemplateContext,
    isSite: own,
    hasOwnTags: own,
    site: { markdownTemplateEngine: 'njk' },
  },
})
const page = { title: 'It\'s "T"', html: '<b>h</b>' }

// what Nunjucks 3.2.4 and then markdown-it 14.3.3 made of each, as Eleventy runs them
test.each([
  [
    'values are escaped unless they are safe',
    '# {{ title }}\n\n{{ title | upper }}, {{ "x<y" }}, {{ html | safe }} *b*. {{ missing }}end\n',
    '<h1>It\'s "T"</h1><p>IT\'S "T", x&lt;y, <b>h</b> <em>b</em>. end</p>',
  ],
  ['comments and macros are not shown', '{# gone #}a{% macro m(x) %}not{% endmacro %}b\n', '<p>ab</p>'],
  ['raw text is left as it is', '{% raw %}{{ kept }} *c*{% endraw %}\n', '<p>{{ kept }} <em>c</em></p>'],
  [
    'names that the post sets',
    '{% set greeting = "Hello *you*" %}\n{{ greeting }}\n\na {%- set z = 1 -%} b {{ z }}\n',
    '<p>Hello <em>you</em></p><p>ab 1</p>',
  ],
  [
    'in code too',
    '```js\nconst a = {{ title }}\n```\n',
    '<pre><code class="language-js">const a = It&amp;#39;s &amp;quot;T&amp;quot;\n</code></pre>',
  ],
])('Eleventy with Nunjucks: %s', (_what, markdown, expected) => {
  const { html, stops } = renderDocument(markdown, 'eleventy', values(page))
  expect(stops).toEqual([])
  expect(firstDifference(expected, html)).toBeNull()
})

test.each([
  ['{% include "a.njk" %}', 'The tag “include” is not run here.'],
  ['{% youtube "x" %}', '“youtube” is not a tag of Eleventy itself; tags of this site are not run here.'],
  ['{{ collections.all }}', 'Only a build of the site knows this value.'],
  ['{{ metadata.title }}', 'Only a build of the site knows this value.'],
])('%s is a box', (text, words) => {
  const html = createDocumentRenderer(text, 'eleventy', values(page, true)).html()
  expect(html).toContain(`<span class="galley-box" role="note">${words}`)
})

test('what Nunjucks stops at is said', () => {
  expect(renderDocument('a {{ b', 'eleventy', values()).stops).toEqual([
    { at: 2, message: 'a tag is not closed' },
  ])
  expect(renderDocument('{% nope %}', 'eleventy', values()).stops).toHaveLength(1)
})

test('a post may name its own engine', () => {
  const text = '{# gone #}a\n'
  const own = { page: { templateEngineOverride: 'njk,md' }, context: emptyTemplateContext }
  expect(renderDocument(text, 'eleventy', own).html).toBe('<p>a</p>\n')
  expect(renderDocument(text, 'eleventy').html).toContain('gone')
})

test('hundreds of thousands of tags that nobody closes do not hold up anything', () => {
  const started = performance.now()
  renderDocument('{% raw %}'.repeat(60_000), 'eleventy', values())
  renderDocument('{% macro %}{{'.repeat(40_000), 'eleventy', values())
  expect(performance.now() - started).toBeLessThan(4000)
})
