import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readFailure, rememberFailure } from '../../build/machine/electron-failure.mjs'
import { createTemporaryFolder } from '../helpers/temporary-folder'

const failure = { why: 'fetch failed', atMs: 1000 }

test('a failure is remembered until it is forgotten', async () => {
  const file = join(await createTemporaryFolder(), 'dist/failure.json')
  expect(readFailure(file)).toBeNull()
  rememberFailure(file, failure)
  expect(readFailure(file)).toEqual(failure)
  rememberFailure(file, null)
  expect(readFailure(file)).toBeNull()
})

test.each(['', '{"why":"fetch fai', 'null', '{"why":1}'])(
  'a file that holds %j counts as none',
  async (text) => {
    const file = join(await createTemporaryFolder(), 'failure.json')
    await writeFile(file, text)
    expect(readFailure(file)).toBeNull()
  },
)

test('what cannot be written ends nothing', async () => {
  const inTheWay = join(await createTemporaryFolder(), 'file')
  await writeFile(inTheWay, 'a file')
  rememberFailure(join(inTheWay, 'dist/failure.json'), failure)
  rememberFailure(join(inTheWay, 'dist/failure.json'), null)
  expect(await readFile(inTheWay, 'utf8')).toBe('a file')
})
