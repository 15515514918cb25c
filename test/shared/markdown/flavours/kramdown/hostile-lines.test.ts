import { expect, test } from 'vitest'
import { renderBody } from '#shared/markdown/render'

const many = 50_000

test.each([
  ['a separator that is none', `|${'-'.repeat(many)}x`],
  ['a definition with spaces', `[a]: x${' '.repeat(many)}y`],
  ['a definition with quotation marks', `[a]: x${' "'.repeat(many / 2)}y`],
  ['an item of spaces', `- {: .a}${' '.repeat(many)}x`],
  ['elements inside a line', '<i>'.repeat(many / 5)],
  ['extensions that do not end', '{::comment}\n'.repeat(many / 10)],
  ['attribute lists that do not end', '{: a\n'.repeat(many / 10)],
  ['formulas that do not end', `${'$$ a\n\n'.repeat(1001)}b`],
  ['quotation marks', '"'.repeat(many)],
  ['one paragraph of lines', 'a *b\n'.repeat(many / 5)],
])('%s', (_what, text) => {
  const before = process.cpuUsage()
  renderBody(text, 'jekyll')
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(8000)
})
