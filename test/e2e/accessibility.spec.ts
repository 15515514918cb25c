import { expect, test } from './app'
import { problemsOf } from './page-problems'
import { openPost, serverless } from './post-window'

for (const theme of ['light', 'dark'] as const) {
  test(`every screen is clean in ${theme}`, async ({ openApp, blog }) => {
    const start = await openApp()
    await start.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await expect(start.page.getByRole('button', { name: 'Try the sample blog' })).toBeVisible()
    expect(await problemsOf(start.page)).toEqual([])

    const { page } = await openApp({ folder: blog.folder })
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await openPost(page, serverless.title)
    await page.keyboard.type('word')
    await expect(page.getByRole('combobox', { name: 'Team' })).toBeVisible()
    expect(await problemsOf(page)).toEqual([])

    await page.keyboard.press('ControlOrMeta+Enter')
    const panel = page.getByRole('dialog', { name: /^Publish/ })
    await expect(panel.getByRole('textbox', { name: 'Message' })).toBeVisible()
    expect(await problemsOf(page)).toEqual([])
  })
}

test('a post is opened, edited, saved and committed by the keyboard alone', async ({ app, blog }) => {
  const { page } = app
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+f')
  await page.keyboard.type('original serverless')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Post text' })).toBeFocused()
  await page.keyboard.type('By hand. ')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(
    page.getByRole('dialog', { name: /^Publish/ }).getByRole('textbox', { name: 'Message' }),
  ).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('dialog', { name: /^Publish/ })).toBeHidden()
  await expect.poll(() => blog.git('log', '-1', '--format=%s')).toBe(`Update “${serverless.title}”\n`)
  await expect(page.getByRole('textbox', { name: 'Post text' })).toBeFocused()
})
