import { chmod, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, withinThePage } from './app'
import { openPost, postText, previewOf, save, searchPosts, serverless } from './post-window'

const banner = /changed on disk while you edited it/

test('a file changed on disk is followed while nothing is unsaved', async ({ app, blog }) => {
  await openPost(app.page, serverless.title)
  await blog.write(serverless.path, (await blog.read(serverless.path)).replace('This month', 'That month'))
  await expect(postText(app.page)).toContainText('That month, my colleague')
  await expect(previewOf(app.page).getByText('That month, my colleague')).toBeVisible()
})

test('an edit on both sides overwrites neither: compare, then keep mine, and undo reaches the other', async ({
  app,
  blog,
}) => {
  const { page } = app
  await openPost(page, serverless.title)
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('Mine. ')
  const theirs = (await blog.read(serverless.path)).replace('This month', 'That month')
  await blog.write(serverless.path, theirs)
  const alert = page.getByRole('alert').filter({ hasText: banner })
  await expect(alert).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  expect(await blog.read(serverless.path)).toBe(theirs)

  await alert.getByRole('button', { name: 'Compare' }).click()
  await expect(alert.getByRole('textbox', { name: 'On disk, and yours' })).toContainText('That month')
  await alert.getByRole('button', { name: 'Keep mine' }).click()
  await expect(alert).toBeHidden()
  await expect.poll(() => blog.read(serverless.path)).toContain('Mine. This month')

  await postText(page).click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(postText(page)).toContainText('That month')
})

test('taking the text on disk keeps mine one undo away', withinThePage, async ({ app, blog }) => {
  const { page } = app
  await openPost(page, serverless.title)
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('Mine. ')
  await blog.write(serverless.path, (await blog.read(serverless.path)).replace('This month', 'That month'))
  await page.getByRole('button', { name: 'Take the one on disk' }).click()
  await expect(postText(page)).toContainText('That month')
  await postText(page).click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(postText(page)).toContainText('Mine. This month')
})

test('a post that vanishes keeps its text and can be saved again', async ({ app, blog }) => {
  const { page } = app
  const before = await blog.read(serverless.path)
  await openPost(page, serverless.title)
  await rm(join(blog.folder, serverless.path))
  const alert = page.getByRole('alert').filter({ hasText: 'no longer there' })
  await expect(alert).toBeVisible()
  await alert.getByRole('button', { name: 'Save it as a new file' }).click()
  await expect(alert).toBeHidden()
  await expect.poll(async () => blog.read(serverless.path).catch(() => '')).toBe(before)
})

test('text that was not saved comes back after the window is gone', async ({ openApp, blog }) => {
  const first = await openApp({ folder: blog.folder })
  await openPost(first.page, serverless.title)
  await first.page.keyboard.press('ControlOrMeta+Home')
  await first.page.keyboard.type('Not saved yet. ')
  await first.page.waitForTimeout(1000) // the promise: at most a second of typing is lost
  const { data } = first
  await first.close()

  const second = await openApp({ folder: blog.folder, data })
  await expect(postText(second.page)).toContainText('Not saved yet. This month')
  await expect(
    second.page.getByRole('region', { name: 'Notices' }).getByText('Your unsaved text'),
  ).toBeVisible()
  expect(await blog.git('status', '--porcelain')).toBe('')
  await postText(second.page).click()
  await save(second.page)
  expect(await blog.read(serverless.path)).toContain('Not saved yet. This month')
})

test(
  'switching posts keeps what was typed in each, and saves into the right one',
  withinThePage,
  async ({ app, blog }) => {
    const { page } = app
    await openPost(page, serverless.title)
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.type('First. ')
    await openPost(page, 'Switching to Slack')
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.type('Second. ')
    await openPost(page, serverless.title)
    await expect(postText(page)).toContainText('First. This month')
    await save(page)
    expect(await blog.git('diff', '--name-only')).toBe(`${serverless.path}\n`)
    await openPost(page, 'Switching to Slack')
    await expect(postText(page)).toContainText('Second. Khan Academy')
  },
)

test('two windows on one post: the second to save is told, and loses nothing', async ({ openApp, blog }) => {
  const first = await openApp({ folder: blog.folder })
  const second = await openApp({ folder: blog.folder })
  for (const { page } of [first, second]) await openPost(page, serverless.title)
  await second.page.keyboard.press('ControlOrMeta+Home')
  await second.page.keyboard.type('Second. ')
  await first.page.keyboard.press('ControlOrMeta+Home')
  await first.page.keyboard.type('First. ')
  await save(first.page)
  await expect(second.page.getByRole('alert').filter({ hasText: banner })).toBeVisible()
  await second.page.keyboard.press('ControlOrMeta+s')
  expect(await blog.read(serverless.path)).toContain('First. This month')
  await expect(postText(second.page)).toContainText('Second. This month')
})

test.describe('files that are not as they should be', () => {
  const path = 'src/posts/odd.md'
  const readable = 'title: Odd\nauthor: A\npublished_on: May 1, 2021\n...\n\nText\n'

  test(
    'bytes that are not UTF-8 open read-only and stay as they are',
    withinThePage,
    async ({ openApp, blog }) => {
      const bytes = Buffer.concat([Buffer.from(readable), Buffer.from([0xff, 0xfe, 0x80])])
      await writeFile(join(blog.folder, path), bytes)
      const { page } = await openApp({ folder: blog.folder })
      await searchPosts(page, 'odd.md')
      await expect(page.getByRole('option')).toHaveCount(1)
      await page.getByRole('option').click()
      await expect(page.getByRole('contentinfo')).toContainText('Read only')
      await expect(page.getByRole('main').getByText(/UTF-8/)).toBeVisible()
      await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
    },
  )

  test(
    'front matter that cannot be read leaves the text editable and says where',
    withinThePage,
    async ({ openApp, blog }) => {
      await blog.write(path, 'title: "Odd\nauthor: [A\n...\n\nText\n')
      const { page } = await openApp({ folder: blog.folder })
      await searchPosts(page, 'odd.md')
      await expect(page.getByRole('option')).toHaveCount(1)
      await page.getByRole('option').click()
      await expect(page.getByRole('alert')).toContainText(/front matter cannot be read/)
      await expect(page.getByRole('alert')).toContainText(/Line \d/)
      await postText(page).click()
      await page.keyboard.press('ControlOrMeta+End')
      await page.keyboard.type('More.')
      await save(page)
      expect(await blog.read(path)).toBe('title: "Odd\nauthor: [A\n...\n\nText\nMore.')
    },
  )

  test('a post of 20 MB opens and takes a keystroke', withinThePage, async ({ openApp, blog }) => {
    test.slow()
    await blog.write(path, readable + 'A line of forty characters, all told it.\n\n'.repeat(480_000))
    const { page } = await openApp({ folder: blog.folder })
    await page.getByRole('radio', { name: 'Write' }).click()
    await openPost(page, 'Odd')
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.type('Here. ')
    await save(page)
    expect((await blog.read(path)).slice(0, readable.length + 6)).toBe(
      readable.replace('\nText', '\nHere. Text'),
    )
  })

  test(
    'a post that becomes empty on disk is followed, and can be written again',
    withinThePage,
    async ({ app, blog }) => {
      await openPost(app.page, serverless.title)
      await truncate(join(blog.folder, serverless.path), 0)
      await expect(postText(app.page)).not.toContainText('This month')
      await postText(app.page).click()
      await app.page.keyboard.press('ControlOrMeta+z')
      await expect(postText(app.page)).toContainText('This month')
    },
  )

  test('a CRLF file stays one, line by line', withinThePage, async ({ openApp, blog }) => {
    const text = readable.replaceAll('\n', '\r\n')
    await blog.write(path, text)
    const { page } = await openApp({ folder: blog.folder })
    await openPost(page, 'Odd')
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('More.')
    await save(page)
    expect(await blog.read(path)).toBe(`${text}\r\nMore.`)
  })
})

test.describe('a folder that takes no writes', () => {
  // asked outside the test: within it, Galley would have been started for nothing
  test.skip(process.getuid?.() === 0, 'root may write anywhere')

  test('says so and keeps the text', async ({ app, blog }) => {
    await openPost(app.page, serverless.title)
    await app.page.keyboard.type('x')
    await chmod(join(blog.folder, serverless.path), 0o444)
    await app.page.keyboard.press('ControlOrMeta+s')
    await expect(app.page.getByRole('contentinfo')).toContainText('Could not be saved')
  })
})
