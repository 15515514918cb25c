import { describe, expect, test } from 'vitest'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import type { GeneratorId } from '#shared/site/detect-generator'
import { describeExtras } from '#shared/site/extras/describe-extras'
import { katexDelimiters, mathJaxDelimiters } from '#shared/site/extras/math-delimiters'

const of = (
  flavour: FlavourId,
  files: Readonly<Record<string, string>>,
  generator: GeneratorId | null = null,
) => describeExtras({ flavour, generator, texts: new Map(Object.entries(files)) })

const frame = '<html><head></head></html>'

describe('what colours code', () => {
  test.each([
    ['hugo', { 'hugo.toml': '[markup.highlight]\nlineNos = true' }, 'chroma', true],
    ['hugo-unsafe', { 'config.yaml': 'theme: x' }, 'chroma', false],
    ['hugo', { 'hugo.toml': '[markup.highlight]\ncodeFences = false' }, null, false],
    ['jekyll', { '_config.yml': 'title: x' }, 'rouge', false],
    ['jekyll', { '_config.yml': 'kramdown:\n  syntax_highlighter_opts:\n    disable: true' }, null, false],
    ['hexo', { '_config.yml': 'title: x' }, 'hexo', true],
    ['hexo', { '_config.yml': 'syntax_highlighter: prismjs' }, 'prism', false],
    ['hexo', { '_config.yml': 'highlight:\n  enable: false' }, null, false],
    ['hexo', { '_config.yml': 'highlight:\n  line_number: false' }, 'hexo', false],
    ['astro', { 'astro.config.mjs': 'export default {}' }, 'shiki', false],
    ['astro', { 'astro.config.mjs': "markdown: { syntaxHighlight: 'prism' }" }, 'prism', false],
    ['astro', { 'astro.config.mjs': 'markdown: { syntaxHighlight: false }' }, null, false],
    ['eleventy', { 'package.json': '{"dependencies":{"@11ty/eleventy":"3"}}' }, null, false],
    [
      'eleventy',
      { 'package.json': '{"dependencies":{"@11ty/eleventy-plugin-syntaxhighlight":"5"}}' },
      'prism',
      false,
    ],
    ['python-markdown', {}, 'pygments', false],
    ['cmark-gfm', {}, null, false],
    [
      'cmark-gfm',
      { 'templates/base.html': '<script src="/js/highlight.min.js"></script>' },
      'highlight.js',
      false,
    ],
    ['eleventy', { '_includes/base.njk': '<script src="/prism.js"></script>' }, 'prism', false],
    ['eleventy', { '_includes/base.njk': '<!-- <script src="/prism.js"></script> -->' }, null, false],
  ] as const)('%s with %j: %s', (flavour, files, name, numbered) => {
    expect(of(flavour, files).highlighter).toEqual(name === null ? null : { name, numbered })
  })

  test('is Docusaurus’ own on its sites', () => {
    expect(of('astro', { 'docusaurus.config.js': '' }, 'docusaurus').highlighter?.name).toBe('docusaurus')
  })
})

describe('formulas', () => {
  test('need a library: a site whose pages load none shows the source', () => {
    expect(of('jekyll', { '_layouts/default.html': frame }, 'jekyll').math).toBeNull()
    expect(
      of('hugo', { 'layouts/_default/baseof.html': frame, 'hugo.toml': '[params]\nmath = true' }).math,
    ).toBeNull()
  })

  test('are for KaTeX where a template loads it, between its own delimiters', () => {
    const { math } = of('hugo', {
      'layouts/partials/head.html': '<head><script src="katex.min.js"></script></head>',
    })
    expect(math).toMatchObject({ library: 'katex', when: { kind: 'always' }, environments: false })
    expect(math?.delimiters).toEqual(katexDelimiters)
  })

  test('follow the delimiters, the macros and the condition that stand in the template', () => {
    const math = `<link href="/katex.css"><script>renderMathInElement(document.body, {
      delimiters: [
        {left: '$$', right: '$$', display: true},
        {"left": "\\\\(", "right": "\\\\)", "display": false},
        {left: "$", right: "$", display: false}
      ], macros: { "\\\\R": "\\\\mathbb{R}" } })</script>`
    const found = of('hugo', {
      'layouts/partials/math.html': math,
      'layouts/partials/head.html': '<head>{{ if .Params.math }}{{ partial "math.html" . }}{{ end }}</head>',
    }).math
    expect(found).toEqual({
      library: 'katex',
      when: { kind: 'front-matter', keys: ['math'], otherwise: false },
      delimiters: [
        { left: '$$', right: '$$', display: true },
        { left: '\\(', right: '\\)', display: false },
        { left: '$', right: '$', display: false },
      ],
      environments: false,
      macros: { '\\R': '\\mathbb{R}' },
    })
  })

  test.each([
    [
      '{{ if or .Params.math .Site.Params.math }}',
      '[params]\nmath = true',
      { kind: 'front-matter', keys: ['math'], otherwise: true },
    ],
    [
      '{{ if or .Params.math .Site.Params.math }}',
      '',
      { kind: 'front-matter', keys: ['math'], otherwise: false },
    ],
    [
      '{{ if .Param "katex" }}',
      '[params]\nkatex = true',
      { kind: 'front-matter', keys: ['katex'], otherwise: true },
    ],
    ['{{ if .Site.Params.math }}', '[params]\nmath = true', { kind: 'always' }],
    ['{{ if .IsPage }}', '', { kind: 'always' }],
  ])('a condition %s with %j', (condition, configuration, when) => {
    const head = `<head>${condition}<script src="https://cdn/katex.min.js"></script>{{ end }}</head>`
    expect(of('hugo', { 'layouts/partials/head.html': head, 'hugo.toml': configuration }).math?.when).toEqual(
      when,
    )
  })

  test('are not there where the site switches them off', () => {
    const head = '<head>{{ if .Site.Params.math }}<script src="katex.min.js"></script>{{ end }}</head>'
    expect(
      of('hugo', { 'layouts/partials/head.html': head, 'hugo.toml': '[params]\nmath = false' }).math,
    ).toBeNull()
  })

  test('MathJax knows no single dollar, unless it is told', () => {
    const script = '<script src="https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-mml-chtml.js"></script>'
    const plain = of('jekyll', {
      '_includes/head.html': `<head>{% if page.mathjax %}${script}{% endif %}</head>`,
    }).math
    expect(plain).toMatchObject({
      library: 'mathjax',
      when: { kind: 'front-matter', keys: ['mathjax'], otherwise: false },
      delimiters: mathJaxDelimiters,
      environments: true,
    })
    const three = `<head><script>MathJax = { tex: { inlineMath: {'[+]': [['$', '$']]} } }</script>${script}</head>`
    expect(of('jekyll', { '_includes/head.html': three }).math?.delimiters).toEqual([
      ...mathJaxDelimiters,
      { left: '$', right: '$', display: false },
    ])
    const two = `<head><script type="text/x-mathjax-config">MathJax.Hub.Config({
      tex2jax: {inlineMath: [['$','$'], ["\\\\(","\\\\)"]]} });</script></head>`
    expect(
      of('jekyll', { '_includes/head.html': two }).math?.delimiters.filter(({ display }) => !display),
    ).toEqual([
      { left: '$', right: '$', display: false },
      { left: '\\(', right: '\\)', display: false },
    ])
  })

  test('a theme that is not there to read may ask for them in front matter', () => {
    const { math } = of('jekyll', { '_config.yml': 'theme: minima' }, 'jekyll')
    expect(math).toMatchObject({ library: 'mathjax', when: { kind: 'front-matter', otherwise: false } })
    expect(of('hugo', { 'hugo.toml': 'theme = "far"\n[params]\nmath = true' }, 'hugo').math).toMatchObject({
      library: 'katex',
      when: { otherwise: true },
    })
  })

  test.each([
    ['astro', { 'astro.config.mjs': "import rehypeKatex from 'rehype-katex'" }, 'katex', 2],
    [
      'hexo',
      { 'package.json': '{"dependencies":{"hexo-renderer-mathjax":"1"}}', '_config.yml': '' },
      'mathjax',
      4,
    ],
    ['python-markdown', { 'pelicanconf.py': "PLUGINS = ['render_math']" }, 'mathjax', 3],
  ] as const)('%s: by the plug-in %j', (flavour, files, library, delimiters) => {
    const { math } = of(flavour, files)
    expect(math).toMatchObject({ library, when: { kind: 'always' } })
    expect(math?.delimiters).toHaveLength(delimiters)
  })
})

describe('diagrams', () => {
  test.each([
    [
      'hugo',
      { 'layouts/_default/_markup/render-codeblock-mermaid.html': '<pre class="mermaid">' },
      { kind: 'always' },
    ],
    ['hugo', { 'layouts/baseof.html': frame }, null],
    [
      'jekyll',
      {
        '_includes/head.html':
          '<head>{% if page.mermaid %}<script src="mermaid.min.js"></script>{% endif %}</head>',
      },
      { kind: 'front-matter', keys: ['mermaid'], otherwise: false },
    ],
    [
      'jekyll',
      {
        '_layouts/default.html':
          '<head><script type="module">import mermaid from "https://x/mermaid@11/dist/mermaid.esm.min.mjs"</script></head>',
      },
      { kind: 'always' },
    ],
    ['hexo', { 'package.json': '{"dependencies":{"hexo-filter-mermaid-diagrams":"1"}}' }, { kind: 'always' }],
    ['astro', { 'docusaurus.config.js': "themes: ['@docusaurus/theme-mermaid']" }, { kind: 'always' }],
    ['cmark-gfm', {}, { kind: 'always' }],
    [
      'jekyll',
      { '_config.yml': 'theme: chirpy' },
      { kind: 'front-matter', keys: ['mermaid', 'diagram'], otherwise: false },
    ],
  ] as const)('%s with %j', (flavour, files, when) => {
    expect(of(flavour, files).diagrams).toEqual(when)
  })
})

test('hostile configuration says nothing and takes no time', () => {
  const files = {
    'hugo.toml': '[[[[',
    '_config.yml': 'a: &a [*a]\nb: !!js/function "x"',
    'layouts/x.html': `${'{{ if '.repeat(20_000)}katex.min.js`,
    'layouts/y.html': `delimiters: ${'[{'.repeat(20_000)}katex.min.js inlineMath: ${"['".repeat(20_000)}`,
    'package.json': '{',
  }
  const startedAt = performance.now()
  expect(of('hugo', files).highlighter?.name).toBe('chroma')
  expect(performance.now() - startedAt).toBeLessThan(2000)
})
