import { expect, test } from './app'
import { problemsOf } from './page-problems'
import { openPost, postText, save, searchPosts } from './post-window'
import { createTemporaryBlog } from './temporary-blog'

test('a post says whether it will be published, and where', async ({ openApp }) => {
  const blog = await createTemporaryBlog('sites/hugo-default')
  try {
    const { page } = await openApp({ folder: blog.folder })
    const answer = page.getByRole('region', { name: 'Will it publish?' }).getByRole('status')
    await searchPosts(page, 'First steps')
    await openPost(page, 'First steps')
    await expect(answer).toHaveText('Yes, at /notes/posts/first-steps/.')
    await searchPosts(page, 'From the future')
    await openPost(page, 'From the future')
    await expect(answer).toHaveText(
      'Not yet: its date, 2036-01-01, is yet to come. Then it will be at /notes/posts/future-one/.',
    )
    await searchPosts(page, 'A draft')
    await openPost(page, 'A draft')
    await expect(answer).toHaveText(
      'No: draft: true. When you publish it, it will be at /notes/posts/draft-one/.',
    )
    expect(await problemsOf(page)).toEqual([])

    await page.getByRole('switch', { name: 'Draft' }).press('Space')
    await expect(answer).toHaveText(/^No: draft: true/)
    await postText(page).focus()
    await save(page)
    await expect(answer).toHaveText('Yes, at /notes/posts/draft-one/.')
  } finally {
    await blog.remove()
  }
})

test('the list is sorted, grouped and filtered by the keyboard, and stays so for this blog', async ({
  openApp,
}) => {
  const blog = await createTemporaryBlog('sites/jekyll-default')
  try {
    await blog.write(
      '_posts/2023-05-09-tea.md',
      '---\ntitle: Tea for two\nauthor: Ada\ntags: [drinks]\n---\nHot.\n',
    )
    await blog.write(
      '_posts/2024-06-30-cocoa.md',
      '---\ntitle: Cocoa\nauthor: Bo\ntags: [drinks]\n---\nSweet.\n',
    )
    const first = await openApp({ folder: blog.folder })
    const { page } = first
    const list = page.getByRole('listbox', { name: 'Posts' })
    const rows = list.getByRole('option')
    await expect(rows.first()).toContainText('scheduled')
    await expect(rows.first().getByText('scheduled')).toHaveAttribute('title', /2036-01-01, is yet to come/)

    await page.getByRole('button', { name: 'Sort and group' }).press('Enter')
    await page.getByRole('menuitemcheckbox', { name: 'With headings' }).press('Enter')
    await expect(list.getByRole('group', { name: /^January 2036/ }).getByRole('option')).toHaveCount(1)
    await page.getByRole('button', { name: 'Sort and group' }).press('Enter')
    await page.getByRole('menuitemradio', { name: 'By state' }).press('Enter')
    await expect(list.getByRole('group').first()).toHaveAccessibleName(/^Drafts/)
    expect(await problemsOf(page)).toEqual([])

    await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter')
    const filter = page.getByRole('dialog', { name: 'Filter' })
    await filter.getByLabel('Tag').selectOption('drinks (2)')
    await expect(rows).toHaveCount(2)
    await filter.getByLabel('Author').selectOption('Ada (1)')
    await expect(rows).toHaveText([/Tea for two/])
    expect(await problemsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Filter (on)' })).toBeFocused()
    await expect(page.getByRole('navigation').getByRole('status')).toHaveText(/^1 of \d+: drinks, Ada$/)
    await first.close()

    const again = await openApp({ folder: blog.folder, data: first.data })
    const kept = again.page.getByRole('listbox', { name: 'Posts' })
    await expect(kept.getByRole('option')).toHaveText([/Tea for two/])
    await again.page.getByRole('button', { name: 'Filter (on)' }).press('Enter')
    await again.page.getByRole('button', { name: 'Show all posts' }).press('Enter')
    await again.page.keyboard.press('Escape')
    await searchPosts(again.page, 'drinks')
    await expect(kept.getByRole('option')).toHaveCount(2)
    await again.page.getByRole('searchbox', { name: 'Search posts' }).press('ArrowDown')
    await again.page.keyboard.press('ArrowDown')
    await again.page.keyboard.press('Enter')
    await expect(postText(again.page)).toContainText('Hot.')
  } finally {
    await blog.remove()
  }
})
