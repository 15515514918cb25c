import { expect, test } from './app'
import { problemsOf } from './page-problems'
import { openPost, previewOf, serverless } from './post-window'

test('the preview’s Markdown is explained, changed for this blog, and remembered', async ({
  openApp,
  blog,
}) => {
  const first = await openApp({ folder: blog.folder })
  const { page, data } = first
  await openPost(page, serverless.title)
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText('\n\n##No space\n')
  await expect(previewOf(page).getByRole('heading', { name: 'No space' })).toBeVisible()
  const button = page.getByRole('button', { name: /^Markdown of the preview/ })
  await expect(button).toHaveText('Python-Markdown')
  await button.click()
  const dialog = page.getByRole('dialog', { name: 'How the preview reads Markdown' })
  await expect(dialog).toContainText('because the posts begin with their fields')
  await expect(dialog.getByRole('option', { name: 'As found: Python-Markdown' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  expect(await problemsOf(page)).toEqual([])
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await page.keyboard.press('h')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(button).toHaveText('Hexo (chosen)')
  await expect(button).toBeFocused()
  await expect(previewOf(page).getByText('##No space')).toBeVisible()
  await first.close()

  const again = await openApp({ folder: blog.folder, data })
  const remembered = again.page.getByRole('button', { name: /^Markdown of the preview/ })
  await expect(remembered).toHaveText('Hexo (chosen)')
  await remembered.click()
  await again.page.getByRole('option', { name: 'As found: Python-Markdown' }).click()
  await expect(remembered).toHaveText('Python-Markdown')
})
