import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { repositoryFile } from '../../../helpers/repository-root'
import { fidelityPage } from './fidelity-page'

test('docs/preview-fidelity.md is what `npm run fidelity` writes', () => {
  expect(readFileSync(repositoryFile('docs/preview-fidelity.md'), 'utf8')).toBe(fidelityPage())
})
