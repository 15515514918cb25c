import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDifferenceFinder, maxDifferences } from '#shared/markdown/differences/find-differences'
import { withoutOwnMarkup } from '#shared/markdown/differences/own-markup'
import { partingOf, shapeOf } from '#shared/markdown/differences/shape'
import { flavourIds } from '#shared/markdown/flavours/flavour'
import { renderBody } from '#shared/markdown/render'
import { applyTextChanges } from '#shared/text/text-change'
import { engblogPosts, flavourCases } from '../fixtures'
import { documents, editPlans, toChange } from '../random-edits'

const others = flavourIds.filter((flavour) => flavour !== 'cmark-gfm')
const flavour = fc.constantFrom(...others)

describe('what is marked in real posts', () => {
  /** Read by eye, each of them, and found true. */
  const marked: Readonly<Record<string, readonly (readonly [rule: string, line: string])[]>> = {
    'automating-app-store-screenshots': [['list-blank-line', ' - It uses a Sketch plugin']],
    'handling-2x-traffic-in-a-week': [['spaced-address', '![Architecture Diagram](../images/']],
    'kotlin-adoption': [['underline', '-----']],
    'lets-reduce': [['heading-space', '###[**Implement `map`**]']],
    'tips-for-code-reviews': [['heading-space', '##4. Comment on anything']],
  }
  test.each(engblogPosts())('$name', ({ name, markdown }) => {
    const found = createDifferenceFinder('python-markdown').find(markdown)
    const expected = marked[name] ?? []
    expect(found.map(({ rule }) => rule)).toEqual(expected.map(([rule]) => rule))
    for (const [index, [, line]] of expected.entries()) {
      expect(markdown.slice(found[index]?.lineFrom)).toMatch(new RegExp(`^${escapePattern(line)}`))
    }
  })
})

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Footnotes gather at the end, GitHub filters some tags, and template tags run before: in texts with them the whole is more than its parts. */
const isSumOfItsParts = (text: string): boolean =>
  !/\[\^|\{[{%]|<\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)/i.test(text) &&
  withoutOwnMarkup(text) === text

test('a text without a mark reads the same as a whole, one with a mark does not', () => {
  const texts = flavourCases('cmark-gfm').map(({ markdown }) => markdown)
  const counts = { marked: 0, unmarked: 0 }
  for (const id of others) {
    const posts = id === 'python-markdown' ? engblogPosts().map(({ markdown }) => markdown) : []
    for (const text of [...texts, ...posts]) {
      // a definition list is meant, and raw HTML is laid out by the browser
      if (!isSumOfItsParts(text) || /^ {0,3}(?::|<)/m.test(text)) continue
      const found = createDifferenceFinder(id).find(text)
      const parting = partingOf(shapeOf(renderBody(text, id)), shapeOf(renderBody(text, 'cmark-gfm')))
      expect(parting === null, `${id}: ${text.slice(0, 200)}`).toBe(found.length === 0)
      counts[found.length === 0 ? 'unmarked' : 'marked']++
    }
  }
  expect(counts.marked).toBeGreaterThan(80)
  expect(counts.unmarked).toBeGreaterThan(150)
})

test('every mark stands on a stretch that is shown differently', () => {
  fc.assert(
    fc.property(flavour, documents, (id, text) => {
      let end = 0
      for (const { from, to, lineFrom, here, there } of createDifferenceFinder(id).find(text)) {
        expect(partingOf(here, there)).not.toBeNull()
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeLessThanOrEqual(text.length)
        expect(lineFrom).toBeGreaterThanOrEqual(from)
        expect(lineFrom).toBeLessThan(to)
        expect(lineFrom === 0 || text[lineFrom - 1] === '\n').toBe(true)
        end = to
      }
    }),
    { numRuns: 50 },
  )
})

test('following edits finds what looking at the whole text anew finds', () => {
  fc.assert(
    fc.property(
      flavour,
      documents,
      fc.array(editPlans, { minLength: 1, maxLength: 6 }),
      (id, first, plans) => {
        const finder = createDifferenceFinder(id)
        let text = first
        finder.find(text)
        for (const plan of plans) {
          text = applyTextChanges(text, [toChange(plan, text)])
          const found = finder.find(text)
          expect(found).toEqual(createDifferenceFinder(id).find(text))
        }
      },
    ),
    { numRuns: 25 },
  )
})

test('what is meant for the generator is not marked', () => {
  const jekyll = createDifferenceFinder('jekyll')
  expect(jekyll.find('A paragraph.\n{: .lead}\n')).toEqual([])
  expect(jekyll.find('$$\n\\int_0^1 x^2 \\, dx\n$$\n')).toEqual([])
  expect(jekyll.find('{% include figure.html src="/a.png" | strip %}\n')).toEqual([])
  expect(jekyll.find('Term\n: What it means.\n')).toEqual([])
  const hugo = createDifferenceFinder('hugo')
  expect(hugo.find('## Install {#setup}\n')).toEqual([])
  expect(hugo.find('{{< figure src="/a.png" title="A *b*" >}}\n')).toEqual([])
})

test('template tags, and what no Markdown is read in, are not marked', () => {
  const jekyll = createDifferenceFinder('jekyll')
  expect(
    jekyll.find('{% highlight sh %}\ncat a | grep b\n\nsee https://example.org\n{% endhighlight %}\n'),
  ).toEqual([])
  expect(jekyll.find('Written {{ page.date | date: "%Y" }} here.\n')).toEqual([])
  expect(jekyll.find('{% raw %}a | b{% endraw %} and c | d.\n').map(({ rule }) => rule)).toEqual([
    'table-of-bar',
  ])
  expect(createDifferenceFinder('hexo').find('{% codeblock %}\na\nb\n{% endcodeblock %}\n')).toEqual([])
  const hugo = createDifferenceFinder('hugo')
  expect(hugo.find('{{< note >}}\n<b>raw</b>\n{{< /note >}}\n')).toEqual([])
  expect(hugo.find('{{% note %}}\n<b>raw</b>\n{{% /note %}}\n').map(({ rule }) => rule)).toEqual([
    'html-left-out',
  ])
})

test('a repair never writes over a template tag', () => {
  const text = 'See {{ site.name }} | https://example.org and {{ a | b }}.\n'
  for (const { repair } of createDifferenceFinder('jekyll').find(text)) {
    if (repair !== null) expect(applyTextChanges(text, [repair.change])).toContain('{{ site.name }}')
  }
  const unclosed = `${'{% raw %} {{< x >}} '.repeat(20_000)}\n`
  expect(createDifferenceFinder('jekyll').find(unclosed)).toEqual([])
})

test('typography is not marked', () => {
  const text = '"Quotes" and ‘more’ -- a dash --- another... and \'70s.\n'
  for (const id of others) expect(createDifferenceFinder(id).find(text)).toEqual([])
})

test('GitHub itself has no differences', () => {
  expect(createDifferenceFinder('cmark-gfm').find('<script>1</script>\n\n##no\n')).toEqual([])
})

test('one mark speaks for all lines that break, with their number', () => {
  const [mark, ...rest] = createDifferenceFinder('hexo').find('One\ntwo\n\nThree\nfour\n\nFive\nsix\n')
  expect(rest).toEqual([])
  expect(mark).toMatchObject({ rule: 'line-breaks', lineFrom: 0, others: 2 })
  const pictures = createDifferenceFinder('hexo').find('![a](/a%3Ab.png)\n![b](/b.png)\n')
  expect(pictures.map(({ rule }) => rule)).toEqual(['line-breaks'])
})

test('marks are few however much differs', () => {
  const found = createDifferenceFinder('python-markdown').find('##a\n\n'.repeat(1000))
  expect(found).toHaveLength(maxDifferences)
})
