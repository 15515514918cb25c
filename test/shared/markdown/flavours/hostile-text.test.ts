import { describe, expect, test } from 'vitest'
import { flavourIds } from '#shared/markdown/flavours/flavour'
import { renderBody } from '#shared/markdown/render'

const many = 5000
const range = (length: number, part: (index: number) => string): string =>
  Array.from({ length }, (_, index) => part(index)).join('')

const texts: readonly (readonly [string, string])[] = [
  ['brackets that open', '['.repeat(many)],
  ['brackets that open and close', '['.repeat(many) + ']'.repeat(many)],
  ['pictures that open', '!['.repeat(many)],
  ['links that open', '[a]('.repeat(many)],
  ['links in one paragraph', '[a](b) '.repeat(many / 2)],
  ['round brackets', `[a](${'('.repeat(many)}`],
  ['emphasis that opens', '*a **b _c __d '.repeat(many / 5)],
  ['emphasis of three', '***a'.repeat(many)],
  ['backticks in ever longer runs', range(200, (index) => `${'`'.repeat(index)}a `)],
  ['quotes in quotes', range(300, (index) => `${'>'.repeat(index)} a\n`)],
  ['quotes on one line', '> '.repeat(many)],
  ['lists in lists', range(200, (index) => `${'    '.repeat(index)}- a\n`)],
  ['lists on one line', '- '.repeat(many)],
  ['tags that open', '<a '.repeat(many)],
  ['attributes that open', '<a b="'.repeat(many / 2)],
  ['comments that open', '<!--'.repeat(many)],
  ['elements that open', '<div>\n\n'.repeat(many / 2)],
  ['fences', '```\n'.repeat(many + 1)],
  ['footnotes', `${'[^a]'.repeat(many / 2)}\n\n[^a]: x`],
  ['definitions', range(many / 2, (index) => `[l${index}]: /x\n`)],
  ['a title that never ends', `[a]: /x "${'b\n'.repeat(many)}`],
  ['a table of many columns', `${'|a'.repeat(1000)}\n${'|-'.repeat(1000)}\n`],
  ['spaces', `a${' '.repeat(many)}b`],
]

describe.each(flavourIds)('%s: text made to be slow is rendered in time', (flavour) => {
  test.each(texts)('%s', (_what, text) => {
    const before = process.cpuUsage()
    renderBody(text, flavour)
    // the processor's own time, so that a machine that does many things at once does not count: what is not bounded takes minutes
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(8000)
  })
})
