import { describe, expect, test } from 'vitest'
import { findWord } from '../../../renderer/place/find-word'
import { offsetOfPlace } from '../../../renderer/place/go-to-place'

/** Finds the word between the bars of `rendered` in `source`; gives the source with a bar where the caret goes. */
function caretIn(source: string, rendered: string): string {
  const [before = '', word = '', behind = ''] = rendered.split('|')
  const at = findWord(source, { before, word, behind })
  return at === null ? 'nowhere' : `${source.slice(0, at)}|${source.slice(at)}`
}

describe('the clicked word', () => {
  test('is found in plain text', () => {
    expect(caretIn('The quick brown fox', 'The quick |brown| fox')).toBe('The quick |brown fox')
  })

  test('is told from equal words by its neighbours', () => {
    const source = 'the cat and the dog and the bird'
    expect(caretIn(source, 'the cat and |the| dog and the bird')).toBe('the cat and |the dog and the bird')
    expect(caretIn(source, 'the cat and the dog and |the| bird')).toBe('the cat and the dog and |the bird')
  })

  test('is found behind markup: links, emphasis, code, entities', () => {
    const source = 'See [the *old* docs](https://example.org/the/docs "the docs") for `the` docs &amp; more.'
    expect(caretIn(source, 'See the old |docs| for the docs & more.')).toBe(source.replace('docs]', '|docs]'))
    expect(caretIn(source, 'See the old docs for the |docs| & more.')).toBe(
      source.replace('docs &amp;', '|docs &amp;'),
    )
    expect(caretIn(source, 'See the old docs for the docs & |more|.')).toBe(source.replace('more.', '|more.'))
  })

  test('is found whatever quotation marks and case the page shows', () => {
    expect(caretIn(`it's "so" simple`, 'it’s “|so|” simple')).toBe(`it's "|so" simple`)
    expect(caretIn('Grüße aus Köln', 'Grüße aus |köln|')).toBe('Grüße aus |Köln')
  })

  test('is at the same share of the way where all neighbours are equal', () => {
    expect(caretIn('ha ha ha ha', 'ha ha |ha| ha')).toBe('ha ha |ha ha')
  })

  test('that the source does not hold is nowhere', () => {
    expect(caretIn('{{< toc >}}', 'On this |page|')).toBe('nowhere')
  })
})

describe('a chosen place', () => {
  const body = 'One.\n\nTwo words.\nMore words.\n\nThree.\n'

  test('is the word within its block', () => {
    const word = { before: 'Two words. More ', word: 'words', behind: '.' }
    expect(offsetOfPlace(body, { fromLine: 2, toLine: 5, word })).toBe(body.indexOf('words.\n\nThree'))
  })

  test('is the block’s first line when there is no word', () => {
    expect(offsetOfPlace(body, { fromLine: 2, toLine: 5, word: null })).toBe(body.indexOf('Two'))
    expect(offsetOfPlace(body, { fromLine: 99, toLine: 100, word: null })).toBe(body.length)
  })
})
