import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, type RunningApp, test } from './app'
import { openPost, postText, previewOf, serverless } from './post-window'
import { temporaryFolder } from './temporary-blog'

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Preview menu' }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** Opens the post and types a picture, a table and a script into it. */
async function openTypedPost({ page }: RunningApp): Promise<void> {
  await openPost(page, serverless.title)
  await page.keyboard.insertText(
    'Typed *first*.\n\n![A dot](dot.gif)\n\n<script>window.ran = true</script>\n\n',
  )
  await expect(previewOf(page).getByText('Typed first.')).toBeVisible()
}

/** What the writer gets as a file: from the native dialog, or as a download. */
async function savedFile({ page, electron }: RunningApp, entry: string, fileName: string): Promise<Buffer> {
  const file = join(await temporaryFolder(), fileName)
  if (electron === null) {
    const [download] = await Promise.all([page.waitForEvent('download'), choose(page, entry)])
    expect(download.suggestedFilename()).toBe(fileName)
    await download.saveAs(file)
  } else {
    await electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, file)
    await choose(page, entry)
    await expect(page.getByText(`Saved ${fileName}.`)).toBeVisible()
  }
  return readFile(file)
}

test('the preview leaves as a web page that stands alone, as formatted text and on paper', async ({
  app,
  blog,
  browser,
}) => {
  const { page, electron } = app
  await blog.write(
    'src/posts/dot.gif',
    Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
  )
  await openTypedPost(app)
  await page.evaluate(() => {
    // the browser's print call is where the product ends
    const printed: string[] = []
    Object.assign(window, { printed })
    new MutationObserver(() => {
      const frame = [...document.querySelectorAll('iframe')].find(({ sandbox }) =>
        sandbox.contains('allow-modals'),
      )
      frame?.addEventListener('load', () => {
        const target = frame.contentWindow
        if (target) target.print = () => printed.push(target.document.documentElement.outerHTML)
      })
    }).observe(document.body, { childList: true })
  })

  const html = (await savedFile(app, 'Save as web page…', 'original-serverless.html')).toString()
  const fresh = await browser.newContext({ offline: true })
  const reader = await fresh.newPage()
  const requests: string[] = []
  reader.on('request', (request) => requests.push(request.url()))
  await reader.route('**/*', (route) => route.fulfill({ body: html, contentType: 'text/html' }))
  await reader.goto('http://reader.test/')
  await expect(reader.getByRole('heading', { name: serverless.title })).toBeVisible()
  await expect(reader).toHaveTitle(serverless.title)
  await expect(reader.locator('html')).toHaveAttribute('lang', 'en')
  expect(
    await reader
      .getByRole('img', { name: 'A dot' })
      .evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBe(1)
  expect(await reader.locator('.galley-page').evaluate((one) => getComputedStyle(one).maxWidth)).toBe('640px')
  expect(await reader.locator('script, .galley-edit-mark, .galley-chunk, link').count()).toBe(0)
  expect(requests.filter((address) => !address.startsWith('data:'))).toEqual(['http://reader.test/'])
  await fresh.close()

  await choose(page, 'Copy with formatting')
  await expect(page.getByText('Copied the post with its formatting.')).toBeVisible()
  const pasted = await page.evaluate(async () => {
    const target = document.createElement('div')
    target.contentEditable = 'true'
    document.body.append(target)
    const data = new Promise<readonly string[]>((resolve) => {
      target.addEventListener('paste', ({ clipboardData }) => {
        resolve(['text/html', 'text/plain'].map((type) => clipboardData?.getData(type) ?? ''))
      })
    })
    target.focus()
    Object.assign(window, { pasted: data })
    return true
  })
  expect(pasted).toBe(true)
  await page.keyboard.press('ControlOrMeta+v')
  const [markup = '', text = ''] = await page.evaluate(
    () => (window as unknown as { pasted: Promise<readonly string[]> }).pasted,
  )
  expect(markup).toContain('<p>Typed <em>first</em>.</p>')
  expect(markup).toContain('<img alt="A dot" src="data:image/gif;base64,')
  expect(markup).not.toMatch(/class=|galley|<script/)
  expect(text).toMatch(/^The Original Serverless Architecture is Still Here\s+Typed first\.\s/)

  await choose(page, 'Print…')
  const printed = () => page.evaluate(() => (window as unknown as { printed: readonly string[] }).printed)
  await expect.poll(async () => (await printed()).length).toBe(1)
  expect((await printed())[0]).toContain('Typed <em>first</em>')
  expect((await printed())[0]).not.toMatch(/galley-edit-mark|galley-chunk/)

  if (electron === null) {
    await choose(page, 'Save as PDF…')
    await expect(page.getByText('Choose “Save as PDF” as the printer')).toBeVisible()
    await expect.poll(async () => (await printed()).length).toBe(2)
  } else {
    const pdf = await savedFile(app, 'Save as PDF…', 'original-serverless.pdf')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(5000)
  }
})

test('the preview in its own window follows the text, and comes back when that window is closed', async ({
  app,
}) => {
  const { page } = app
  await openPost(page, serverless.title)
  const [alone] = await Promise.all([page.waitForEvent('popup'), choose(page, 'Open in its own window')])
  await expect(page.getByRole('complementary', { name: 'Preview' })).toBeHidden()
  await expect(page.getByRole('radio', { name: 'Write' })).toBeChecked()
  await postText(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('Far away. ')
  await expect(previewOf(alone).getByText('Far away.')).toBeVisible()
  await expect(previewOf(alone).getByRole('heading', { name: serverless.title })).toBeVisible()
  await previewOf(alone).getByText('GlueCon').first().dblclick()
  await page.keyboard.type('Near ')
  await expect(
    previewOf(alone)
      .getByText(/Near GlueCon/)
      .first(),
  ).toBeVisible()
  await alone.getByRole('button', { name: 'Back into the main window' }).click()
  await expect.poll(() => alone.isClosed()).toBe(true)
  await expect(previewOf(page).getByText('Far away.')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Split' })).toBeChecked()
})
