import { spawnSync } from 'node:child_process'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { FrameLocator, Page } from '@playwright/test'
import { repositoryFile } from '../helpers/repository-root'
import { isAlive, pidsOf, serveLine, writeHandRolledSite, writeHugoSite } from '../services/site-server/sites'
import { expect, test, withinThePage } from './app'
import { problemsOf } from './page-problems'
import { openPost, postText } from './post-window'
import { removeFolder, temporaryFolder } from './temporary-blog'

const hasHugo = spawnSync('hugo', ['version']).status === 0

/** The site's page, in the frame within the page that may frame nothing else. */
function sitePage(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="The site’s page"]').frameLocator('iframe')
}

test('the real server starts after a yes, shows the post’s page, follows a save, and stops', async ({
  openApp,
}) => {
  const folder = await temporaryFolder()
  await (hasHugo ? writeHugoSite(folder) : writeHandRolledSite(folder))
  const app = await openApp({ folder })
  const { page } = app
  await openPost(page, 'Tides, again')
  await page.getByRole('radio', { name: 'Live' }).click()
  await expect(page.getByText('That runs the blog’s own code on this computer')).toBeVisible()
  if (hasHugo) await expect(page.getByRole('radio', { name: /^hugo server --buildDrafts/ })).toBeChecked()
  else await page.getByRole('textbox', { name: 'Command that serves the site' }).fill(serveLine())
  await page.getByRole('button', { name: 'Start the server' }).press('Enter')
  await expect(sitePage(page).getByRole('heading', { name: 'Tides, again' })).toBeVisible()
  await expect(sitePage(page).getByText('We counted the boats instead')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Page on the site' })).toHaveValue(
    hasHugo ? '/journal/posts/high-water/' : '/essays/tides-x',
  )
  await postText(page).getByText('The tide came in').click()
  await page.keyboard.press('Home')
  await page.keyboard.type('Written down at last. ')
  await expect(page.getByText('The page shows the post as it was saved last.')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(sitePage(page).getByText('Written down at last.')).toBeVisible()
  await page.getByRole('button', { name: 'Log' }).click()
  await expect(page.getByRole('log', { name: 'What the server says' })).toContainText(/at http:\/\/localhost/)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('button', { name: 'Start the server' })).toBeVisible()
  await app.close()
  await removeFolder(folder)
})

test('a page of the real server that wants out of its frame gets nowhere, a link elsewhere is not followed unasked, and the server ends with Galley', async ({
  openApp,
}) => {
  const folder = await temporaryFolder()
  await writeHandRolledSite(folder)
  await cp(repositoryFile('test/fixtures/site-server/hostile.mjs'), join(folder, 'serve.mjs'))
  const app = await openApp({ folder })
  const { page } = app
  await openPost(page, 'Tides, again')
  await page.getByRole('radio', { name: 'Live' }).click()
  await page.getByRole('textbox', { name: 'Command that serves the site' }).fill(serveLine())
  await page.getByRole('button', { name: 'Start the server' }).click()
  const site = sitePage(page)
  await expect(site.getByText('know the place')).toBeVisible()
  await site.getByRole('button', { name: 'Press me' }).click()
  await expect(site.getByText('done')).toBeVisible()
  expect(await site.getByRole('listitem').allTextContents()).toEqual([
    'see Galley: refused',
    'move the frame around it: refused',
    'call Galley: refused',
    'read Galley: refused',
    'use the camera: refused',
    'know the place: refused',
    'open a window: refused',
    'move the window: refused',
    'done',
  ])
  await site.getByRole('link', { name: 'away' }).click()
  await expect(page.getByText(/The page leads to https:\/\/example\.org/)).toBeVisible()
  await expect(site.getByText('We counted the boats')).toBeVisible()
  expect(page.frames().filter((frame) => /example\.org/.test(frame.url()))).toEqual([])
  const pids = await pidsOf(folder)
  expect(pids.map(isAlive)).toEqual([true])
  await app.close()
  await expect.poll(() => pids.map(isAlive)).toEqual([false])
  await removeFolder(folder)
})

test(
  'a server that does not reload its pages shows a save at the place where the reader is; another page can be typed',
  withinThePage,
  async ({ openApp }) => {
    const folder = await temporaryFolder()
    await writeHandRolledSite(folder)
    const app = await openApp({ folder })
    const { page } = app
    await openPost(page, 'Tides, again')
    await page.getByRole('radio', { name: 'Live' }).click()
    await page.getByRole('textbox', { name: 'Command that serves the site' }).fill(serveLine())
    expect(await problemsOf(page)).toEqual([])
    await page.getByRole('checkbox', { name: /^Do not ask again/ }).press('Space')
    await page.getByRole('button', { name: 'Start the server' }).press('Enter')
    const site = sitePage(page)
    await expect(site.getByText('We counted the boats instead')).toBeVisible()
    const scrolled = () => site.locator('html').evaluate((html) => Math.round(html.scrollTop))
    await site.locator('html').evaluate((html) => html.scrollTo(0, 600))
    await postText(page).getByText('The tide came in').click()
    await page.keyboard.press('Home')
    await page.keyboard.type('Written down at last. ')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(site.locator('article')).toContainText('Written down at last.')
    await expect.poll(scrolled).toBe(600)
    await page.getByRole('button', { name: 'Log' }).click()
    expect(await problemsOf(page)).toEqual([])
    expect(await scrolled()).toBe(600)
    const address = page.getByRole('textbox', { name: 'Page on the site' })
    await address.fill('/')
    await address.press('Enter')
    await expect(site.getByRole('link', { name: 'Winds' })).toBeVisible()
    await openPost(page, 'Winds')
    await expect(site.getByRole('heading', { name: 'Winds' })).toBeVisible()
    await openPost(page, 'Tides, again')
    await expect(address).toHaveValue('/')
    await page.getByRole('button', { name: 'Go to this post’s page' }).click()
    await expect(site.getByRole('heading', { name: 'Tides, again' })).toBeVisible()
    await page.getByRole('radio', { name: 'Plain' }).click()
    await page.getByRole('radio', { name: 'Live' }).click()
    await expect(site.getByRole('heading', { name: 'Tides, again' })).toBeVisible()
    await app.close()
    await removeFolder(folder)
  },
)
