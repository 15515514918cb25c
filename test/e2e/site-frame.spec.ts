import { cp } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { repositoryFile } from '../helpers/repository-root'
import { expect, test } from './app'
import { problemsOf } from './page-problems'
import { openPost, postText, previewOf, serverless } from './post-window'
import { removeFolder, temporaryFolder } from './temporary-blog'

const fixture = (name: string) => repositoryFile(`test/fixtures/built-sites/${name}`)
const level = (page: Page, name: string) => page.getByRole('radio', { name })

/** What the page asks of any host other than Galley's. */
function strayRequests(page: Page): readonly string[] {
  const own = new URL(page.url()).host
  const stray: string[] = []
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (!['data:', 'blob:'].includes(protocol) && host !== own) stray.push(request.url())
  })
  return stray
}

test('a post stands in its site’s own page, follows the form there, and that is remembered for the blog', async ({
  openApp,
  blog,
}) => {
  await cp(fixture('engblog/output'), `${blog.folder}/output`, { recursive: true })
  const app = await openApp({ folder: blog.folder })
  const { page } = app
  const stray = strayRequests(page)
  await openPost(page, serverless.title)
  await level(page, 'On the site').click()
  const frame = previewOf(page)
  const article = frame.locator('main#content > article.post')
  await expect(article.getByRole('heading', { level: 1 })).toHaveText(serverless.title)
  await expect(article.locator('.info')).toHaveText(/by\s+Kevin Dangoor\s+on\s+May 31, 2018/)
  await expect(article.locator('.body')).toContainText('This month, my colleague')
  await expect(frame.getByRole('heading', { name: 'Latest posts' })).toBeVisible()

  await page.getByRole('textbox', { name: 'Title' }).fill('Still here')
  await expect(article.getByRole('heading', { level: 1 })).toHaveText('Still here')
  await postText(page).getByText('This month').click()
  await page.keyboard.type(' Typed just now. ')
  await expect(article.locator('.body p').first()).toContainText('Typed just now.')

  await openPost(page, 'What do software architects at Khan Academy do?')
  await expect(article.locator('.info')).toHaveText(/by\s+Kevin Dangoor\s+on\s+May 14, 2018/)
  await expect(frame.getByText('next post')).toBeHidden()
  expect(stray).toEqual([])

  await app.close()
  const again = await openApp({ folder: blog.folder, data: app.data })
  await expect(previewOf(again.page).locator('article.post .info')).toContainText('May 14, 2018')
  await level(again.page, 'Plain').press('ArrowRight')
  await level(again.page, 'Plain').click()
  await expect(previewOf(again.page).locator('.galley-byline')).toHaveText('by Kevin Dangoor on May 14, 2018')
})

test('the site’s page wears the site’s style sheets, runs nothing, and a page can be named', async ({
  openApp,
}) => {
  const folder = await temporaryFolder()
  await cp(fixture('hugo-lantern'), folder, { recursive: true })
  const { page } = await openApp({ folder })
  const stray = strayRequests(page)
  await openPost(page, 'The night ferry')
  const frame = previewOf(page)
  await expect(frame.locator('.galley-byline')).toHaveText('by Cora Wick on Friday, 2 February 2024')
  await level(page, 'On the site').click()
  const title = frame.getByRole('heading', { level: 1, name: 'The night ferry' })
  await expect(title).toHaveCSS('color', 'rgb(32, 57, 77)')
  await expect(frame.locator('body')).toHaveCSS('background-color', 'rgb(251, 250, 247)')
  await expect(frame.locator('.masthead')).toHaveCSS('background-image', /wave\.svg"\)$/)
  await expect(frame.locator('.note-body p')).toHaveCSS('font-size', '20px')
  await expect(frame.locator('.tags li')).toHaveText(['#night', '#ferries'])
  await expect(frame.locator('.subtitle')).toHaveText('Eleven minutes of dark')
  await expect(frame.getByText('We use cookies.')).toBeHidden()
  await expect(frame.getByText('Mending lamps →')).toHaveCount(0)

  await page.getByRole('button', { name: 'Preview menu' }).click()
  await page.getByRole('menuitem', { name: 'Name a built page…' }).click()
  const named = page.getByRole('textbox', { name: 'Page in the blog’s folder' })
  await expect(named).toBeFocused()
  await expect(page.getByRole('dialog')).toContainText('Learnt from public/posts/fog-signals/index.html')
  expect(await problemsOf(page)).toEqual([])
  await page.keyboard.type('public/nothing.html')
  await page.keyboard.press('Enter')
  const note = page.getByRole('complementary').getByRole('status')
  await expect(note).toContainText('plain page')
  expect(await problemsOf(page)).toEqual([])
  await note.getByRole('button', { name: 'Name a page…' }).click()
  await named.fill('')
  await page.keyboard.press('Enter')
  await expect(title).toHaveCSS('color', 'rgb(32, 57, 77)')
  await expect(note).toBeHidden()
  expect(stray).toEqual([])
  await removeFolder(folder)
})
