import { describe, expect, test } from 'vitest'
import type { GeneratorId } from '#shared/site/detect-generator'
import { markdownFilesOf, readSiteMarkdown } from '#shared/site/markdown/read-site-markdown'
import { describeSiteMarkdown } from '#shared/site/markdown/site-markdown'

const read = (generator: GeneratorId, files: Readonly<Record<string, string>>) => {
  for (const file of Object.keys(files)) expect(markdownFilesOf(generator)).toContain(file)
  return readSiteMarkdown(generator, new Map(Object.entries(files)))
}
const optionsIn = (generator: GeneratorId, files: Readonly<Record<string, string>>) =>
  read(generator, files).options
const wordsOf = (generator: GeneratorId, files: Readonly<Record<string, string>>) =>
  describeSiteMarkdown(read(generator, files))

test('a site that sets nothing has no options and no words', () => {
  for (const generator of ['hugo', 'jekyll', 'hexo', 'astro', 'eleventy', 'pelican', 'zola'] as const)
    expect(readSiteMarkdown(generator, new Map())).toEqual({ options: {}, sources: [], notes: [] })
  expect(readSiteMarkdown(null, new Map())).toEqual({ options: {}, sources: [], notes: [] })
})

describe('Hugo', () => {
  test.each([
    ['TOML', { 'hugo.toml': '[markup.goldmark.renderer]\nunsafe = true\n' }],
    ['YAML', { 'config.yaml': 'markup:\n  goldmark:\n    renderer:\n      unsafe: true\n' }],
    ['JSON', { 'config.json': '{"markup": {"goldmark": {"renderer": {"unsafe": true}}}}' }],
    ['other letter case', { 'hugo.toml': '[Markup.goldMark.Renderer]\nUnsafe = true\n' }],
    ['a file of its own', { 'config/_default/markup.toml': '[goldmark.renderer]\nunsafe = true\n' }],
  ])('HTML is allowed in %s', (_where, files) => {
    expect(optionsIn('hugo', files)).toEqual({ unsafe: true })
  })

  test('extensions, ids of headings and the typographer’s own texts are settings too', () => {
    const toml = `[markup.goldmark.extensions]
footnote = false
linkifyProtocol = "http"
[markup.goldmark.extensions.typographer]
disable = false
leftDoubleQuote = "&laquo;"
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
block = [["$$", "$$"]]
inline = [["\\\\(", "\\\\)"]]
[markup.goldmark.parser]
autoHeadingIDType = "github-ascii"
[markup.goldmark.renderer]
hardWraps = true
`
    expect(optionsIn('hugo', { 'hugo.toml': toml })).toEqual({
      footnotes: false,
      linkifyProtocol: 'http',
      typographer: true,
      marks: { leftDoubleQuote: '&laquo;' },
      passthrough: { block: [['$$', '$$']], inline: [['\\(', '\\)']] },
      headingIds: 'github-ascii',
      hardWraps: true,
    })
    const older = '[markup.goldmark]\nextensions = {typographer = false}\nparser = {autoHeadingID = false}\n'
    expect(optionsIn('hugo', { 'config.toml': older })).toEqual({ typographer: false, headingIds: 'none' })
  })

  test('a file with a mistake says nothing, and the others count', () => {
    const files = {
      'config.toml': '[markup',
      'hugo.yaml': 'markup: {goldmark: {renderer: {unsafe: true}}}\n',
    }
    expect(wordsOf('hugo', files)).toBe('hugo.yaml sets unsafe.')
  })

  test('another renderer is named, and not pretended', () => {
    const words = wordsOf('hugo', { 'hugo.toml': '[markup]\ndefaultMarkdownHandler = "pandoc"\n' })
    expect(words).toMatch(/pandoc, which is not known here/)
  })
})

describe('Jekyll', () => {
  test('kramdown’s block is read', () => {
    const yaml =
      'kramdown:\n  hard_wrap: true\n  auto_ids: false\n  footnote_nr: 3\n  smart_quotes: [apos, apos, quot, quot]\n'
    expect(optionsIn('jekyll', { '_config.yml': yaml })).toEqual({
      hardWrap: true,
      autoIds: false,
      footnoteNumber: 3,
      smartQuotes: 'apos,apos,quot,quot',
    })
    expect(wordsOf('jekyll', { '_config.yml': yaml })).toBe(
      '_config.yml sets kramdown.hard_wrap, kramdown.auto_ids, kramdown.footnote_nr and kramdown.smart_quotes.',
    )
  })

  test.each([
    ['2..3', [2, 3]],
    ['[1, 4]', [1, 4]],
    ['"2,3"', [2, 3]],
    ['2', [2]],
  ])('the levels of a table of contents are written as %s', (written, levels) => {
    const yaml = `kramdown: {toc_levels: ${written}, header_offset: 1, parse_block_html: true}\n`
    expect(optionsIn('jekyll', { '_config.yml': yaml })).toEqual({
      tocLevels: levels,
      headerOffset: 1,
      parseBlockHtml: true,
    })
  })

  test('GitHub’s renderer in the place of kramdown is another flavour, with Jekyll’s tags', () => {
    const said = read('jekyll', { '_config.yml': 'markdown: CommonMarkGhPages\n' })
    expect(said).toMatchObject({ flavour: 'cmark-gfm', options: { templates: 'jekyll' } })
  })

  test('what is not followed is said', () => {
    expect(
      wordsOf('jekyll', { '_config.yml': 'kramdown: {input: kramdown, html_to_native: true}\n' }),
    ).toMatch(/sets kramdown\.input\. kramdown\.html_to_native .* not followed/)
    expect(wordsOf('jekyll', { '_config.yml': 'markdown: redcarpet\n' })).toMatch(/redcarpet/)
  })
})

describe('Hexo', () => {
  test('marked’s block is read', () => {
    const yaml =
      'url: https://a.example\nroot: /blog/\nmarked:\n  breaks: false\n  modifyAnchors: 1\n  external_link:\n    enable: true\n    exclude: b.example\n'
    expect(optionsIn('hexo', { '_config.yml': yaml })).toEqual({
      root: '/blog/',
      breaks: false,
      modifyAnchors: 1,
      external_link: { enable: true, nofollow: false, exclude: ['b.example'] },
      url: 'https://a.example',
    })
  })

  test('markdown-it in the place of marked is another flavour, as that package sets it up', () => {
    const files = {
      'package.json': '{"dependencies": {"hexo-renderer-markdown-it": "7.0.0"}}',
      '_config.yml': 'markdown:\n  render:\n    breaks: false\n',
    }
    const said = read('hexo', files)
    expect(said.flavour).toBe('eleventy')
    expect(said.options).toMatchObject({ templates: 'hexo', breaks: false, linkify: true, typographer: true })
    expect(describeSiteMarkdown(said)).toMatch(/Plugins of markdown-it/)
  })

  test('a renderer that is not known is named', () => {
    const files = { 'package.json': '{"dependencies": {"hexo-renderer-pandoc": "1"}}' }
    expect(wordsOf('hexo', files)).toMatch(/Pandoc is not known here/)
  })
})

describe('configuration that is a program is read where it is written down as it is', () => {
  test.each([
    [
      'in place',
      "import { defineConfig } from 'astro/config'\nexport default defineConfig({ markdown: { gfm: false, smartypants: false } })",
    ],
    [
      'in a variable',
      "const config = {\n  site: 'https://a.example', // home\n  markdown: { 'gfm': false, smartypants: false, },\n}\nexport default config\n",
    ],
    [
      'with a type',
      'export default { integrations: [mdx(), other({ a: [1, `x`] })], markdown: { gfm: false, smartypants: false } } satisfies Config',
    ],
  ])('Astro: %s', (_where, text) => {
    expect(read('astro', { 'astro.config.mjs': text })).toEqual({
      options: { gfm: false, smartypants: false },
      sources: [{ file: 'astro.config.mjs', settings: ['markdown.gfm', 'markdown.smartypants'] }],
      notes: [],
    })
  })

  test('Astro: code and plugins are said not to be run', () => {
    const made = 'export default defineConfig({ markdown: makeMarkdown() })'
    expect(wordsOf('astro', { 'astro.config.mjs': made })).toMatch(/code that is not run/)
    const plugins = 'export default defineConfig({ markdown: { remarkPlugins: [remarkToc] } })'
    expect(wordsOf('astro', { 'astro.config.ts': plugins })).toMatch(/plugins .* not run/)
    const computed = 'export default defineConfig({ markdown: { gfm: isOn } })'
    expect(read('astro', { 'astro.config.ts': computed })).toMatchObject({ options: {} })
  })

  test.each([
    [
      'astro',
      'astro.config.mjs',
      "import remarkMath from 'remark-math'\nexport default make({ markdown: { remarkPlugins: [remarkMath] } })",
    ],
    ['docusaurus', 'docusaurus.config.js', "const math = require('remark-math')\nmodule.exports = {}"],
  ] as const)('%s: formulas between dollars are known by their package', (generator, file, text) => {
    expect(optionsIn(generator, { [file]: text })).toMatchObject({ math: true })
    expect(optionsIn(generator, { [file]: text.replace('remark-math', 'remark-other') })).not.toHaveProperty(
      'math',
    )
  })

  test('Docusaurus has MDX and admonitions, and does without smart punctuation', () => {
    expect(optionsIn('docusaurus', { 'docusaurus.config.js': 'module.exports = {}' })).toEqual({
      smartypants: false,
      docusaurus: true,
      mdx: true,
    })
  })

  test.each([
    [
      'a library in place',
      'eleventyConfig.setLibrary("md", markdownIt({ html: true, breaks: true, linkify: true }))',
      { html: true, breaks: true, linkify: true },
    ],
    [
      'a library in a variable',
      "const options = { html: true, typographer: true }\nconst md = markdownIt(options).use(anchor)\ncfg.setLibrary('md', md)",
      { html: true, typographer: true },
    ],
    ['a library without options', 'cfg.setLibrary("md", markdownIt())', { html: false }],
    [
      'an amendment',
      'cfg.amendLibrary("md", (mdLib) => mdLib.set({ breaks: true }).enable("code"))',
      { breaks: true, code: true },
    ],
    ['none', 'module.exports = function (cfg) { cfg.addPassthroughCopy("img") }', {}],
  ])('Eleventy: %s', (_where, text, options) => {
    expect(optionsIn('eleventy', { 'eleventy.config.js': text })).toEqual(options)
  })

  test('Pelican: MARKDOWN', () => {
    const python = `AUTHOR = 'A'
MARKDOWN = {
    'extension_configs': {
        'markdown.extensions.codehilite': {'css_class': 'code'},  # colours
        'markdown.extensions.extra': {},
        'markdown.extensions.smarty': {},
        'markdown.extensions.toc': {'permalink': True, 'title': 'Here', 'toc_depth': '2-3'},
    },
    'output_format': 'html5',
}
THEME = "x"
`
    const said = read('pelican', { 'pelicanconf.py': python })
    expect(said.options).toMatchObject({ codeClass: 'code', html5: true })
    expect(said.options).toMatchObject({ tocPermalink: '&para;', tocTitle: 'Here', tocDepth: '2-3' })
    expect(said.options.extensions).toContain('def_list')
    expect(describeSiteMarkdown(said)).toMatch(
      /^pelicanconf\.py sets MARKDOWN\. The extensions smarty are not/,
    )
    const code = 'MARKDOWN = make_markdown()\n'
    expect(wordsOf('pelican', { 'pelicanconf.py': code })).toMatch(/code that is not run/)
  })

  test('no program is so nested or so broken that reading it does not end', () => {
    const texts = [
      '{'.repeat(50_000),
      'a: {'.repeat(20_000),
      '['.repeat(50_000),
      "'".repeat(9_999),
      '({`${'.repeat(9_000),
    ]
    for (const text of texts) {
      expect(read('astro', { 'astro.config.mjs': `export default {markdown: ${text}` }).options).toEqual({})
      expect(read('pelican', { 'pelicanconf.py': `MARKDOWN = ${text}` }).options).toEqual({})
    }
  })
})
