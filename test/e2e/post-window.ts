import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'

/** The text pane. */
export const postText = (page: Page): Locator => page.getByRole('textbox', { name: 'Post text' })

/** The document inside the preview's frame. */
export const previewOf = (page: Page): FrameLocator =>
  page.frameLocator('iframe[title="Preview of the post"]')

/** A row of the post list. */
export const listedPost = (page: Page, title: string): Locator => page.getByRole('option', { name: title })

/** Filters the post list; rows far down a long list exist only when they are in view. */
export async function searchPosts(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search posts' }).fill(words)
}

/** Opens a post by its title, as a writer would, and waits until its text can be typed into. */
export async function openPost(page: Page, title: string): Promise<void> {
  await listedPost(page, title).first().click()
  await expect(postText(page)).toBeFocused()
}

/** Saves by the keyboard and waits until the status bar says so. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('contentinfo')).toContainText(/Saved/)
}

/** The title of the post that most specs work on, and its file. */
export const serverless = {
  title: 'The Original Serverless Architecture is Still Here',
  path: 'src/posts/original-serverless.md',
} as const
