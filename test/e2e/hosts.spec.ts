import type { Page } from '@playwright/test'
import { expect, type RunningApp, test } from './app'
import { listedPost, openPost, postText, previewOf, serverless } from './post-window'

/** Opens a folder as a writer does: by the system's dialog where the host has one, else by typing its path. */
async function openFolder(app: RunningApp, folder: string): Promise<void> {
  await app.answerFolderDialog(folder)
  await app.page.getByRole('button', { name: 'Open folder…' }).click()
  if (app.host === 'electron') return
  const path = app.page.getByRole('textbox', { name: 'Folder' })
  // the dialog begins in the home folder
  await expect(path).not.toHaveValue('')
  await path.fill(folder)
  await app.page.getByRole('button', { name: 'Open this folder' }).click()
}

/** Notes every time that the page breaks the policy it was served with. */
function notePolicyViolations(page: Page): Promise<void> {
  return page.evaluate(() => {
    const violations: string[] = []
    Object.assign(window, { violations })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      violations.push(`${violatedDirective} ${blockedURI}`),
    )
  })
}

test('without a folder Galley greets, and the folder dialog leads to a blog', async ({ openApp, blog }) => {
  const app = await openApp()
  await expect(app.page.getByRole('heading', { name: 'Galley' })).toBeVisible()
  await openFolder(app, blog.folder)
  await expect(listedPost(app.page, serverless.title)).toBeVisible()
})

test('a blog that was opened is there again for the same user', async ({ openApp, blog }) => {
  const first = await openApp()
  await openFolder(first, blog.folder)
  await expect(listedPost(first.page, serverless.title)).toBeVisible()
  await first.close()
  const { page } = await openApp({ data: first.data })
  await page.getByRole('button', { name: blog.folder }).click()
  await expect(listedPost(page, serverless.title)).toBeVisible()
})

test('a picture of the blog shows in the preview, and no policy is broken on the way', async ({
  openApp,
  blog,
}) => {
  await blog.write(
    'src/posts/pictured.md',
    'title: A post with a picture\npublished_on: November 9, 2021\n...\n\n![Shapes](../images/lets-reduce/reduce-shapes.png)\n',
  )
  const { page } = await openApp({ folder: blog.folder })
  await notePolicyViolations(page)
  await openPost(page, 'A post with a picture')
  const picture = previewOf(page).getByRole('img', { name: 'Shapes' })
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100)
  expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([])
})

test('the preview’s frame may run nothing', async ({ app }) => {
  await openPost(app.page, serverless.title)
  const frame = app.page.locator('iframe[title="Preview of the post"]')
  await expect(frame).toHaveAttribute('sandbox', 'allow-same-origin')
})

test('loading the page again keeps the connection and the blog', async ({ app }) => {
  await expect(listedPost(app.page, serverless.title)).toBeVisible()
  expect(app.page.url()).not.toContain('token')
  await app.page.reload()
  await openPost(app.page, serverless.title)
  await expect(postText(app.page)).toContainText('This month, my colleague')
})

test.describe('the native menu', () => {
  // asked outside the test: within it, Galley would have been started for nothing
  test.skip(({ host }) => host === 'web', 'the web host has no menu')

  test('does what the interface does', async ({ app }) => {
    await openPost(app.page, serverless.title)
    await app.electron?.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.getMenuItemById('view.preview')?.click(),
    )
    await expect(postText(app.page)).toBeHidden()
    await app.electron?.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.getMenuItemById('view.split')?.click(),
    )
    await expect(postText(app.page)).toBeVisible()
  })
})
