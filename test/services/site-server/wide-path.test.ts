import { expect, test } from 'vitest'
import { widePath } from '#services/site-server/wide-path'

test('the folders where generators are usually installed come behind those of PATH, each once', () => {
  const folders = widePath({ PATH: '/usr/local/bin:/usr/bin' }, '/home/ada', 'darwin').split(':')
  expect(folders.slice(0, 3)).toEqual(['/usr/local/bin', '/usr/bin', '/opt/homebrew/bin'])
  expect(folders.filter((folder) => folder === '/usr/local/bin')).toHaveLength(1)
  expect(folders).toContain('/home/ada/.local/bin')
  expect(widePath({ PATH: 'C:\\bin' }, 'C:\\Users\\ada', 'win32')).toBe('C:\\bin')
})
