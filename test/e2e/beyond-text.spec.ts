import { cp } from 'node:fs/promises'
import { repositoryFile } from '../helpers/repository-root'
import { expect, test } from './app'
import { openPost, postText, previewOf } from './post-window'
import { removeFolder, temporaryFolder } from './temporary-blog'

test('code, formulas and a diagram come out as the site makes them, and follow what is typed', async ({
  openApp,
}) => {
  const folder = await temporaryFolder()
  await cp(repositoryFile('test/fixtures/blogs/hugo-math'), folder, { recursive: true })
  const { page } = await openApp({ folder })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await openPost(page, 'Standing waves on a short string')
  const preview = previewOf(page)

  await expect(preview.locator('pre.chroma .kn, pre.chroma .k, pre.chroma .kd').first()).toBeVisible()
  await expect(preview.locator('.line.hl')).toHaveText(/return n/)
  await expect(preview.locator('.katex-display')).toBeVisible()
  await expect(preview.locator('.katex')).toHaveCount(5)
  await expect(preview.locator('.galley-formula-wrong')).toHaveCount(0)
  await expect(preview.getByText('a new string is $5, and')).toBeVisible()
  const diagram = preview.getByRole('img', { name: /Pluck the string/ })
  await diagram.scrollIntoViewIfNeeded()
  await expect(diagram).toBeVisible()
  expect(await diagram.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)

  await postText(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText('\nAdd $\\tfrac{1}{2}$.\n\n```mermaid\ngraph LR; Ear --> Mind\n```\n')
  await expect(preview.locator('.katex')).toHaveCount(6)
  await expect(preview.getByRole('img', { name: /Ear --> Mind/ })).toBeVisible()

  await openPost(page, 'Plain words')
  await expect(preview.getByText('Here $L$ is only text')).toBeVisible()
  await expect(preview.locator('.katex')).toHaveCount(0)
  expect(asked.filter((url) => /jsdelivr/.test(url))).toEqual([])
  await removeFolder(folder)
})
