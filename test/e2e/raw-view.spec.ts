import type { Locator, Page } from '@playwright/test'
import { expect, test } from './app'
import { openPost, postText, save } from './post-window'

const raw = 'ControlOrMeta+Shift+M'
const status = (page: Page): Locator => page.getByRole('contentinfo').getByRole('status')
const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true })

/** The colour that a piece of the text is shown in. */
function colourOf(page: Page, text: string): Promise<string> {
  return postText(page)
    .getByText(text, { exact: true })
    .first()
    .evaluate((element) => getComputedStyle(element).color)
}

const path = 'src/posts/sencha.md'
const sencha = '---\ntitle: Sencha\nsubtitle: Leaves\ndate: 2024-05-01\n---\n\nBody.\n'

type Fixtures = Parameters<Parameters<typeof test>[2]>[0]

/** Opens Galley on a blog with this post, and the post. */
async function openSencha(
  { openApp, blog }: Pick<Fixtures, 'openApp' | 'blog'>,
  text: string,
): Promise<Page> {
  await blog.write(path, text)
  const { page } = await openApp({ folder: blog.folder })
  await openPost(page, 'Sencha')
  return page
}

test.describe('front matter shown as text is highlighted in its language', () => {
  for (const { language, text, key, value } of [
    { language: 'YAML', text: sencha.replace('Sencha', '"Sencha"'), key: 'title', value: '"Sencha"' },
    {
      language: 'TOML',
      text: '+++\ntitle = "Sencha"\ndate = 2024-05-01\n+++\n\nBody.\n',
      key: 'title',
      value: '"Sencha"',
    },
    {
      language: 'JSON',
      text: '{\n  "title": "Sencha",\n  "date": "2024-05-01"\n}\n\nBody.\n',
      key: '"title"',
      value: '"Sencha"',
    },
    {
      language: 'opener-less YAML',
      text: 'title: "Sencha"\ndate: 2024-05-01\n...\n\nBody.\n',
      key: 'title',
      value: '"Sencha"',
    },
  ]) {
    test(language, async ({ openApp, blog }) => {
      const page = await openSencha({ openApp, blog }, text)
      await page.keyboard.press(raw)
      const body = await colourOf(page, 'Body.')
      await expect.poll(() => colourOf(page, key)).not.toBe(body)
      const colours = [await colourOf(page, key), await colourOf(page, value), body]
      expect(new Set(colours).size).toBe(3)
    })
  }
})

test('a mistake is underlined in its place, explained by the keyboard, and gone when it is mended', async ({
  openApp,
  blog,
}) => {
  const page = await openSencha({ openApp, blog }, sencha)
  await page.keyboard.press(raw)
  await postText(page).getByText('Leaves').click()
  await page.keyboard.press('End')
  await page.keyboard.type(': green')
  const underlined = postText(page).locator('.cm-lintRange-error')
  await expect(underlined).not.toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('F8')
  const explanation = page.locator('.cm-tooltip')
  await expect(explanation).toHaveText(/^Line 3: .+\.$/)
  const selected = await page.evaluate(() => String(getSelection()))
  expect(selected).toBe((await underlined.allTextContents()).join(''))
  expect(selected).toContain('green')
  await page.keyboard.press('End')
  await expect(explanation).toHaveCount(0)
  for (const _ of ': green') await page.keyboard.press('Backspace')
  await expect(underlined).toHaveCount(0)
})

test('form and text have one undo history', async ({ openApp, blog }) => {
  const page = await openSencha({ openApp, blog }, sencha)
  await field(page, 'Title').fill('Sencha tea')
  await page.keyboard.press(raw)
  await postText(page).getByText('Leaves').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' and tips')
  await save(page)
  await expect(status(page)).toHaveText('Saved. Title and Subtitle changed.')
  expect(await blog.read(path)).toBe(
    sencha.replace('Sencha', 'Sencha tea').replace('Leaves', 'Leaves and tips'),
  )
  await undoUntilGone(page, ' and tips')
  await expect(postText(page)).toContainText('title: Sencha tea')
  await undoUntilGone(page, ' tea')
  await save(page)
  await expect(status(page)).toHaveText('Saved. Title and Subtitle changed.')
  expect(await blog.read(path)).toBe(sencha)
})

/** Undoes step by step, and no step more, until a text is gone. */
async function undoUntilGone(page: Page, text: string): Promise<void> {
  for (let steps = 0; steps < 10; steps += 1) {
    await page.keyboard.press('ControlOrMeta+z')
    if (!(await postText(page).textContent())?.includes(text)) return
  }
  throw new Error(`${text} is still there`)
}

test('the status bar says what a save changed, and says so when it was nothing', async ({
  openApp,
  blog,
}) => {
  const page = await openSencha({ openApp, blog }, sencha)
  await field(page, 'Title').fill('Coffee')
  await postText(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('More.')
  await save(page)
  await expect(status(page)).toHaveText('Saved. Title and 1 line of text changed.')
  await page.keyboard.type('x')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(status(page)).toHaveText('Saved. Nothing changed.')
})
