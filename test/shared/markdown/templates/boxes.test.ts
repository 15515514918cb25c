import { expect, test } from 'vitest'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { createDocumentRenderer, renderDocument } from '#shared/markdown/templates/document-renderer'
import { emptyTemplateContext, type TemplateContext } from '#shared/markdown/templates/template-context'

type Row = readonly [flavour: FlavourId, context: Partial<TemplateContext>, text: string, words: string]

const own = { isSite: true, hasOwnTags: true, hasForeignFiles: true }

/** What cannot be put in is a box that says why, with the tag as it is written. */
const boxes: readonly Row[] = [
  ['jekyll', { isSite: true }, '{% gist 1234 %}', 'Jekyll stops its build here: unknown tag “gist”.'],
  [
    'jekyll',
    own,
    '{% gist 1234 %}',
    '“gist” is not a tag of Jekyll itself; tags of this site are not run here.',
  ],
  [
    'jekyll',
    { isSite: true },
    '{% include a.html %}',
    'Jekyll stops its build here: there is no include “a.html”.',
  ],
  ['jekyll', own, '{% include a.html %}', 'The template “a.html” is not among this site’s own files.'],
  ['jekyll', {}, '{% if a %}x', 'Jekyll stops its build here: “if” is never closed.'],
  ['jekyll', {}, '{% if a ==! b %}x{% endif %}', 'Jekyll stops its build here: “if a ==! b” cannot be read.'],
  ['jekyll', {}, '{{ site.posts | size }}', 'Only a build of the site knows this value.'],
  ['jekyll', {}, '{{ page.date | date: "%Y" }}', 'Only a build of the site knows this value.'],
  [
    'jekyll',
    {},
    '{% for p in site.posts %}x{% endfor %}',
    'Only a build of the site knows what is repeated here.',
  ],
  ['jekyll', {}, '{% if site.posts %}x{% endif %}', 'Only a build of the site knows whether this is shown.'],
  [
    'jekyll',
    { isSite: true },
    '{% post_url 2020-01-01-a %}',
    'Jekyll stops its build here: post_url: there is no post “2020-01-01-a”.',
  ],
  ['jekyll', { isSite: true }, '{% link about.html %}', 'Only a build of the site knows this address.'],
  ['eleventy', {}, '{{ a | nope }}', 'Eleventy stops its build here: unknown filter “nope”.'],
  ['eleventy', own, '{{ title | nope }}', 'The filter “nope” of this site is not run here.'],
  [
    'eleventy',
    own,
    '{% youtube "x" %}',
    '“youtube” is not a tag of Eleventy itself; tags of this site are not run here.',
  ],
  ['hugo', { isSite: true }, '{{< nope a=1 >}}', 'Hugo stops its build here: there is no shortcode “nope”.'],
  [
    'hugo',
    own,
    '{{< nope a=1 >}}',
    '“nope” is not a tag of Hugo itself; tags of this site are not run here.',
  ],
  [
    'hugo',
    { files: { a: '{{ range .Params }}x{{ end }}' } },
    '{{< a >}}',
    'The template of “a” is not run here.',
  ],
  ['hugo', { files: { a: '{{ .Inner }}' } }, '{{< a >}}', 'Hugo stops its build here: “a” is not closed.'],
  [
    'hugo',
    { files: { a: 'x' } },
    '{{< a >}}b{{< /a >}}',
    'Hugo stops its build here: “a” is closed, but takes no content.',
  ],
  ['hugo', {}, '{{< /a >}}', 'Hugo stops its build here: “a” is closed, but not open.'],
  [
    'hugo',
    { isSite: true },
    '{{< ref "a.md" >}}',
    'Hugo stops its build here: ref: there is no page “a.md”.',
  ],
  ['hugo', {}, '{{< x user="a" id="1" >}}', 'From https://x.com/a/status/1, which is not loaded here.'],
  ['hexo', {}, '{% youtube a %}', 'Hexo stops its build here: unknown tag “youtube”.'],
  ['hexo', own, '{% note info %}', '“note” is not a tag of Hexo itself; tags of this site are not run here.'],
  ['hexo', {}, '{% post_link a %}', 'Hexo stops its build here: post_link: there is no post “a”.'],
  ['hexo', {}, '{{ a | nope }}', 'Hexo stops its build here: “a | nope” cannot be read.'],
]

const withEntities = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

test.each(boxes)('%s %j: %s', (flavour, context, text, words) => {
  const values = { page: {}, context: { ...emptyTemplateContext, ...context } }
  const renderer = createDocumentRenderer(text, flavour, values)
  const html = renderer.html()
  expect(html).toContain(
    `<span class="galley-box" role="note">${withEntities(words)}<span class="galley-box-alternative">`,
  )
  const opening = /^\{[\s\S]*?[%}>]\}+/.exec(text)?.[0] ?? text
  expect(html).toContain(withEntities(opening))
  expect(renderer.stops).toHaveLength(words.includes('stops its build') ? 1 : 0)
  // on the command line a text that stops the build is what Markdown alone makes of it
  if (renderer.stops.length > 0)
    expect(renderDocument(text, flavour, values).html).not.toContain('galley-box')
})

test('what a condition decides that cannot be read is not shown', () => {
  const html = createDocumentRenderer('{% if a ==! b %}one{% else %}two{% endif %}\n', 'jekyll').html()
  expect(html).not.toContain('two')
  expect(html.replace(/<[^>]*alternative[\s\S]*$/, '')).not.toContain('one')
})

test.each<readonly [FlavourId, string]>([
  ['hugo', '{{< tabs >}}\nInner *text*\n{{< /tabs >}}\n'],
  ['hugo', '{{% tabs %}}\nInner *text*\n{{% /tabs %}}\n'],
  ['hexo', '{% tabs %}\nInner *text*\n{% endtabs %}\n'],
  ['jekyll', '{% tabs %}\n\nInner *text*\n\n{% endtabs %}\n'],
])('%s: what an unknown tag holds is shown below its box', (flavour, text) => {
  const html = createDocumentRenderer(text, flavour, {
    page: {},
    context: { ...emptyTemplateContext, ...own },
  }).html()
  expect(html).toContain('Inner <em>text</em>')
  expect(html.match(/galley-box"/g)).toHaveLength(1)
})

test.each<readonly [FlavourId, Record<string, string | boolean>, Record<string, boolean>]>([
  ['jekyll', { render_with_liquid: false }, {}],
  ['hexo', { disableNunjucks: true }, {}],
  ['eleventy', { templateEngineOverride: 'md' }, {}],
  ['eleventy', {}, { markdownTemplateEngine: false }],
])('%s: %j %j leaves tags as they are written', (flavour, page, site) => {
  const text = 'A {{ title }} {% raw %}b{% endraw %}.'
  const context = { ...emptyTemplateContext, isSite: true, site }
  expect(createDocumentRenderer(text, flavour, { page, context }).html()).toContain(text)
  expect(createDocumentRenderer(text, flavour).html()).not.toContain(text)
})

test('a box in an attribute leaves the attribute whole', () => {
  const html = createDocumentRenderer(
    '<img src="{{ site.posts }}" alt="a">\n\n[x]({{ site.posts }})\n',
    'jekyll',
  ).html()
  expect(html).toContain('<img src="" alt="a"')
  expect(html).toContain('<a href="">x</a>')
})

test('an address that a shortcode gives stands in a link', () => {
  const pages = [{ path: 'content/posts/b.md', address: '/posts/b/', title: 'B' }]
  const context = { ...emptyTemplateContext, isSite: true, pages }
  const html = createDocumentRenderer('[b]({{< relref "b.md#x" >}})', 'hugo', { page: {}, context }).html()
  expect(html).toContain('<a href="/posts/b/#x">b</a>')
})
