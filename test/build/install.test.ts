import { describe, expect, test } from 'vitest'
import { findDifference } from '../../build/install.mjs'

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
