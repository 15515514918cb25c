import { expect, test } from 'vitest'
import { chooseFlavour, type FlavourEvidence } from '#shared/markdown/flavours/choose-flavour'
import type { FlavourId } from '#shared/markdown/flavours/flavour'

const nothing: FlavourEvidence = {
  rootFiles: ['README.md'],
  openerlessFrontMatter: false,
  otherMarkupEndings: [],
  generator: null,
  allowsRawHtml: false,
}

test('a blog that tells nothing is read as GitHub Markdown', () => {
  expect(chooseFlavour(nothing)).toEqual({
    flavour: 'cmark-gfm',
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
  expect(choice.flavour).toBe(flavour)
  expect(choice.reason).toMatch(reason)
  expect(choice.reason).toMatch(/^[A-Z][^.]*(?:\.py)?\.$/)
})

test('a Hugo site is read as Hugo does, with its HTML only where the configuration allows that', () => {
  expect(chooseFlavour({ ...nothing, generator: 'hugo' }).flavour).toBe('hugo')
  const open = chooseFlavour({ ...nothing, generator: 'hugo', allowsRawHtml: true })
  expect(open.flavour).toBe('hugo-unsafe')
  expect(open.reason).toMatch(/allows HTML/)
})

test('a Jekyll site is read as kramdown does', () => {
  expect(chooseFlavour({ ...nothing, generator: 'jekyll' }).flavour).toBe('jekyll')
})

test('an Eleventy site is read as Eleventy sets markdown-it up', () => {
  expect(chooseFlavour({ ...nothing, generator: 'eleventy' }).flavour).toBe('eleventy')
})

test('an Astro site is read as Astro does, and so is the prose of Docusaurus', () => {
  expect(chooseFlavour({ ...nothing, generator: 'astro' }).flavour).toBe('astro')
  const docusaurus = chooseFlavour({ ...nothing, generator: 'docusaurus' })
  expect(docusaurus.flavour).toBe('astro')
  expect(docusaurus.reason).toMatch(/Docusaurus/)
})

test('a Hexo site is read as Hexo does', () => {
  expect(chooseFlavour({ ...nothing, generator: 'hexo' }).flavour).toBe('hexo')
})
