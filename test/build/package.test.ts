import { spawn } from 'node:child_process'
import { appendFile, copyFile, mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../build/build.mjs'
import { temporaryFolder, untilDone } from '../cli/galley'

const requireHere = createRequire(import.meta.url)
const { version }: { version: string } = requireHere('electron/package.json')
const { FuseV1Options, getCurrentFuseWire } = requireHere('@electron/fuses')
const asar = requireHere('@electron/asar')

/** The mark that tells where a program's fuses are, and nine fuses, each the opposite of what it must become. */
const fuseWire = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09101100010'
const off = '0'.charCodeAt(0)
const on = '1'.charCodeAt(0)

/** A folder that has the parts of Electron's distribution which packaging looks at, with `/bin/true` for its programs. */
async function makeDistribution(): Promise<string> {
  const folder = await temporaryFolder()
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'])
    await copyFile('/bin/true', join(folder, name))
  await appendFile(join(folder, 'electron'), fuseWire)
  await writeFile(join(folder, 'version'), version)
  await mkdir(join(folder, 'resources'))
  await mkdir(join(folder, 'locales'))
  await writeFile(join(folder, 'locales/en-US.pak'), '')
  await writeFile(join(folder, 'icudtl.dat'), '')
  return folder
}

async function pack(): Promise<string> {
  const output = await temporaryFolder()
  const given = [`-c.electronDist=${await makeDistribution()}`, `-c.directories.output=${output}`]
  const packing = spawn(process.execPath, ['build/package.mjs', '--linux', 'dir', ...given])
  const { code, stdout, stderr } = await untilDone(packing)
  expect({ code, said: code === 0 ? '' : `${stdout}${stderr}` }).toEqual({ code: 0, said: '' })
  return join(output, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`)
}

describe.skipIf(process.platform !== 'linux')('the packaged program', () => {
  beforeAll(() => build({ names: ['main', 'preload', 'renderer', 'sample-blog'] }))

  test('holds what the desktop needs and nothing else, with its fuses set', async () => {
    const folder = await pack()

    const files: readonly string[] = asar.listPackage(join(folder, 'resources/app.asar'), { isPack: false })
    for (const needed of [
      '/package.json',
      '/dist/main/main.cjs',
      '/dist/main/preload.cjs',
      '/dist/renderer/index.html',
      '/dist/sample-blog/about.md',
    ])
      expect(files).toContain(needed)
    const allowed = /^\/(?:package\.json|dist|dist\/(?:main|renderer|sample-blog)(?:\/.*)?)$/
    expect(files.filter((file) => !allowed.test(file))).toEqual([])
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([])

    const fuses = await getCurrentFuseWire(join(folder, 'galley'))
    expect(fuses).toMatchObject({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
    })
  })
})
