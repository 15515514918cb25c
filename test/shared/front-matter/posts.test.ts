import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { detectOpenerless } from '#shared/front-matter/detect-openerless'
import { addField, setField } from '#shared/front-matter/edit'
import { inferFields } from '#shared/front-matter/infer/infer-fields'
import { observePost } from '#shared/front-matter/infer/observe-post'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { decodeTextFile, encodeTextFile } from '#shared/text/text-file'
import { changed, changedLines } from './outcome'

const folder = new URL('../../fixtures/front-matter/posts/', import.meta.url)
const options = { openerless: true }

const posts = readdirSync(folder).map((name) => {
  const bytes = new Uint8Array(readFileSync(new URL(name, folder)))
  const decoded = decodeTextFile(bytes)
  if (decoded.kind === 'not-text') throw new Error(`${name}: ${decoded.why}`)
  return { name, bytes, decoded, text: decoded.text }
})

test('a real blog: its posts have no opener', () => {
  expect(posts).toHaveLength(17)
  expect(detectOpenerless(posts.map(({ text }) => text.slice(0, 4096)))).toBe(true)
})

describe.each(posts)('$name', ({ bytes, decoded, text }) => {
  test('opened and saved unedited is the same bytes', () => {
    expect(encodeTextFile(text, decoded)).toEqual(bytes)
  })

  test('setting the team changes that line and nothing else', () => {
    const value = { kind: 'text', text: 'Web Frontend & Friends' } as const
    const after = changed(text, setField(text, ['team'], value, options))
    expect(changedLines(text, after)).toEqual(['team: Web Frontend & Friends'])
    expect(bodyOf(after)).toBe(bodyOf(text))
    const old = /^team: (.*)$/m.exec(text)?.[1] ?? ''
    expect(changed(after, setField(after, ['team'], { kind: 'text', text: old }, options))).toBe(text)
  })

  test('a field added is one line above the dots', () => {
    const after = changed(text, addField(text, 'draft', { kind: 'plain', source: 'true' }, options))
    expect(after.replace('\ndraft: true\n...', '\n...')).toBe(text)
    expect(bodyOf(after)).toBe(bodyOf(text))
  })
})

test('its form: title, date, author and team, in that order', () => {
  const fields = inferFields(posts.flatMap(({ text }) => observePost(text, options, true) ?? []))
  expect(fields.slice(0, 4).map(({ key, label, kind, share }) => ({ key, label, kind, share }))).toEqual([
    { key: 'title', label: 'Title', kind: 'text', share: 1 },
    { key: 'published_on', label: 'Published on', kind: 'date', share: 1 },
    { key: 'author', label: 'Author', kind: 'reference', share: 1 },
    { key: 'team', label: 'Team', kind: 'choice', share: 1 },
  ])
  expect(fields[3]?.choices[0]?.value).toBe('Infrastructure')
  expect(fields.slice(4).map(({ key, kind }) => [key, kind])).toEqual([
    ['async_scripts', 'list'],
    ['stylesheets', 'list'],
    ['postcontent_scripts', 'list'],
  ])
})

function bodyOf(text: string): string {
  return text.slice(locateFrontMatter(text, options).bodyFrom)
}
