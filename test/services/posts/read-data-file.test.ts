import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDataFile } from '#services/posts/read-data-file'
import { writeFiles } from '../../helpers/git-repository'
import { post } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

async function read(name: string, text: string) {
  const root = await createTemporaryFolder()
  await writeFiles(root, { [join('_data', name)]: text })
  return readDataFile(root, post(`_data/${name}`), null)
}

const many = 80_000

describe('a data file that would hold up everything else', () => {
  test.each([
    ['flow maps in each other', 'a.yml', '{'.repeat(many)],
    ['lists in each other whose brackets look closed', 'a.yml', '["]",'.repeat(many)],
    ['lists in one line', 'a.yml', '- '.repeat(many)],
    ['keys in one line', 'a.yml', '? '.repeat(many)],
    ['anchors without a value', 'a.yml', '&a '.repeat(many)],
    ['tags without a value', 'a.yml', '!!a '.repeat(many)],
    ['escapes that mean nothing', 'a.yml', `"${'\\x'.repeat(many)}`],
    ['an alias to what it stands in', 'a.yml', '&a [*a]'],
    ['arrays in TOML', 'a.toml', `a = ${'['.repeat(many)}`],
    ['tables in TOML', 'a.toml', `a = ${'{a='.repeat(many)}`],
    ['arrays in JSON', 'a.json', '['.repeat(many)],
  ])('suggests nothing: %s', { timeout: 5000 }, async (_what, name, text) => {
    expect(await read(name, text)).toMatchObject({ entries: [], ownName: null })
  })

  test('is read in time that grows with its length alone', { timeout: 5000 }, async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `k${index}: v\n`)
    expect((await read('names.yml', lines.join('')))?.entries[1]).toEqual({ key: 'k1', label: 'v' })
  })
})

test('a data file’s numbers, yes and no are as YAML 1.2 has them, and dates are texts', async () => {
  const file = await read('terms.yml', '- id: 2024-05-01\n  name: yes\n- id: b\n  name: 1\n- plain\n')
  expect(file?.entries).toEqual([
    { key: '2024-05-01', label: 'yes' },
    { key: 'b', label: null },
    { key: 'plain', label: null },
  ])
})
