import { describe, expect, test } from 'vitest'
import { cutText, excerptOf, firstWords } from '#shared/post/excerpt'

const body = '# Title\n\n![](a.png)\n\nFirst *words*.\n\n<!-- more -->\n\nThe rest.\n'

describe('what a generator takes from a body', () => {
  test.each([
    ['hexo', body, 'marker'],
    ['hugo', body, 'marker'],
    ['hugo', body.replace('<!-- more -->', '<!--  more -->'), 'first-words'],
    ['docusaurus', body, 'whole'],
    ['docusaurus', body.replace('<!-- more -->', '{/* truncate */}'), 'marker'],
    ['pelican', body, 'first-words'],
    [null, body, 'marker'],
    [null, body.replace('<!-- more -->', ''), 'first-paragraph'],
  ] as const)('%s', (generator, text, kind) => {
    const excerpt = excerptOf(text, generator)
    expect(excerpt.kind).toBe(kind)
    expect(excerpt.markdown).toContain('First *words*.')
    if (kind === 'marker' || kind === 'first-paragraph') expect(excerpt.markdown).not.toContain('The rest.')
  })

  test('a first paragraph is prose, not a heading or a picture', () => {
    const unmarked = body.replace('<!-- more -->', '')
    expect(excerptOf(unmarked, null).markdown).toBe('First *words*.')
    expect(excerptOf('# Only a title', null).markdown).toBe('# Only a title')
    expect(excerptOf('', null).markdown).toBe('')
  })

  test('Jekyll takes what stands before the first blank line, whatever it is', () => {
    expect(excerptOf(`\n${body}`, 'jekyll')).toEqual({
      markdown: '# Title',
      kind: 'first-paragraph',
      maxWords: null,
    })
    expect(excerptOf('{{ page.title }} said.\n\nNext.', 'jekyll').markdown).toBe('{{ page.title }} said.')
    expect(excerptOf('', 'jekyll').markdown).toBe('')
  })
})

test('a text is cut behind a whole word', () => {
  expect(cutText('one two\n three', 100)).toBe('one two three')
  expect(cutText('one two, three', 9)).toBe('one two…')
  expect(cutText('oneverylongword', 6)).toBe('onever…')
  expect(firstWords('one two three', 2)).toBe('one two…')
  expect(firstWords(' one two ', 2)).toBe('one two')
})
