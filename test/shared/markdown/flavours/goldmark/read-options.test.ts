import { expect, test } from 'vitest'
import { goldmarkDefaults } from '#shared/markdown/flavours/goldmark/goldmark'
import { goldmarkOptionsOf } from '#shared/markdown/flavours/goldmark/read-options'

const optionsIn = (files: Readonly<Record<string, string>>) =>
  goldmarkOptionsOf(new Map(Object.entries(files)))

test('a site without settings gets what Hugo does by itself', () => {
  expect(optionsIn({})).toEqual(goldmarkDefaults)
  expect(optionsIn({ 'hugo.toml': 'title = "A blog"\n' })).toEqual(goldmarkDefaults)
})

test.each([
  ['TOML', { 'hugo.toml': '[markup.goldmark.renderer]\nunsafe = true\n' }],
  ['YAML', { 'config.yaml': 'markup:\n  goldmark:\n    renderer:\n      unsafe: true\n' }],
  ['JSON', { 'config.json': '{"markup": {"goldmark": {"renderer": {"unsafe": true}}}}' }],
  ['other letter case', { 'hugo.toml': '[Markup.goldMark.Renderer]\nUnsafe = true\n' }],
  ['a file of its own', { 'config/_default/markup.toml': '[goldmark.renderer]\nunsafe = true\n' }],
])('HTML is allowed in %s', (_where, files) => {
  expect(optionsIn(files).unsafe).toBe(true)
})

test('the typographer and the ids of headings are settings too', () => {
  const toml = `[markup.goldmark.extensions.typographer]
disable = true
[markup.goldmark.parser]
autoHeadingIDType = "github-ascii"
`
  expect(optionsIn({ 'hugo.toml': toml })).toEqual({
    unsafe: false,
    typographer: false,
    headingIds: 'github-ascii',
  })
  const older = '[markup.goldmark]\nextensions = {typographer = false}\nparser = {autoHeadingID = false}\n'
  expect(optionsIn({ 'config.toml': older })).toEqual({
    unsafe: false,
    typographer: false,
    headingIds: 'none',
  })
})

test('a file with a mistake says nothing, and the others count', () => {
  const files = { 'config.toml': '[markup', 'hugo.yaml': 'markup: {goldmark: {renderer: {unsafe: true}}}\n' }
  expect(optionsIn(files).unsafe).toBe(true)
})
