import type { Locator, Page } from '@playwright/test'
import { expect, test, withinThePage } from './app'
import { openPost, postText, save } from './post-window'
import type { TemporaryBlog } from './temporary-blog'

const path = 'src/posts/tea.md'
const title = '2024-05-01'
const tea = `---
title: "${title}"
weight: 12
draft: yes
tags: [a]
summary: |
  First line.
  Second line.
date: 2024-05-01
team: Green
subtitle: Leaves
---

Body.
`

/** Two more posts, so that teams are a choice and titles are known to be texts. */
async function writeTeas(blog: TemporaryBlog): Promise<void> {
  await blog.write(path, tea)
  for (const [name, team] of [
    ['one', 'Green'],
    ['two', 'Black'],
    ['three', 'Black'],
  ]) {
    await blog.write(`src/posts/${name}.md`, `---\ntitle: Tea ${name}\nteam: ${team}\n---\n\nBody.\n`)
  }
}

const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true })

/** Opens the post that the tests work on, and what is rare in its folder. */
async function openTea(page: Page): Promise<void> {
  await openPost(page, title)
  await page.getByRole('button', { name: /^More \(\d+\)$/ }).click()
}

const caretOf = (input: Locator): Promise<number | null> =>
  input.evaluate((element) => (element as HTMLInputElement).selectionStart)

test.beforeEach(({ blog }) => writeTeas(blog))

test('numbers, dates and texts stay what they are in the file while they are typed anew', async ({
  app,
  blog,
}) => {
  const { page } = app
  await openTea(page)
  await field(page, 'Weight').fill('')
  await page.keyboard.type('-1.5')
  await field(page, 'Date').fill('')
  await page.keyboard.type('2024-05-02')
  await field(page, 'Subtitle').press('End')
  await page.keyboard.type(' and tips')
  await expect(field(page, 'Subtitle')).toHaveValue('Leaves and tips')
  await field(page, 'Summary').press('ControlOrMeta+End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(field(page, 'Summary')).toHaveValue('First line.\nSecond line.\n\n')
  await page.keyboard.type('Third line.')
  await save(page)
  expect(await blog.read(path)).toBe(
    tea
      .replace('weight: 12', 'weight: -1.5')
      .replace('date: 2024-05-01', 'date: 2024-05-02')
      .replace('subtitle: Leaves', 'subtitle: Leaves and tips')
      .replace('  Second line.\n', '  Second line.\n\n  Third line.\n'),
  )
})

test('a field that is left shows what the file has', withinThePage, async ({ app }) => {
  const { page } = app
  await openTea(page)
  await field(page, 'Subtitle').fill('Leaves  ')
  await expect(field(page, 'Subtitle')).toHaveValue('Leaves  ')
  await page.keyboard.press('Tab')
  await expect(field(page, 'Subtitle')).toHaveValue('Leaves')
})

test(
  'what is no date yet is written when the field is left, and said to be none',
  withinThePage,
  async ({ app, blog }) => {
    const { page } = app
    await openTea(page)
    const date = field(page, 'Date')
    expect(await date.getAttribute('aria-describedby')).toBeNull()
    await date.fill('')
    expect(await date.getAttribute('aria-describedby')).toBeNull()
    await page.keyboard.type('in spring')
    await expect(date).toHaveAccessibleDescription(/^Not a date/)
    await field(page, 'Subtitle').focus()
    await save(page)
    expect(await blog.read(path)).toContain('\ndate: in spring\n')
  },
)

test(
  'a control stays under the caret while what is typed looks like something else',
  withinThePage,
  async ({ app, blog }) => {
    const { page } = app
    await openTea(page)
    await expect(field(page, 'Title')).toHaveValue(title)
    await expect(page.getByRole('button', { name: 'Choose a day for Title' })).toHaveCount(0)
    const subtitle = field(page, 'Subtitle')
    await subtitle.fill('')
    await page.keyboard.type('2024-05-03, in the morning')
    await expect(subtitle).toBeFocused()
    await expect(subtitle).toHaveValue('2024-05-03, in the morning')
    await save(page)
    expect(await blog.read(path)).toContain('\nsubtitle: 2024-05-03, in the morning\n')
  },
)

test('tags: chips come and go with the focus kept, held Backspace stops at the first', async ({
  app,
  blog,
}) => {
  const { page } = app
  await openTea(page)
  const tags = page.getByRole('combobox', { name: 'Tags' })
  await tags.fill('b')
  await page.keyboard.press('Enter')
  await tags.fill('c')
  await page.keyboard.press(',')
  await page.getByRole('button', { name: 'Remove b' }).click()
  await expect(tags).toBeFocused()
  await page.keyboard.down('Backspace')
  await page.keyboard.down('Backspace')
  await page.keyboard.up('Backspace')
  await expect(page.getByRole('button', { name: 'Remove c' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Remove a' })).toBeVisible()
  await page.keyboard.press('Backspace')
  await page.keyboard.type('d')
  await page.keyboard.press('Tab')
  await save(page)
  expect(await blog.read(path)).toBe(tea.replace('[a]', '[d]'))
})

test(
  'an item that the file cannot take stays in its field, which says why until the value changes',
  withinThePage,
  async ({ app, blog }) => {
    const { page } = app
    await blog.write(path, tea.replace('tags: [a]', 'tags: # none yet'))
    await blog.write('src/posts/one.md', '---\ntitle: Tea one\ntags: [a]\n---\n\nBody.\n')
    await openTea(page)
    const tags = page.getByRole('combobox', { name: 'Tags' })
    await tags.fill('a')
    await page.keyboard.press('Enter')
    await expect(tags).toHaveValue('a')
    await expect(tags).toHaveAccessibleDescription(/comment stands/)
    await blog.write(path, tea)
    await expect(page.getByRole('button', { name: 'Remove a' })).toBeVisible()
    await expect(page.getByText(/comment stands/)).toHaveCount(0)
  },
)

test(
  'a choice takes free text, arrows and Escape, and the caret stays where it is',
  withinThePage,
  async ({ app, blog }) => {
    const { page } = app
    await openTea(page)
    const team = page.getByRole('combobox', { name: 'Team' })
    await team.fill('Gren')
    await team.press('Escape')
    await team.evaluate((element) => (element as HTMLInputElement).setSelectionRange(2, 2))
    await page.keyboard.type('e')
    expect(await caretOf(team)).toBe(3)
    await expect(team).toHaveValue('Green')
    await team.fill('Bl')
    await expect(page.getByRole('listbox', { name: 'Team' })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(team).toHaveValue('Black')
    await expect(page.getByRole('listbox', { name: 'Team' })).toHaveCount(0)
    await page.keyboard.type('er')
    await page.keyboard.press('Escape')
    await expect(team).toHaveValue('Blacker')
    await page.keyboard.press('Tab')
    await expect(team).toHaveValue('Blacker')
    await save(page)
    expect(await blog.read(path)).toBe(tea.replace('team: Green', 'team: Blacker'))
  },
)

test(
  'undo in the text shows in the field, and the field does not bring the old back',
  withinThePage,
  async ({ app, blog }) => {
    const { page } = app
    await openTea(page)
    const team = page.getByRole('combobox', { name: 'Team' })
    await team.fill('Bl')
    await expect(page.getByRole('listbox', { name: 'Team' })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(team).toHaveValue('Black')
    await postText(page).click()
    for (let presses = 0; presses < 5 && (await team.inputValue()) !== 'Green'; presses++) {
      await page.keyboard.press('ControlOrMeta+z')
    }
    await expect(team).toHaveValue('Green')
    await team.focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await expect(team).toHaveValue('Green')
    await save(page)
    expect(await blog.read(path)).toBe(tea)
  },
)

test('typing in the middle of a text leaves the caret there', withinThePage, async ({ app }) => {
  const { page } = app
  await openTea(page)
  const subtitle = field(page, 'Subtitle')
  await subtitle.focus()
  await subtitle.evaluate((element) => (element as HTMLInputElement).setSelectionRange(2, 2))
  await page.keyboard.type('xy: ')
  expect(await caretOf(subtitle)).toBe(6)
  await expect(subtitle).toHaveValue('Lexy: aves')
})

test('what a field holds back is not lost when the form goes away', withinThePage, async ({ app, blog }) => {
  const { page } = app
  await openTea(page)
  await field(page, 'Date').fill('in spring')
  await page.keyboard.press('ControlOrMeta+Shift+m')
  await expect(field(page, 'Date')).toHaveCount(0)
  await save(page)
  expect(await blog.read(path)).toContain('\ndate: in spring\n')
})
