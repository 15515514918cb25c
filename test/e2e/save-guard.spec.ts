import { expect, test } from './app'
import { openPost, postText, save } from './post-window'

const path = 'src/posts/sencha.md'
const sencha = '\ufeff---\r\ntitle: Sencha\r\ndate: 2024-05-01\r\n---\r\n\r\nBoil water.  \r\nWait.'
const failed = /would have changed line 3, which you did not edit/

test('text that is altered on its way to the disk is stopped, told and kept', async ({ openApp, blog }) => {
  await blog.write(path, sencha)
  const { page } = await openApp({ folder: blog.folder })
  await openPost(page, 'Sencha')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Pour.')
  const requests = (url: URL) => url.pathname.startsWith('/api')
  await page.route(requests, (route) => {
    const body = route.request().postData()
    return route.continue(
      body?.includes('posts.write') ? { postData: body.replace('date: 2024-05-01', 'date: 2024-05-02') } : {},
    )
  })
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('region', { name: 'Notices' }).getByText(failed)).toBeVisible()
  expect(await blog.read(path)).toBe(sencha)
  await expect(postText(page)).toContainText('Wait. Pour.')

  await page.unroute(requests)
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(() => blog.read(path)).toBe(`${sencha} Pour.`)
})

test('mine is kept also when the disk got other line endings meanwhile', async ({ openApp, blog }) => {
  await blog.write(path, sencha)
  const { page } = await openApp({ folder: blog.folder })
  await openPost(page, 'Sencha')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Pour.')
  await blog.write(path, sencha.replaceAll('\r\n', '\n'))
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect.poll(() => blog.read(path)).toBe(`${sencha} Pour.`)
  await postText(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Drink.')
  await save(page)
  await expect.poll(() => blog.read(path)).toBe(`${sencha} Pour. Drink.`)
})

test('text that came back after the window was gone is saved', async ({ openApp, blog }) => {
  await blog.write(path, sencha)
  const first = await openApp({ folder: blog.folder })
  await openPost(first.page, 'Sencha')
  await first.page.keyboard.type('First of all: ')
  await first.page.waitForTimeout(1000) // the promise: at most a second of typing is lost
  const { data } = first
  await first.close()
  const { page } = await openApp({ folder: blog.folder, data })
  await expect(postText(page)).toContainText('First of all: ')
  await postText(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Pour.')
  await save(page)
  await expect.poll(() => blog.read(path)).toBe(`${sencha.replace('Boil', 'First of all: Boil')} Pour.`)
})
