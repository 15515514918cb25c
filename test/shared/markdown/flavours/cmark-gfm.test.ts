import { expect, test } from 'vitest'
import { renderBody } from '#shared/markdown/render'
import { firstDifference } from '../../../helpers/compare-html'

// what cmark-gfm 0.29.0.gfm.6 made of each
test('cmark-gfm: a protocol before a mail address is part of its link', () => {
  const expected =
    '<p>&lt;<a href="mailto:a@b.com">mailto:a@b.com</a>&gt; <a href="xmpp:a@b.com">xmpp:a@b.com</a></p>'
  expect(
    firstDifference(expected, renderBody('&lt;mailto:a@b.com&gt; xmpp:a@b.com\n', 'cmark-gfm')),
  ).toBeNull()
})

test('cmark-gfm: a mail address ends in a letter, so that a version is none', () => {
  const expected = '<p>p@0.3.0 <a href="mailto:a@b.c1d">a@b.c1d</a></p>'
  expect(firstDifference(expected, renderBody('p@0.3.0 a@b.c1d\n', 'cmark-gfm'))).toBeNull()
})
