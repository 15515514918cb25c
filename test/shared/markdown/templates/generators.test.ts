import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { renderDocument, type TemplateValues } from '#shared/markdown/templates/document-renderer'
import { firstDifference } from '../../../helpers/compare-html'
import { repositoryFile } from '../../../helpers/repository-root'

/** Posts full of tags, each with what the generator itself made of it in a site with these values. */
const posts: readonly { readonly name: string; readonly flavour: FlavourId }[] = [
  // Jekyll 4.3.1 with Liquid 5.4.0
  { name: 'jekyll', flavour: 'jekyll' },
  // Eleventy 3.1.8
  { name: 'eleventy', flavour: 'eleventy' },
  // Hugo 0.111.3
  { name: 'hugo', flavour: 'hugo-unsafe' },
  // Hexo 8.1.2 with hexo-renderer-marked 7.0.1
  { name: 'hexo', flavour: 'hexo' },
]

test.each(posts)('$name makes the same of a post full of tags', ({ name, flavour }) => {
  const read = (file: string): string =>
    readFileSync(repositoryFile(`test/fixtures/markdown/templates/${name}/${file}`), 'utf8')
  const values = JSON.parse(read('values.json')) as TemplateValues
  const { html, stops } = renderDocument(read('post.md'), flavour, values)
  expect(stops).toEqual([])
  expect(firstDifference(read('expected.html'), html)).toBeNull()
})
