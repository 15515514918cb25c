import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findDifference, whyInstall } from '../../build/install.mjs'
import { createTemporaryFolder } from '../helpers/temporary-folder'

const lockfile = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/yaml': { version: '2.9.1' },
    'node_modules/@esbuild/linux-x64': { version: '0.28.2', optional: true },
  },
}

function installed(packages: Record<string, { version: string }>) {
  return { packages }
}

describe('what is installed', () => {
  test('is right when every package has the locked version', () => {
    const everything = installed({
      'node_modules/yaml': { version: '2.9.1' },
      'node_modules/@esbuild/linux-x64': { version: '0.28.2' },
    })
    expect(findDifference(lockfile, everything)).toBeNull()
  })

  test('may lack packages for other systems', () => {
    expect(findDifference(lockfile, installed({ 'node_modules/yaml': { version: '2.9.1' } }))).toBeNull()
  })

  test('is wrong when a package for this system has another version', () => {
    const mixed = installed({
      'node_modules/yaml': { version: '2.9.1' },
      'node_modules/@esbuild/linux-x64': { version: '0.27.0' },
    })
    expect(findDifference(lockfile, mixed)).toBe('@esbuild/linux-x64 0.28.2 is missing')
  })

  test('is wrong when a package is missing or old', () => {
    expect(findDifference(lockfile, installed({}))).toBe('yaml 2.9.1 is missing')
    expect(findDifference(lockfile, installed({ 'node_modules/yaml': { version: '2.0.0' } }))).toBe(
      'yaml 2.9.1 is missing',
    )
  })
})

describe('a package for some machines', () => {
  const musl = { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] }
  const notWindows = { version: '1.0.0', optional: true, os: ['!win32'] }
  const wanted = { packages: { 'node_modules/musl': musl, 'node_modules/posix': notWindows } }
  const both = installed({
    'node_modules/musl': { version: '1.0.0' },
    'node_modules/posix': { version: '1.0.0' },
  })
  const alpine = { os: 'linux', cpu: 'x64', libc: 'musl' }

  test('must be there on those', () => {
    expect(findDifference(wanted, both, alpine)).toBeNull()
    expect(findDifference(wanted, installed({}), alpine)).toBe('musl 1.0.0 is missing')
    expect(findDifference(wanted, installed({}), { ...alpine, libc: 'glibc' })).toBe('posix 1.0.0 is missing')
    expect(findDifference(wanted, installed({ 'node_modules/posix': { version: '1.0.0' } }), alpine)).toBe(
      'musl 1.0.0 is missing',
    )
  })

  test('may be absent on others', () => {
    expect(findDifference(wanted, installed({}), { os: 'win32', cpu: 'x64', libc: null })).toBeNull()
  })
})

describe('the libraries are installed again', () => {
  async function installation() {
    const folder = await createTemporaryFolder()
    const lock = JSON.stringify({ packages: { 'node_modules/yaml': { version: '2.9.1' } } })
    await mkdir(join(folder, 'node_modules/yaml'), { recursive: true })
    await writeFile(join(folder, 'package-lock.json'), lock)
    await writeFile(join(folder, 'node_modules/.package-lock.json'), lock)
    return folder
  }

  test('not when all is there', async () => {
    expect(whyInstall(await installation())).toBeNull()
  })

  test.each(['', '{"packages":{"node_mod', '{}', 'null'])('when their record holds %j', async (record) => {
    const folder = await installation()
    await writeFile(join(folder, 'node_modules/.package-lock.json'), record)
    expect(whyInstall(folder)).toBe('the record of what is installed is damaged')
  })

  test('when one has gone beside an intact record', async () => {
    const folder = await installation()
    await rm(join(folder, 'node_modules/yaml'), { recursive: true })
    expect(whyInstall(folder)).toBe('yaml is missing')
  })
})

test('a linked node_modules is never installed into: npm would empty the folder behind the link', async () => {
  const folder = await createTemporaryFolder()
  await mkdir(join(folder, 'elsewhere'))
  await symlink(join(folder, 'elsewhere'), join(folder, 'node_modules'), 'junction')
  expect(whyInstall(folder)).toBeNull()
})
