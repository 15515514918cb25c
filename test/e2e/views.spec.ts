import { expect, test } from './app'
import { openPost, postText, previewOf, serverless } from './post-window'

test('write, split and preview show what they say, and what is typed lives through all of them', async ({
  app,
}) => {
  const { page } = app
  await openPost(page, serverless.title)
  await page.keyboard.type('Earlier ')
  const preview = page.getByRole('complementary', { name: 'Preview' })
  await page.getByRole('radio', { name: 'Write' }).click()
  await expect(preview).toBeHidden()
  await expect(postText(page)).toContainText('Earlier This month')
  await page.getByRole('radio', { name: 'Preview' }).click()
  await expect(postText(page)).toBeHidden()
  await expect(previewOf(page).getByText('Earlier This month')).toBeVisible()
  const [wide, window] = [await preview.boundingBox(), page.viewportSize()]
  expect(wide?.width).toBeGreaterThan((window?.width ?? 0) * 0.6)
  await page.keyboard.press('ControlOrMeta+\\')
  await expect(postText(page)).toContainText('Earlier This month')
})

test('the front matter is one click away as text, and an edit there shows in the form', async ({
  app,
  blog,
}) => {
  const { page } = app
  await openPost(page, serverless.title)
  await expect(postText(page)).not.toContainText('published_on')
  await page.getByRole('button', { name: 'Show as text' }).click()
  await expect(postText(page)).toContainText('published_on: May 31, 2018')
  await postText(page).getByText('team: Infrastructure').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Two')
  await page.keyboard.press('ControlOrMeta+Shift+m')
  await expect(page.getByRole('combobox', { name: 'Team' })).toHaveValue('Infrastructure Two')
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(() => blog.git('diff', '--numstat')).toBe(`1\t1\t${serverless.path}\n`)
})

test('the post list goes and comes back, and lies over the text where there is no room beside it', async ({
  app,
}) => {
  const { page } = app
  await openPost(page, serverless.title)
  const list = page.getByRole('navigation', { name: 'Posts' })
  await page.getByRole('button', { name: 'Post list' }).click()
  await expect(list).toBeHidden()
  await page.setViewportSize({ width: 700, height: 640 })
  await page.getByRole('button', { name: 'Post list' }).click()
  await expect(list).toBeVisible()
  await openPost(page, 'Go + Services')
  await expect(list).toBeHidden()
})

test('the theme follows the writer’s choice, also the next time', async ({ openApp }) => {
  const first = await openApp()
  const { page, data } = first
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('button', { name: 'Try the sample blog' }).click()
  const theme = page.getByRole('button', { name: /^Theme/ })
  await theme.click()
  await expect(theme).toHaveText('Theme: light')
  await theme.click()
  await expect(theme).toHaveText('Theme: dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await first.close()
  const second = await openApp({ data })
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
