import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { atomicWrite } from '#services/files/atomic-write'
import { syncFolder } from '#services/files/sync-folder'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

test.skipIf(process.platform !== 'linux')('a folder that cannot be synced is no error', async () => {
  // the kernel's own folder answers EINVAL
  await expect(syncFolder('/proc/self')).resolves.toBeUndefined()
})

test.skipIf(process.platform === 'win32')('a folder that is not there is one', async () => {
  await expect(syncFolder(join(await createTemporaryFolder(), 'gone'))).rejects.toThrow('ENOENT')
})

test('a disk that fails after the file was replaced leaves a note, no failure', async () => {
  const target = join(await createTemporaryFolder(), 'a.md')
  await writeFile(target, 'old')
  const write = {
    target,
    bytes: Buffer.from('new'),
    checkCurrent: async () => undefined,
    keepSafe: async () => undefined,
  }
  const failing = () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
  const outcome = await atomicWrite(write, failing)
  expect(outcome).toMatchObject({ kind: 'replaced', note: expect.stringContaining('power cut') })
  expect(await readFile(target, 'utf8')).toBe('new')
})
