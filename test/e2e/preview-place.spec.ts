import type { FrameLocator, Page } from '@playwright/test'
import { expect, test, withinThePage } from './app'
import { openPost, postText, previewOf, serverless } from './post-window'

/** Where something stands below the preview's upper edge. */
const topIn = (preview: FrameLocator, words: string) =>
  preview
    .getByText(words)
    .first()
    .evaluate((element) => element.getBoundingClientRect().top)

/** The words of the first line of the text pane that is wholly in view. */
const firstLineShown = (page: Page) =>
  postText(page).evaluate((content) => {
    const edge = content.parentElement?.getBoundingClientRect().top ?? 0
    const lines = [...content.querySelectorAll('.cm-line')]
    const line = lines.find((one) => one.textContent !== '' && one.getBoundingClientRect().top >= edge - 2)
    return line?.textContent ?? ''
  })

/** The line of the text pane at its upper edge, and which part of its height is above the edge. */
const lineAtEdge = (page: Page) =>
  postText(page).evaluate((content) => {
    const edge = content.parentElement?.getBoundingClientRect().top ?? 0
    for (const line of content.querySelectorAll('.cm-line')) {
      const { top, bottom, height } = line.getBoundingClientRect()
      if (line.textContent !== '' && bottom > edge)
        return { words: line.textContent ?? '', hidden: Math.max(0, edge - top) / height }
    }
    return { words: '', hidden: 0 }
  })

async function writeLongPost(page: Page): Promise<void> {
  const paragraphs = Array.from(
    { length: 70 },
    (_, index) =>
      `Paragraph ${index} of many, *long* enough to fill a line or two of the page, ends at ${index}.`,
  )
  await page.keyboard.insertText(`${paragraphs.join('\n\n')}\n\n`)
  await expect(previewOf(page).getByText('Paragraph 69 of many')).toBeAttached()
}

test('text and preview scroll together both ways, the edited block is marked, a double click puts the caret there', async ({
  app,
}) => {
  const { page } = app
  await openPost(page, serverless.title)
  await writeLongPost(page)
  const preview = previewOf(page)
  const mark = preview.locator('.galley-edit-mark')

  await postText(page).hover()
  await page.mouse.wheel(0, -100_000)
  await expect.poll(() => topIn(preview, 'Paragraph 0 of many')).toBeGreaterThan(0)
  await page.mouse.wheel(0, 1500)
  const first = /Paragraph (\d+)/
  await expect.poll(async () => first.exec(await firstLineShown(page))?.[1]).toMatch(/^(?:[5-9]|[1-3]\d)$/)
  const shown = first.exec(await firstLineShown(page))?.[0] ?? ''
  await expect.poll(() => topIn(preview, `${shown} of`)).toBeLessThan(90)
  expect(await topIn(preview, `${shown} of`)).toBeGreaterThan(-10)

  await page.locator('iframe[title="Preview of the post"]').hover()
  await page.mouse.wheel(0, 1200)
  const placeOfFirst = async () => {
    const { words, hidden } = await lineAtEdge(page)
    const number = Number(first.exec(words)?.[1])
    const [top, next] = [
      await topIn(preview, `Paragraph ${number} of`),
      await topIn(preview, `Paragraph ${number + 1} of`),
    ]
    return Math.abs(top + hidden * (next - top) - 28)
  }
  await expect.poll(() => firstLineShown(page)).not.toContain(`${shown} of`)
  await expect.poll(placeOfFirst).toBeLessThan(60)

  await preview.getByText('ends at 34').dblclick()
  await expect(postText(page)).toBeFocused()
  await page.keyboard.type('Typed ')
  await expect(preview.getByText(/Typed/)).toContainText(/^Paragraph 34 of many.*Typed/)
  await expect.poll(() => mark.evaluate((line) => line.getBoundingClientRect().height)).toBeGreaterThan(20)
  const beside = await mark.evaluate((line) => line.getBoundingClientRect().top)
  expect(Math.abs(beside - (await topIn(preview, 'Paragraph 34 of many')))).toBeLessThan(2)

  await page.getByRole('button', { name: 'Preview menu' }).click()
  const together = page.getByRole('menuitemcheckbox', { name: 'Scroll together' })
  await expect(together).toHaveAttribute('aria-checked', 'true')
  await together.click()
  const before = await topIn(preview, 'Paragraph 34 of many')
  await postText(page).hover()
  await page.mouse.wheel(0, -2000)
  await expect.poll(() => firstLineShown(page)).not.toMatch(/Paragraph 3\d/)
  expect(Math.abs((await topIn(preview, 'Paragraph 34 of many')) - before)).toBeLessThan(2)
})

test(
  'from the preview alone a key leads back to the text, at the place that is read',
  withinThePage,
  async ({ app }) => {
    const { page } = app
    await openPost(page, serverless.title)
    await writeLongPost(page)
    await page.getByRole('radio', { name: 'Preview' }).click()
    await expect(postText(page)).toBeHidden()
    await page.locator('iframe[title="Preview of the post"]').hover()
    const scrolled = () =>
      previewOf(page)
        .locator('html')
        .evaluate(({ scrollTop }) => scrollTop)
    await page.mouse.wheel(0, -100_000)
    await expect.poll(scrolled).toBe(0)
    await page.mouse.wheel(0, 2600)
    await expect.poll(scrolled).toBe(2600)
    await previewOf(page)
      .locator('body')
      .click({ position: { x: 5, y: 2700 } })
    await page.keyboard.press('ControlOrMeta+Shift+E')
    await expect(page.getByRole('radio', { name: 'Split' })).toBeChecked()
    await expect(postText(page)).toBeFocused()
    const read = /Paragraph (\d+)/.exec((await postText(page).locator('.cm-activeLine').textContent()) ?? '')
    expect(Number(read?.[1])).toBeGreaterThan(10)
  },
)
