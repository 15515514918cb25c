import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from './app'
import { problemsOf } from './page-problems'
import { openPost, previewOf } from './post-window'

/** A picture of one red dot. */
const dot = Buffer.from('R0lGODlhAQABAPAAAP8AAAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64')

/** Another host, which gives a picture for whatever it is asked and remembers who asked how. */
async function startOtherHost(): Promise<{
  readonly origin: string
  readonly asked: IncomingMessage[]
  readonly server: Server
}> {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    response.writeHead(200, { 'Content-Type': 'image/gif', 'Set-Cookie': 'who=you; Path=/' })
    response.end(dot)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, server }
}

test('media of other hosts are loaded once the writer allows it for this blog, and nothing else ever is', async ({
  app,
  blog,
}) => {
  const { page } = app
  const other = await startOtherHost()
  const { origin } = other
  const paths = () => other.asked.map(({ url }) => url).toSorted()
  await blog.write(
    'src/posts/remote.md',
    [
      'title: Remote things',
      'author: Ada Writer',
      'published_on: May 1, 2018',
      '...',
      '',
      `![One](${origin}/one.gif)`,
      '',
      `<video src="${origin}/film.mp4" poster="${origin}/poster.gif" controls></video>`,
      '',
      `<script src="${origin}/script.js"></script><link rel="stylesheet" href="${origin}/sheet.css">`,
      `<style>@import "${origin}/import.css"; @font-face { font-family: a; src: url(${origin}/font.woff2) }</style>`,
      `<iframe src="${origin}/frame.html"></iframe><object data="${origin}/object.svg"></object>`,
      `<p style="background: url(${origin}/background.gif)">Styled</p>`,
      '',
    ].join('\n'),
  )
  await openPost(page, 'Remote things')
  const bar = page.getByRole('status').filter({ hasText: 'not loaded' })
  await expect(bar).toContainText('2 pictures, sounds or films from 127.0.0.1')
  await expect(previewOf(page).getByText(/^Image from 127\.0\.0\.1:\d+ is not loaded/)).toBeVisible()
  expect(await problemsOf(page)).toEqual([])
  expect(paths()).toEqual([])

  await bar.getByRole('button', { name: 'Load' }).click()
  await expect(bar).toBeHidden()
  const picture = previewOf(page).getByRole('img', { name: 'One' })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  await expect.poll(() => new Set(paths()).size).toBe(3)

  // once more, now that the other host has tried to leave a cookie
  await page.getByRole('button', { name: 'Preview menu' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Load media from the network' }).click()
  await expect(bar).toContainText('2 pictures')
  const before = other.asked.length
  await bar.getByRole('button', { name: 'Load' }).press('Enter')
  await expect.poll(() => other.asked.length).toBeGreaterThan(before)
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  expect([...new Set(paths())]).toEqual(['/film.mp4', '/one.gif', '/poster.gif'])
  for (const { headers } of other.asked) {
    expect(headers.cookie).toBeUndefined()
    expect(headers.referer).toBeUndefined()
  }
  other.server.closeAllConnections()
  other.server.close()
})
