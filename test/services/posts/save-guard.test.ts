import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EditorState } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { absentVersion } from '#shared/post/absent-version'
import { diskTextField, linesEdited } from '../../../renderer/editor/disk-text'
import { writeFiles } from '../../helpers/git-repository'
import { createHarness, post } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const path = post('posts/tea.md')
const tea = '\ufeff---\ntitle: Tea\ndate: 2024-05-01\n---\n\nBoil water.  \nWait.\n'

/** A post open in an editor, over a transport that does `alter` to every text on its way. */
async function openPost(alter: (text: string) => string) {
  const root = await createTemporaryFolder()
  await writeFiles(root, { [path]: tea })
  const { call, failure, open } = await createHarness()
  const { id: blog } = await open(root)
  const { text, version } = await call('posts.read', { blog, path })
  const state = EditorState.create({ doc: text, extensions: diskTextField })
  const typed = state.update({ changes: { from: text.indexOf('Wait'), insert: 'Then: ' } }).state
  const params = {
    blog,
    path,
    text: alter(typed.doc.toString()),
    baseVersion: version,
    edited: [...linesEdited(typed)],
  }
  return {
    save: () => call('posts.write', params),
    saveAsNew: () =>
      call('posts.write', { ...params, path: post('posts/new.md'), baseVersion: absentVersion }),
    failToSave: () => failure('posts.write', params),
    onDisk: () => readFile(join(root, path), 'utf8'),
  }
}

describe('a save that would touch a line which the writer did not edit is stopped, and nothing is written', () => {
  test.each([
    {
      what: 'a date rewritten',
      alter: (text: string) => text.replace('2024-05-01', '"2024-05-01"'),
      line: 3,
    },
    { what: 'trailing spaces gone', alter: (text: string) => text.replace('.  \n', '.\n'), line: 6 },
    { what: 'other line endings', alter: (text: string) => text.replaceAll('\n', '\r\n'), line: 1 },
    { what: 'no final newline', alter: (text: string) => text.trimEnd(), line: 8 },
    { what: 'a line lost', alter: (text: string) => text.replace('title: Tea\n', ''), line: 2 },
  ])('$what', async ({ alter, line }) => {
    const { failToSave, onDisk } = await openPost(alter)
    const { code, message } = await failToSave()
    expect(code).toBe('refused')
    expect(message).toContain(`line ${line},`)
    expect(message).toContain('nothing was written')
    expect(await onDisk()).toBe(tea)
  })
})

test('a save of what was typed passes', async () => {
  const { save, onDisk } = await openPost((text) => text)
  expect(await save()).toMatchObject({ wrote: true })
  expect(await onDisk()).toBe(tea.replace('Wait', 'Then: Wait'))
})

test.each([
  ['with a mark of its own', tea],
  ['without one', tea.slice(1)],
])('a byte order mark that came with pasted text is left out, in a file %s', async (_what, before) => {
  const root = await createTemporaryFolder()
  await writeFiles(root, { [path]: before })
  const { call, open } = await createHarness()
  const { id: blog } = await open(root)
  const { text, version } = await call('posts.read', { blog, path })
  const pasted = { blog, path, text: `\ufeff${text}`, edited: [{ from: 0, to: 1, lines: 1 }] }
  const first = await call('posts.write', { ...pasted, baseVersion: version })
  const typed = { blog, path, text: `\ufeff${text}More.\n`, edited: [{ from: 7, to: 7, lines: 1 }] }
  await call('posts.write', { ...typed, baseVersion: first.version })
  expect(await readFile(join(root, path), 'utf8')).toBe(`${before}More.\n`)
})

test('a file that is not there has no lines to protect', async () => {
  const { saveAsNew } = await openPost((text) => text.trimEnd())
  expect(await saveAsNew()).toMatchObject({ wrote: true })
})
