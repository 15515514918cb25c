import { expect, test } from './app'
import { problemsOf } from './page-problems'
import { postText } from './post-window'
import { createTemporaryBlog } from './temporary-blog'

test('a new post is named and placed as it is typed, made by the keyboard, and open at once', async ({
  openApp,
}) => {
  const blog = await createTemporaryBlog('sites/jekyll-default')
  try {
    const { page } = await openApp({ folder: blog.folder })
    await page.getByRole('button', { name: 'New post…' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'A new post' })
    const title = dialog.getByRole('textbox', { name: 'Title' })
    await expect(title).toBeFocused()
    await expect(dialog.getByRole('button', { name: 'Make the post' })).toBeDisabled()
    await page.keyboard.type('Slow tea & ink')
    await expect(dialog).toContainText('_drafts/slow-tea-ink.md')
    await dialog.getByRole('checkbox', { name: 'As a draft' }).press('Space')
    await expect(dialog).toContainText(/_posts\/\d{4}-\d\d-\d\d-slow-tea-ink\.md/)
    await expect(dialog).toContainText(/\/\d{4}\/\d\d\/\d\d\/slow-tea-ink\.html/)
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      expect(await problemsOf(page)).toEqual([])
    }
    await dialog.getByRole('textbox', { name: 'Name in its address and file' }).fill('Tea for two')
    await expect(dialog).toContainText(/-tea-for-two\.md/)
    const path = /_posts\/[\w-]+\.md/.exec((await dialog.textContent()) ?? '')?.[0] ?? ''
    await title.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(postText(page)).toBeFocused()
    await expect(page.getByRole('option', { name: /Slow tea & ink/ })).toBeVisible()
    await expect.poll(() => blog.read(path)).toMatch(/title: "?Slow tea & ink"?/)

    await page.getByRole('button', { name: 'New post…' }).press('Enter')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  } finally {
    await blog.remove()
  }
})
