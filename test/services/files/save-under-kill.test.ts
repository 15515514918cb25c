import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { sweepStaleTemporaries } from '#services/files/stale-temporaries'
import { repositoryRoot } from '../../helpers/repository-root'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const sizeBytes = 512 * 1024
const kills = 12

test('a process killed in the middle of saving never leaves a torn file, and its leftovers are swept', async () => {
  const folder = await createTemporaryFolder()
  const script = join(folder, 'save-loop.mjs')
  await build({
    entryPoints: [join(repositoryRoot, 'test/services/files/save-loop.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
  const target = join(folder, 'post.md')
  await writeFile(target, 'a'.repeat(sizeBytes))
  for (let count = 0; count < kills; count++) {
    const child = spawn(process.execPath, [script, target, String(sizeBytes)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    // another moment of the save each time
    await wait(count * 3)
    child.kill('SIGKILL')
    await once(child, 'close')
    const text = await readFile(target, 'latin1')
    expect(text.length).toBe(sizeBytes)
    expect(text).toBe(text.charAt(0).repeat(sizeBytes))
  }
  const leftovers = async () =>
    (await readdir(folder)).filter((name) => name.endsWith('.tmp')).map((name) => join(folder, name))
  const anHourAgo = new Date(Date.now() - 60_000)
  for (const file of await leftovers()) await utimes(file, anHourAgo, anHourAgo)
  await sweepStaleTemporaries(await leftovers(), { now: () => new Date(), log: () => undefined })
  expect(await leftovers()).toEqual([])
}, 60_000)
