import { expect, test } from './app'
import { problemsOf } from './page-problems'
import { openPost, searchPosts } from './post-window'
import { createTemporaryBlog } from './temporary-blog'

test('the Site panel tells what was understood and from where, and changes it by the keyboard', async ({
  openApp,
}) => {
  const blog = await createTemporaryBlog('sites/hugo-default')
  try {
    const { page } = await openApp({ folder: blog.folder })
    await searchPosts(page, 'First steps')
    await openPost(page, 'First steps')
    const button = page.getByRole('contentinfo').getByRole('button', { name: 'Site…' })
    await button.press('Enter')
    const panel = page.getByRole('dialog', { name: 'What Galley understood of this site' })
    const row = (name: string) => panel.getByRole('listitem').filter({ hasText: name })
    await expect(row('Generator')).toContainText('hugo.toml')
    await expect(row('New posts')).toContainText('archetypes/default.md:1')
    await expect(row('Time zone')).toContainText('the default')
    await expect(row('Scheduled').getByRole('button')).toHaveCount(0)
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      expect(await problemsOf(page)).toEqual([])
    }

    const change = panel.getByRole('button', { name: 'Change: Time zone' })
    await change.press('Enter')
    const field = panel.getByRole('textbox', { name: 'Time zone' })
    await expect(field).toBeFocused()
    await field.press('Escape')
    await expect(change).toBeFocused()
    await change.press('Enter')
    await field.fill('Nowhere/Land')
    await field.press('Enter')
    await expect(panel.getByRole('alert')).toContainText('Nowhere/Land')
    await expect(field).toBeFocused()
    await field.fill('Asia/Tokyo')
    await field.press('Enter')
    await expect(row('Time zone')).toContainText('you chose it, .galley.yml:2')
    await expect(change).toBeFocused()
    expect(await blog.read('.galley.yml')).toBe('site:\n  timeZone: Asia/Tokyo\n')

    await panel.getByRole('button', { name: 'Take back: Time zone' }).press('Enter')
    await expect(row('Time zone')).toContainText('the default')
    await expect(change).toBeFocused()
    expect(await blog.read('.galley.yml')).not.toContain('Tokyo')

    await blog.write('hugo.toml', `${await blog.read('hugo.toml')}timeZone = "Mars/Base"\n`)
    await expect(row('Mars/Base').first()).toContainText('hugo.toml:4')
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(button).toBeFocused()
  } finally {
    await blog.remove()
  }
})

test('what the site’s files do not say is asked once, as a plain question', async ({ openApp }) => {
  const blog = await createTemporaryBlog('sites/astro-blog')
  try {
    const configuration = 'export default { trailingSlash: process.env.SLASH }\n'
    await blog.write('astro.config.mjs', configuration)
    const { page } = await openApp({ folder: blog.folder })
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.getByRole('button', { name: 'Site…' }).click()
    const question = page.getByRole('region', { name: 'One question' })
    await expect(question).toContainText('at which address does a post appear?')
    expect(await problemsOf(page)).toEqual([])
    await question.getByRole('textbox', { name: 'Your answer' }).fill('/:year/:slug/')
    await question.getByRole('button', { name: 'Use this' }).press('Enter')
    await expect(question).toBeHidden()
    expect(await blog.read('.galley.yml')).toBe('site:\n  permalink: /:year/:slug/\n')
    expect(await blog.read('astro.config.mjs')).toBe(configuration)
  } finally {
    await blog.remove()
  }
})
