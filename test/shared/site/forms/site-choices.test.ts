import { describe, expect, test } from 'vitest'
import { readSiteChoices } from '#shared/site/forms/galley-site-section'
import { setSiteChoice } from '#shared/site/forms/set-site-choice'

const read = (text: string) => readSiteChoices({ path: '.galley.yml', text })

function chosen(...given: Parameters<typeof setSiteChoice>): string {
  const outcome = setSiteChoice(...given)
  if (outcome.kind === 'refused') throw new Error(outcome.why)
  return outcome.text
}

describe('what .galley.yml says of the site', () => {
  test('is read with its lines', () => {
    const { choices, lines } = read(
      'site:\n  timeZone: Asia/Tokyo\n  postFolders: [news, notes/]\n  generator: hugo\n',
    )
    expect(choices).toEqual({ timeZone: 'Asia/Tokyo', postFolders: ['news', 'notes'], generator: 'hugo' })
    expect([...lines]).toEqual([
      ['postFolders', 3],
      ['generator', 4],
      ['timeZone', 2],
    ])
  })

  test('is nothing where it is none', () => {
    for (const text of ['', 'site:\n', 'site: 5\n', 'site:\n  timeZone: Mars/Base\n', 'preview: {}\n'])
      expect(read(text).choices).toEqual({})
  })
})

describe('an answer', () => {
  test('begins the file where there is none', () => {
    expect(chosen('', 'timeZone', 'Europe/Paris')).toBe('site:\n  timeZone: Europe/Paris\n')
  })

  test('stands below what is there, of which nothing else changes', () => {
    const before = '# ours\ncollections:\n  - folder:   posts   # all\nsite:\n  timeZone:  UTC # why\n'
    const after = chosen(before, 'draftKey', 'wip')
    expect(after).toBe(`${before}  draftKey: wip\n`)
    expect(chosen(after, 'timeZone', 'Asia/Tokyo')).toBe(after.replace('UTC', 'Asia/Tokyo'))
    expect(chosen(after, 'draftKey', null)).toBe(before)
  })

  test('of several folders is a list, and the last answer takes `site` with it', () => {
    const two = chosen('preview:\n  flavour: hugo\n', 'postFolders', 'news, notes')
    expect(read(two).choices).toEqual({ postFolders: ['news', 'notes'] })
    expect(chosen(two, 'postFolders', null)).toBe('preview:\n  flavour: hugo\n')
  })

  test('that is taken out where it is not changes nothing', () => {
    expect(chosen('preview: {}\n', 'permalink', null)).toBe('preview: {}\n')
  })

  test('is not written into a file with a mistake or with several documents', () => {
    expect(setSiteChoice('site: [\n', 'timeZone', 'UTC')).toMatchObject({ kind: 'refused' })
    expect(setSiteChoice('a: 1\n---\nb: 1\n', 'timeZone', 'UTC')).toMatchObject({ kind: 'refused' })
  })
})
