import { expect, test } from 'vitest'
import { createHarness } from '../../helpers/service-harness'

test.each(['https://example.org/a?b#c', 'http://example.org/', 'mailto:ada@example.org'])(
  '%s is opened outside',
  async (url) => {
    const { call, openedAddresses } = await createHarness()
    await call('app.openExternal', { url })
    expect(openedAddresses).toEqual([url])
  },
)

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'smb://host/share',
  '\\\\host\\share',
  'vscode://file/x',
  '/etc/passwd',
  'example.org',
  '',
])('%j is refused and nothing is opened', async (url) => {
  const { failure, openedAddresses } = await createHarness()
  expect((await failure('app.openExternal', { url })).code).toBe('refused')
  expect(openedAddresses).toEqual([])
})

test('the program describes itself', async () => {
  const { call, ports } = await createHarness()
  expect(await call('app.describe', {})).toEqual({
    version: '1.2.3',
    platform: process.platform,
    canPickFolder: false,
    canSaveFile: false,
    homeFolder: ports.homeFolder,
  })
})
