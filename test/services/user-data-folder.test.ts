import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { userDataFolder } from '#services/user-data-folder'

const home = resolve('/home/ada')

test('GALLEY_DATA names the user data folder outright, on every system', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const)
    expect(userDataFolder({ GALLEY_DATA: '/elsewhere' }, platform, home)).toBe(resolve('/elsewhere'))
})

test('each system has its own place for it', () => {
  expect(userDataFolder({}, 'linux', home)).toBe(join(home, '.local/share/galley'))
  expect(userDataFolder({ XDG_DATA_HOME: '/data' }, 'linux', home)).toBe(join('/data', 'galley'))
  expect(userDataFolder({ XDG_DATA_HOME: 'relative' }, 'linux', home)).toBe(join(home, '.local/share/galley'))
  expect(userDataFolder({}, 'darwin', home)).toBe(join(home, 'Library/Application Support/Galley'))
  expect(userDataFolder({ APPDATA: '/roaming' }, 'win32', home)).toBe(join('/roaming', 'Galley'))
  expect(userDataFolder({}, 'win32', home)).toBe(join(home, 'AppData/Roaming/Galley'))
})
