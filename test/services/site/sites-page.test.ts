import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { repositoryFile } from '../../helpers/repository-root'
import { sitesPage } from './sites-page'

test('docs/sites.md is what `npm run sites` writes', async () => {
  expect(readFileSync(repositoryFile('docs/sites.md'), 'utf8')).toBe(await sitesPage())
}, 30_000)
