import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { openPost, serverless } from './post-window'
import { removeFolder, temporaryFolder } from './temporary-blog'

/** Opens a post, types a word into it and opens the publish panel. */
async function publishAChange(page: Page) {
  await openPost(page, serverless.title)
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('Earlier ')
  await page.keyboard.press('ControlOrMeta+Enter')
  const panel = page.getByRole('dialog', { name: /^Publish/ })
  await expect(panel).toBeVisible()
  return panel
}

test('a plain folder can be written in, and becomes a repository when the writer says so', async ({
  openApp,
  blog,
}) => {
  await rm(join(blog.folder, '.git'), { recursive: true })
  const { page } = await openApp({ folder: blog.folder })
  await expect(page.getByRole('contentinfo')).toContainText('Not a git repository')
  const panel = await publishAChange(page)
  await panel.getByRole('button', { name: 'Make it a git repository' }).click()
  await expect(panel.getByRole('textbox', { name: 'Message' })).toBeVisible()
  expect(await blog.git('status', '--porcelain')).toContain('??')
})

test('a repository without commits gets its first, by an author who is asked for once', async ({
  openApp,
  blog,
}) => {
  await rm(join(blog.folder, '.git'), { recursive: true })
  await blog.git('init', '--quiet', '--initial-branch=main', '--template=')
  const { page } = await openApp({ folder: blog.folder })
  const panel = await publishAChange(page)
  await panel.getByRole('textbox', { name: 'Your name' }).fill('Ada Writer')
  await panel.getByRole('textbox', { name: 'Your email address' }).fill('ada@example.org')
  await panel.getByRole('button', { name: 'Use for this blog' }).click()
  await expect(panel.getByRole('textbox', { name: 'Your name' })).toBeHidden()
  await panel.getByRole('button', { name: 'Commit' }).click()
  await expect(panel).toBeHidden()
  expect(await blog.git('log', '--format=%an <%ae>')).toBe('Ada Writer <ada@example.org>\n')
  expect(await blog.git('show', '--name-only', '--format=', 'HEAD')).toBe(`${serverless.path}\n`)
})

test('a detached head is said before anything is committed', async ({ openApp, blog }) => {
  await blog.git('checkout', '--quiet', '--detach')
  const { page } = await openApp({ folder: blog.folder })
  await expect(page.getByRole('contentinfo')).toContainText('no branch')
  await expect(await publishAChange(page)).toContainText('You are on no branch')
})

test('a repository that would run programs runs none until it is trusted', async ({ openApp, blog }) => {
  // outside of the blog: inside, each look at the repository would be a change to look at
  const outside = await temporaryFolder()
  const marker = join(outside, 'ran')
  await blog.git('config', 'core.fsmonitor', `touch ${marker}; false`)
  const { page } = await openApp({ folder: blog.folder })
  await expect(page.getByRole('contentinfo')).toContainText('not trusted')
  const panel = await publishAChange(page)
  await expect(panel.getByRole('listitem')).toContainText('core.fsmonitor')
  expect(await readdir(outside)).toEqual([])
  await panel.getByRole('button', { name: 'Trust this repository' }).click()
  await expect(panel.getByRole('textbox', { name: 'Message' })).toBeVisible()
  expect(await readdir(outside)).toEqual(['ran'])
  await removeFolder(outside)
})

test('a hook that refuses is shown whole, and nothing is lost', async ({ openApp, blog }) => {
  await blog.write(
    '.git/hooks/pre-commit',
    '#!/bin/sh\necho "line one: no"\necho "line two: never" >&2\nexit 1\n',
  )
  await blog.git('config', 'core.hooksPath', '.git/hooks')
  const { chmod } = await import('node:fs/promises')
  await chmod(join(blog.folder, '.git/hooks/pre-commit'), 0o755)
  const { page } = await openApp({ folder: blog.folder })
  const panel = await publishAChange(page)
  await panel.getByRole('button', { name: 'Trust this repository' }).click()
  await panel.getByRole('button', { name: 'Commit' }).click()
  const alert = page.getByRole('alert').filter({ hasText: /hook/i })
  await alert.getByText('Details').click()
  await expect(alert).toContainText('line one: no')
  await expect(alert).toContainText('line two: never')
  await expect(panel).toBeVisible()
  expect(await blog.git('log', '--format=%s')).toBe('Begin\n')
})

test('a folder that cannot be opened leaves the start page and says why', async ({ openApp, blog }) => {
  await blog.git('init', '--quiet', '--bare', 'bare.git')
  const file = await openApp({ folder: join(blog.folder, serverless.path) })
  await expect(file.page.getByRole('alert')).toContainText(/is a file|not a folder/i)
  const bare = await openApp({ folder: join(blog.folder, 'bare.git') })
  await expect(bare.page.getByRole('alert')).toContainText(/bare/i)
  await expect(bare.page.getByRole('button', { name: 'Open folder…' })).toBeVisible()
})
