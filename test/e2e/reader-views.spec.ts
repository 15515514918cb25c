import { readFile } from 'node:fs/promises'
import { repositoryFile } from '../helpers/repository-root'
import { expect, test } from './app'
import { openPost, postText, previewOf, serverless } from './post-window'

test('the post is shown as in the site’s list, a feed, a search and a social network, and follows the form', async ({
  openApp,
  blog,
}) => {
  const list = await readFile(repositoryFile('test/fixtures/reader/engblog-list.html'), 'utf8')
  await blog.write('output/index.html', list)
  const { page } = await openApp({ folder: blog.folder })
  await openPost(page, serverless.title)
  const shownAs = page.getByRole('button', { name: /^Shown as/ })
  const choose = async (view: string) => {
    await shownAs.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitemradio', { name: view }).click()
  }

  await choose('Card in the list')
  const card = page.getByRole('region', { name: 'Card in the list' })
  await expect(card.getByRole('heading')).toHaveText(serverless.title)
  await expect(card).toContainText('Kevin Dangoor on May 31, 2018')
  await expect(card).toContainText('as in output/index.html')
  const year = new Date().getFullYear()
  await page.getByRole('button', { name: 'Show as text' }).click()
  await postText(page).getByText('published_on: May 31, 2018').click()
  await page.keyboard.press('End')
  for (const _digit of '2018') await page.keyboard.press('Backspace')
  await page.keyboard.type(String(year))
  await expect(card.getByText('Kevin Dangoor on May 31', { exact: true })).toBeVisible()

  await choose('Feed')
  await expect(page.getByRole('region', { name: 'Feed' })).toContainText('This month, my colleague')
  await choose('Search result')
  await expect(page.getByRole('region', { name: 'Search result' })).toContainText(
    'front matter has no description',
  )
  await choose('Social card')
  await expect(page.getByRole('region', { name: 'Social card' })).toContainText('names no picture')

  await choose('Phone')
  await expect(page.getByRole('region', { name: 'Social card' })).toBeHidden()
  const width = await previewOf(page)
    .locator('html')
    .evaluate((html) => html.clientWidth)
  expect(width).toBe(390)
})
