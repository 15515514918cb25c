import { expect, test } from 'vitest'
import { chooseFlavour, type FlavourEvidence } from '#shared/markdown/flavours/choose-flavour'
import type { FlavourId } from '#shared/markdown/flavours/flavour'

const nothing: FlavourEvidence = {
  rootFiles: ['README.md'],
  openerlessFrontMatter: false,
  otherMarkupEndings: [],
  generator: null,
  configuration: { options: {}, description: '' },
}

test('a blog that tells nothing is read as GitHub Markdown', () => {
  expect(chooseFlavour(nothing)).toEqual({
    setup: { flavour: 'cmark-gfm', options: { alerts: true } },
    reason: 'GitHub Markdown, because nothing in the blog asks for another flavour.',
  })
})

test.each<[string, FlavourId, Partial<FlavourEvidence>, RegExp]>([
  [
    'posts without an opening delimiter',
    'python-markdown',
    { openerlessFrontMatter: true },
    /opening line of dashes/,
  ],
  [
    'reStructuredText beside the posts',
    'python-markdown',
    { otherMarkupEndings: ['.rst'] },
    /reStructuredText/,
  ],
  ['a generator called pelican', 'python-markdown-extra', { generator: 'pelican' }, /Pelican/],
  [
    "Pelican's settings at the root",
    'python-markdown-extra',
    { rootFiles: ['pelicanconf.py'] },
    /pelicanconf\.py/,
  ],
])('%s: Python-Markdown, and the reason says so', (_what, flavour, evidence, reason) => {
  const choice = chooseFlavour({ ...nothing, ...evidence })
  expect(choice.setup.flavour).toBe(flavour)
  expect(choice.reason).toMatch(reason)
  expect(choice.reason).toMatch(/^[A-Z][^.]*(?:\.py)?\.$/)
})

test('a Hugo site is read as Hugo does, with its HTML only where the configuration allows that', () => {
  expect(chooseFlavour({ ...nothing, generator: 'hugo' }).setup.flavour).toBe('hugo')
  const configuration = {
    options: { unsafe: true, linkify: false },
    description: 'hugo.toml sets unsafe and linkify.',
  }
  const open = chooseFlavour({ ...nothing, generator: 'hugo', configuration })
  expect(open.setup).toEqual({ flavour: 'hugo-unsafe', options: configuration.options })
  expect(open.reason).toMatch(/hugo\.toml sets unsafe and linkify\.$/)
  expect(open.reason).toMatch(/allows HTML/)
})

test('a Jekyll site is read as kramdown does', () => {
  expect(chooseFlavour({ ...nothing, generator: 'jekyll' }).setup.flavour).toBe('jekyll')
})

test('an Eleventy site is read as Eleventy sets markdown-it up', () => {
  expect(chooseFlavour({ ...nothing, generator: 'eleventy' }).setup.flavour).toBe('eleventy')
})

test('an Astro site is read as Astro does, and so is the prose of Docusaurus', () => {
  expect(chooseFlavour({ ...nothing, generator: 'astro' }).setup.flavour).toBe('astro')
  const docusaurus = chooseFlavour({ ...nothing, generator: 'docusaurus' })
  expect(docusaurus.setup.flavour).toBe('astro')
  expect(docusaurus.reason).toMatch(/Docusaurus/)
})

test('a Hexo site is read as Hexo does', () => {
  expect(chooseFlavour({ ...nothing, generator: 'hexo' }).setup.flavour).toBe('hexo')
})

test('a configuration that names another renderer has its way', () => {
  const configuration = {
    flavour: 'cmark-gfm',
    options: { templates: 'jekyll' },
    description: '_config.yml sets markdown: GFM.',
  } as const
  expect(chooseFlavour({ ...nothing, generator: 'jekyll', configuration })).toEqual({
    setup: { flavour: 'cmark-gfm', options: { templates: 'jekyll' } },
    reason: 'GitHub Markdown, because the configuration asks for it. _config.yml sets markdown: GFM.',
  })
})

test('what a site’s configuration says is left out where the flavour was found otherwise', () => {
  const configuration = { options: { unsafe: true }, description: 'hugo.toml sets unsafe.' }
  const choice = chooseFlavour({ ...nothing, generator: 'hugo', openerlessFrontMatter: true, configuration })
  expect(choice.setup).toEqual({ flavour: 'python-markdown', options: {} })
})
