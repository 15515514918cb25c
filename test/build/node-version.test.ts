import { expect, test } from 'vitest'
import { complaintAboutNode } from '../../build/machine/node-version.mjs'

test('Node 20.19, Node 22.12 and everything newer will do', () => {
  for (const version of ['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0', '100.0.0'])
    expect(complaintAboutNode(version)).toBeNull()
})

test('an older Node gets a sentence that names it and what is needed', () => {
  for (const version of ['20.18.3', '18.20.0', '21.7.3', '22.11.0', '8.0.0'])
    expect(complaintAboutNode(version)).toMatch(
      `Galley needs Node 20.19, 22.12 or newer, and this is Node ${version}. Get a newer one at https://nodejs.org`,
    )
})
