import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, withinThePage } from './app'
import { listedPost, openPost, postText, previewOf, save, searchPosts, serverless } from './post-window'

test('a blog opens on its posts, with title, author and date', withinThePage, async ({ app }) => {
  const list = app.page.getByRole('listbox', { name: 'Posts' })
  await expect(list.getByRole('option').first()).toContainText(
    'How Khan Academy Successfully Handled 2.5x Traffic',
  )
  await expect(app.page.getByRole('searchbox', { name: 'Search posts' })).toHaveAttribute(
    'placeholder',
    'Search 17 posts',
  )
  await expect(listedPost(app.page, 'Go + Services')).toContainText('Kevin Dangoor · 20 Dec 2019')
})

test('opening a post and saving it leaves every byte as it was', async ({ app, blog }) => {
  await openPost(app.page, serverless.title)
  await save(app.page)
  expect(await blog.git('status', '--porcelain')).toBe('')
})

test('from a field and a keystroke to a commit of exactly this post', async ({ app, blog }) => {
  const { page } = app
  await blog.write('notes.txt', 'staged before\n')
  await blog.git('add', 'notes.txt')

  await openPost(page, serverless.title)
  const author = page.getByRole('combobox', { name: 'Author' })
  await expect(author).toHaveValue('Kevin Dangoor')
  await author.fill('Ada Writer')
  await page.keyboard.press('Escape')
  await save(page)
  expect(await blog.git('diff', '--numstat')).toBe(`1\t1\t${serverless.path}\n`)

  await postText(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('Earlier ')
  await expect(previewOf(page).getByText('Earlier This month, my colleague')).toBeVisible()
  await expect(previewOf(page).getByText('by Ada Writer on May 31, 2018')).toBeVisible()
  await save(page)
  expect(await blog.git('diff', '--numstat')).toBe(`2\t2\t${serverless.path}\n`)

  await page.getByRole('button', { name: 'Publish…' }).click()
  const panel = page.getByRole('dialog', { name: /^Publish/ })
  await expect(panel).toContainText('+2 −2')
  await expect(panel.getByRole('textbox', { name: 'Message' })).toHaveValue(`Update “${serverless.title}”`)
  await panel.getByRole('textbox', { name: 'Message' }).fill('Say who wrote it')
  await panel.getByRole('button', { name: 'Commit' }).click()
  await expect(page.getByRole('region', { name: 'Notices' }).getByText('Committed')).toBeVisible()

  expect(await blog.git('log', '-1', '--format=%s')).toBe('Say who wrote it\n')
  expect(await blog.git('show', '--name-only', '--format=', 'HEAD')).toBe(`${serverless.path}\n`)
  expect(await blog.git('diff', '--cached', '--name-only')).toBe('notes.txt\n')
  await expect(listedPost(page, serverless.title)).not.toContainText('changed')
})

test('undo takes a word and a field back one by one', async ({ app, blog }) => {
  const { page } = app
  const before = await blog.read(serverless.path)
  await openPost(page, serverless.title)
  await page.getByRole('combobox', { name: 'Team' }).fill('Web Frontend')
  await page.keyboard.press('Escape')
  await postText(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.insertText('Earlier ') // at once: slow typing is several steps
  await page.keyboard.press('ControlOrMeta+z')
  await expect(postText(page)).not.toContainText('Earlier')
  await expect(page.getByRole('combobox', { name: 'Team' })).toHaveValue('Web Frontend')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('combobox', { name: 'Team' })).toHaveValue('Infrastructure')
  await save(page)
  expect(await blog.read(serverless.path)).toBe(before)
})

test('every Markdown post of the blog shows as an article', withinThePage, async ({ app, blog }) => {
  const { page } = app
  const folder = join(blog.folder, 'src/posts')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.md'))
  expect(files).toHaveLength(14)
  for (const name of files) {
    const text = await blog.read(`src/posts/${name}`)
    const title = /^title: "?(.*?)"?$/m.exec(text)?.[1] ?? ''
    const author = /^author: (.*)$/m.exec(text)?.[1] ?? ''
    await searchPosts(page, name)
    await openPost(page, title)
    const preview = previewOf(page)
    await expect(preview.getByRole('heading', { level: 1, name: title }).first()).toBeVisible()
    await expect(preview.getByText(`by ${author} on`).first()).toBeVisible()
    await expect(preview.locator('.galley-body')).toHaveText(/[\s\S]{1000}/)
  }
})

test('the list is filtered as it is typed, and by what was changed', withinThePage, async ({ app, blog }) => {
  const { page } = app
  await expect(listedPost(page, serverless.title)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+f')
  await expect(page.getByRole('searchbox', { name: 'Search posts' })).toBeFocused()
  await page.keyboard.type('goliath')
  const rows = page.getByRole('listbox', { name: 'Posts' }).getByRole('option')
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(rows).not.toHaveCount(1)
  await blog.write(serverless.path, `${await blog.read(serverless.path)}\nOne line more.\n`)
  await page.getByRole('radio', { name: 'Changed' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText(serverless.title)
})
