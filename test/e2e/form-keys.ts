import { expect, type Locator, type Page } from '@playwright/test'

/** A text field of the form by its whole name. */
export const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true })

/** A button by its whole name. */
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true })

/** Walks to a control as a writer without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}
