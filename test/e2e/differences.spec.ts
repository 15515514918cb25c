import { expect, test, withinThePage } from './app'
import { problemsOf } from './page-problems'
import { openPost, postText, serverless } from './post-window'

test('what reads otherwise than on GitHub is marked, explained and put right by the keyboard', async ({
  app,
}) => {
  const { page } = app
  await openPost(page, serverless.title)
  const count = page.getByRole('button', { name: /differences? from GitHub/ })
  await expect(count).toBeHidden()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText('\n\nTo pack:\n- a tent\n- a map\n\n##Heading\n')
  await expect(count).toHaveText('2 differences')
  await count.click()
  const explanation = page.getByRole('group', { name: 'Difference from GitHub' })
  await expect(explanation).toContainText('Python-Markdown needs a blank line before this list.')
  await expect(explanation).toContainText('On GitHub')
  expect(await problemsOf(page)).toEqual([])
  await page.keyboard.press('ControlOrMeta+F8')
  await expect(explanation).toContainText('This is a heading in Python-Markdown')
  await page.keyboard.press('ControlOrMeta+Shift+F8')
  await expect(explanation).toContainText('needs a blank line')
  await page.keyboard.press('ControlOrMeta+.')
  await expect(explanation).toBeHidden()
  await expect(count).toHaveText('1 difference')
  await page.keyboard.press('ControlOrMeta+F8')
  await page.getByRole('button', { name: 'Insert a space' }).click()
  await expect(count).toBeHidden()
  await expect(postText(page)).toContainText('## Heading')
})

test(
  'marks are explained where the pointer is on them, and can be hidden for this blog',
  withinThePage,
  async ({ app }) => {
    const { page } = app
    await openPost(page, 'Tips for giving your first code reviews')
    const line = postText(page).locator('.cm-line', { hasText: '##4. Comment on anything' })
    await page.getByRole('button', { name: '1 difference from GitHub. Go to the first.' }).click()
    await page.keyboard.press('ArrowDown')
    const explanation = page.getByRole('group', { name: 'Difference from GitHub' })
    await expect(explanation).toBeHidden()
    const box = await line.boundingBox()
    if (box === null) throw new Error('the line is out of sight')
    await page.mouse.move(box.x + 6, box.y + 12)
    await expect(explanation).toBeVisible()
    await page.mouse.move(box.x + 200, box.y + 300)
    await expect(explanation).toBeHidden()
    await page.getByRole('button', { name: 'Preview menu' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Mark differences from GitHub' }).click()
    await expect(page.getByRole('button', { name: /differences? from GitHub/ })).toBeHidden()
  },
)
