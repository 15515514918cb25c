import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { editFrontMatter } from '#shared/front-matter/edit'
import type { FieldEdit, NewValue } from '#shared/front-matter/front-matter'
import { nastyTexts } from '../shared/front-matter/nasty-values'
import { changed } from '../shared/front-matter/outcome'
import { type ListedPost, listPosts, missingHugo } from './hugo'

const missing = missingHugo()
if (missing !== null) console.warn(`Hugo judges no edits: ${missing}.`)

type Format = 'yaml' | 'toml' | 'json'

/** Posts before they are edited: a title in each style that the language has. */
const templates: Readonly<Record<Format, readonly string[]>> = {
  yaml: [
    '---\ntitle: Old\ndate: 2020-01-01\ndraft: false\n---\nBody\n',
    "---\ntitle: 'Old' # keep\ndate: 2020-01-01T00:00:00Z\ndraft: true\n---\nBody\n",
    '---\r\ndraft: false\r\ntitle: "Old"\r\ndate: 2020-01-01\r\n---\r\nBody\r\n',
  ],
  toml: [
    '+++\ntitle = "Old"\ndate = 2020-01-01\ndraft = false\n[params]\nx = 1\n+++\nBody\n',
    "+++\ndraft = true\ntitle = 'Old' # keep\ndate = 2020-01-01T00:00:00Z\n+++\nBody\n",
    '+++\r\ntitle   = """Old"""\r\ndate    = 2020-01-01\r\ndraft   = false\r\n+++\r\nBody\r\n',
    "+++\ntitle = '''\nOld'''\ndate = 2020-01-01\ndraft = false\n+++\nBody\n",
  ],
  json: [
    '{\n  "title": "Old",\n  "date": "2020-01-01",\n  "draft": false\n}\nBody\n',
    '{"draft": true, "title": "Old", "date": "2020-01-01T00:00:00Z"}\n\nBody\n',
  ],
}

/** Days and times as front matter has them, and the instant that Hugo should make of each. */
const dates = [
  ['2024-05-31', '2024-05-31T00:00:00Z'],
  ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59Z'],
  ['2024-05-31T10:00:00+02:00', '2024-05-31T08:00:00Z'],
  ['2024-12-31T22:30:00-08:00', '2025-01-01T06:30:00Z'],
] as const

// Hugo makes up a title for a post that has none
const titles = nastyTexts.filter((title) => title !== '')

type Expected = {
  readonly path: string
  readonly title: string
  readonly instant: number
  readonly draft: string
}

describe.skipIf(missing !== null)(`Hugo${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let site = ''
  let listed: ReadonlyMap<string, ListedPost> = new Map()
  const expected: Expected[] = []

  beforeAll(async () => {
    site = await mkdtemp(join(tmpdir(), 'galley-hugo-'))
    await mkdir(join(site, 'content/posts'), { recursive: true })
    await writeFile(
      join(site, 'config.toml'),
      'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term"]\n',
    )
    for (const format of ['yaml', 'toml', 'json'] as const) {
      for (const [index, title] of titles.entries()) await writeEditedPost(format, index, title)
    }
    listed = await listPosts(site)
  })
  afterAll(() => rm(site, { recursive: true, force: true }))

  async function writeEditedPost(format: Format, index: number, title: string): Promise<void> {
    const template = templates[format][index % templates[format].length] ?? ''
    const [date, instant] = dates[index % dates.length] ?? ['', '']
    const draft = index % 3 === 0 ? 'true' : 'false'
    const dateValue: NewValue =
      format === 'json' ? { kind: 'text', text: date } : { kind: 'plain', source: date }
    const values: readonly (readonly [string, NewValue])[] = [
      ['title', { kind: 'text', text: title }],
      ['date', dateValue],
      ['draft', { kind: 'plain', source: draft }],
    ]
    const edits = values.map(([key, value]): FieldEdit => ({ kind: 'set', path: [key], value }))
    const text = edits.reduce((post, edit) => changed(post, editFrontMatter(post, edit)), template)
    const path = `content/posts/${format}-${index}.md`
    await writeFile(join(site, path), text)
    expected.push({ path, title, instant: Date.parse(instant), draft })
  }

  test.each(['yaml', 'toml', 'json'])('reads every title, date and draft that was set in %s', (format) => {
    // TOML leaves it to the parser whether a text in three quotes has the file's own line breaks
    const lines = (title: string) => (format === 'toml' ? title.replaceAll('\r\n', '\n') : title)
    const ours = expected
      .filter(({ path }) => path.startsWith(`content/posts/${format}-`))
      .map((post) => ({ ...post, title: lines(post.title) }))
    const theirs = ours.map(({ path }) => {
      const { title, date, draft } = listed.get(path) ?? { title: 'not listed', date: '', draft: '' }
      return { path, title: lines(title), instant: Date.parse(date), draft }
    })
    expect(theirs).toEqual(ours)
    expect(ours).toHaveLength(titles.length)
    console.log(`Hugo: ${ours.length * 3} edits of ${format} checked, 0 different.`)
  })
})
