import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sweepStaleTemporaries } from '#services/files/stale-temporaries'
import { temporaryName } from '#services/files/temporary-name'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const ports = { now: () => new Date(), log: () => undefined }
const minute = 60_000

async function sweep(names: Readonly<Record<string, number>>): Promise<readonly string[]> {
  const folder = await createTemporaryFolder()
  for (const [name, ageMs] of Object.entries(names)) {
    const changed = new Date(Date.now() - ageMs)
    await writeFile(join(folder, name), 'x')
    await utimes(join(folder, name), changed, changed)
  }
  await sweepStaleTemporaries(
    Object.keys(names).map((name) => join(folder, name)),
    ports,
  )
  return (await readdir(folder)).toSorted()
}

const ofDeadProcess = '.galley-999999999-0123456789abcdef.tmp'

test('a temporary file of a process that is gone is removed', async () => {
  expect(await sweep({ [ofDeadProcess]: minute })).toEqual([])
})

test('one that is only seconds old stays: its process may be on another machine', async () => {
  expect(await sweep({ [ofDeadProcess]: 0 })).toEqual([ofDeadProcess])
})

test('one of a running process stays, unless it is hours old', async () => {
  const own = temporaryName()
  expect(await sweep({ [own]: minute })).toEqual([own])
  expect(await sweep({ [own]: 120 * minute })).toEqual([])
})

test('files of other names stay, however old', async () => {
  const names = ['.galley-notes.md', 'galley-1-0123456789abcdef.tmp', '.galley-1-xyz.tmp', 'post.md.tmp']
  expect(await sweep(Object.fromEntries(names.map((name) => [name, 999 * minute])))).toEqual(names.toSorted())
})
