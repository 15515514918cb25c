import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createJournal, type Journal } from '#services/files/journal'
import type { LogEntry } from '#services/ports'
import { post } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const path = post('posts/one.md')
const root = '/home/ada/blog'

async function createTestJournal() {
  const userDataFolder = await createTemporaryFolder()
  const logged: LogEntry[] = []
  const now = () => new Date('2024-05-06T07:08:09.000Z')
  const journal = createJournal({ userDataFolder, now, log: (entry) => void logged.push(entry) })
  const folder = join(userDataFolder, 'recovery')
  const files = async () => (await readdir(folder)).map((name) => join(folder, name))
  return { journal, logged, files, folder }
}

async function keptText(journal: Journal) {
  return (await journal.read(root, path))?.text ?? null
}

test('text that was kept is given back with its base version and time', async () => {
  const { journal } = await createTestJournal()
  await journal.keep(root, path, 'draft', 'version-1')
  expect(await journal.read(root, path)).toEqual({
    text: 'draft',
    baseVersion: 'version-1',
    keptAt: '2024-05-06T07:08:09.000Z',
  })
})

test('any text comes back as it was', async () => {
  const { journal } = await createTestJournal()
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      await journal.keep(root, path, text, 'v')
      expect(await keptText(journal)).toBe(text)
    }),
    { numRuns: 40 },
  )
})

test.skipIf(process.platform === 'win32')('only this user can read what is kept', async () => {
  const { journal, files, folder } = await createTestJournal()
  await journal.keep(root, path, 'secret', 'v')
  const [file = ''] = await files()
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
})

test('each post of each blog has its own', async () => {
  const { journal } = await createTestJournal()
  await journal.keep(root, path, 'one', 'v')
  await journal.keep('/home/ada/other', path, 'other blog', 'v')
  await journal.keep(root, post('posts/two.md'), 'two', 'v')
  expect(await keptText(journal)).toBe('one')
})

test('of many kept at once the last stays', async () => {
  const { journal, files } = await createTestJournal()
  await Promise.all(Array.from({ length: 30 }, (_, index) => journal.keep(root, path, `text ${index}`, 'v')))
  expect(await keptText(journal)).toBe('text 29')
  expect(await files()).toHaveLength(1)
})

test('what was discarded is gone, also a second time', async () => {
  const { journal } = await createTestJournal()
  await journal.keep(root, path, 'draft', 'v')
  await journal.discard(root, path)
  await journal.discard(root, path)
  expect(await journal.read(root, path)).toBeNull()
})

test('saving forgets exactly the text that was saved', async () => {
  const { journal } = await createTestJournal()
  await journal.keep(root, path, 'typed during the save', 'v')
  await journal.discardSaved(root, path, 'saved')
  expect(await keptText(journal)).toBe('typed during the save')
  await journal.discardSaved(root, path, 'typed during the save')
  expect(await keptText(journal)).toBeNull()
})

test.each([
  ['empty', () => ''],
  ['cut short', (stored: string) => stored.slice(0, -20)],
  ['another format', (stored: string) => stored.replace('"format":1', '"format":2')],
  ['changed in its text', (stored: string) => stored.replace('draft', 'dra_t')],
  ['changed in its base version', (stored: string) => stored.replace('version-1', 'version-2')],
  ['no JSON', () => '\0\0\0\0'],
])('an entry that is damaged (%s) is logged and counts as none', async (_name, damage) => {
  const { journal, files, logged } = await createTestJournal()
  await journal.keep(root, path, 'draft', 'version-1')
  const [file = ''] = await files()
  await writeFile(file, damage(await readFile(file, 'utf8')))
  expect(await journal.read(root, path)).toBeNull()
  expect(logged).toMatchObject([{ level: 'warn' }])
  await journal.keep(root, path, 'again', 'v')
  expect(await keptText(journal)).toBe('again')
})
