import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findRepository } from '#services/git/find-repository'
import { readHooks } from '#services/git/read-hooks'
import { createRepository } from '../../helpers/git-repository'
import { failureCode } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const tooLong = 'x'.repeat(5000)

test('a link that leads in a circle is no repository and no hook', async () => {
  const { root } = await createRepository({ 'a.md': 'a' })
  const inner = join(root, 'inner')
  await mkdir(inner)
  await symlink('.git', join(inner, '.git'))
  expect(await findRepository(inner)).toMatchObject({ top: root })
  await mkdir(join(root, '.git/hooks'), { recursive: true })
  await symlink('pre-commit', join(root, '.git/hooks/pre-commit'))
  expect(await readHooks(join(root, '.git/hooks'))).toEqual([])
})

test('what cannot be looked at is told, not taken for nothing', async () => {
  const folder = join(await createTemporaryFolder(), tooLong)
  expect(await failureCode(findRepository(folder))).toBe('not-found')
  expect(await failureCode(readHooks(folder))).toBe('not-found')
})
