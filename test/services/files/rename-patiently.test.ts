import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renamePatiently } from '#services/files/rename-patiently'
import { protect } from '../../helpers/protected-path'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

async function fileInProtectedFolder() {
  const folder = join(await createTemporaryFolder(), 'held')
  await mkdir(folder)
  const [from, to] = [join(folder, 'new'), join(folder, 'old')]
  await writeFile(from, 'new')
  return { from, to, release: protect(folder) }
}

test('on Windows a rename that is held up for a moment is tried again', async (context) => {
  const { from, to, release } = await fileInProtectedFolder()
  context.skip(release === null, 'no way to protect a folder here')
  setTimeout(() => release?.(), 100)
  await renamePatiently(from, to, 'win32')
  expect(await readFile(to, 'utf8')).toBe('new')
})

test('elsewhere it fails at once, since nothing there passes by itself', async (context) => {
  const { from, to, release } = await fileInProtectedFolder()
  context.skip(release === null, 'no way to protect a folder here')
  const begunMs = performance.now()
  await expect(renamePatiently(from, to, 'linux')).rejects.toThrow(/EPERM|EACCES/)
  expect(performance.now() - begunMs).toBeLessThan(100)
})
