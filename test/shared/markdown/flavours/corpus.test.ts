import { describe, expect, test } from 'vitest'
import { flavourIds } from '#shared/markdown/flavours/flavour'
import { renderDocument } from '#shared/markdown/templates/document-renderer'
import { firstDifference } from '../../../helpers/compare-html'
import { knownDifferences } from '../fidelity/known-differences'
import { engblogPosts, flavourCases } from '../fixtures'

describe.each(flavourIds)('%s renders as the real one does', (flavour) => {
  const known = Object.keys(knownDifferences[flavour] ?? {})
  test.each(flavourCases(flavour))('$name', ({ name, markdown, expected }) => {
    const difference = firstDifference(expected, renderDocument(markdown, flavour).html)
    if (known.includes(name)) expect(difference).not.toBeNull()
    else expect(difference).toBeNull()
  })
})

describe('python-markdown renders real posts as the blog shows them', () => {
  test.each(engblogPosts())('$name', ({ markdown, expected }) => {
    expect(firstDifference(expected, renderDocument(markdown, 'python-markdown').html)).toBeNull()
  })
})

test('the corpus is all there', () => {
  expect(engblogPosts()).toHaveLength(14)
  for (const flavour of flavourIds) expect(flavourCases(flavour)).toHaveLength(70)
})

test('the judge sees a difference of one word, one attribute and one element', () => {
  const expected = '<p>One <a href="/x">two</a></p>'
  expect(firstDifference(expected, '<p>One <a href="/x">twos</a></p>')).not.toBeNull()
  expect(firstDifference(expected, '<p>One <a href="/y">two</a></p>')).not.toBeNull()
  expect(firstDifference(expected, '<p>One two</p>')).not.toBeNull()
  expect(firstDifference(expected, '<p>One\n<a  href="/x">two</a></p>\n')).toBeNull()
})
