import { expect, test } from 'vitest'
import { type OptionDialect, readCodeOptions } from '../../../../renderer/preview/enrich/code/code-options'

const read = (info: string, dialect: OptionDialect | null) => {
  const { marked, numbered, firstLine } = readCodeOptions(info, dialect)
  return { marked: [...marked], numbered, firstLine }
}

test.each([
  ['hugo', '{linenos=table,hl_lines=[2,"4-5"],linenostart=5}', [2, 4, 5], true, 5],
  ['hugo', '{hl_lines=["1-3"]}', [1, 2, 3], null, 1],
  ['hugo', '{ linenos=false, hl_lines="2 3" }', [2, 3], false, 1],
  ['hugo', '{lineNos=inline, lineNoStart=10}', [], true, 10],
  ['hexo', 'title mark:1,4-5 first_line:3 line_number:false', [1, 4, 5], false, 3],
  ['python-markdown', 'hl_lines="1 3"', [1, 3], null, 1],
  ['python-markdown', '{ .python hl_lines="2-3" linenums="7" }', [2, 3], true, 7],
  ['python-markdown', "hl_lines='2' linenos=True", [2], true, 1],
  ['docusaurus', '{1,3-4} title="app.js" showLineNumbers', [1, 3, 4], true, 1],
  [null, '{1,3} hl_lines="1"', [], null, 1],
  ['hugo', '', [], null, 1],
] as const)('%s reads %s', (dialect, info, marked, numbered, firstLine) => {
  expect(read(info, dialect)).toEqual({ marked: [...marked], numbered, firstLine })
})

test('a range without an end in sight ends anyway', () => {
  expect(read('{hl_lines=["1-99999999999"]}', 'hugo').marked.length).toBeLessThanOrEqual(100_000)
})
