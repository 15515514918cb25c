import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test, withinThePage } from './app'
import { problemsOf } from './page-problems'
import { openPost, save, searchPosts } from './post-window'
import type { TemporaryBlog } from './temporary-blog'

const path = 'src/journal/tea.md'
const title = 'Green tea in spring'
const tea = `---
title: ${title}
published: "May 31, 2018" # as printed
updated: 2018-05-31 20:30:00 -0800
author: jangmi
team: Infrastructure
tags: [tea, Leaves, javascript]
cover: /images/kettle.png
---

Body.
`

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** A journal whose other posts teach what its fields are, with authors that have names and images to choose from. */
async function writeJournal(blog: TemporaryBlog): Promise<void> {
  await blog.write(path, tea)
  await blog.write('data/authors.yml', 'jangmi:\n  name: Jangmi Jo\nkevin:\n  name: Kevin Dangoor\n')
  for (const name of ['kettle', 'leaves', 'harvest']) await blog.write(`static/images/${name}.png`, pixel)
  for (let day = 1; day <= 12; day++) {
    await blog.write(
      `src/journal/day-${day}.md`,
      `---
title: Day ${day}
published: "May ${day}, 2018"
updated: 2018-05-${String(day).padStart(2, '0')} 09:00:00 -0800
author: ${day % 2 === 0 ? 'jangmi' : 'kevin'}
team: ${day % 3 === 0 ? 'Web' : 'Infrastructure'}
tags: [JavaScript, ${day % 2 === 0 ? 'tea' : 'Leaves'}]
cover: /images/${day % 2 === 0 ? 'kettle' : 'leaves'}.png
---

Body.
`,
    )
  }
}

/** Walks to a control as a writer without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Shift+Tab')
  }
  throw new Error('Tab leads never there')
}

/** Opens the post and waits until the form knows what the other posts teach. */
async function openTea(page: Page): Promise<void> {
  await openPost(page, title)
  await expect(page.getByRole('combobox', { name: 'Author' })).toHaveAccessibleDescription('Jangmi Jo')
}

const textField = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true })
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })
const focused = (page: Page): Locator => page.locator(':focus')

/** Saves, and gives the one line that differs from `before`, as it is now. Fails when more or less than one does. */
async function changedLine(page: Page, blog: TemporaryBlog, before = tea): Promise<string> {
  await save(page)
  const [old, now] = [before.split('\n'), (await blog.read(path)).split('\n')]
  expect(now).toHaveLength(old.length)
  const changed = now.filter((line, index) => line !== old[index])
  expect(changed).toHaveLength(1)
  return changed[0] ?? ''
}

test.beforeEach(({ blog }) => writeJournal(blog))

test('a day is chosen in the calendar, in the form that the file has', async ({ app, blog }) => {
  const { page } = app
  await openTea(page)
  const opener = button(page, 'Choose a day for Published')
  await tabTo(page, opener)
  await page.keyboard.press('Enter')
  const calendar = page.getByRole('dialog', { name: 'Choose a day for Published' })
  await expect(focused(page)).toHaveAccessibleName(/May 31, 2018/)
  await page.keyboard.press('Escape')
  await expect(calendar).toHaveCount(0)
  await expect(opener).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(focused(page)).toHaveAccessibleName(/May 31, 2018/)
  await page.keyboard.press('PageDown')
  await expect(focused(page)).toHaveAccessibleName(/June 30, 2018/)
  await page.keyboard.press('Home')
  await expect(focused(page)).toHaveAccessibleName(/June 1, 2018/)
  await page.keyboard.press('End')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(focused(page)).toHaveAccessibleName(/June 7, 2018/)
  await page.keyboard.press('Enter')
  await expect(calendar).toHaveCount(0)
  await expect(opener).toBeFocused()
  await expect(textField(page, 'Published')).toHaveValue('June 7, 2018')
  expect(await changedLine(page, blog)).toBe('published: "June 7, 2018" # as printed')
})

test(
  'a time is changed apart from its day, and the zone stays as it is written',
  withinThePage,
  async ({ app, blog }) => {
    const { page } = app
    await openTea(page)
    const updated = textField(page, 'Updated')
    await expect(updated).toHaveAccessibleDescription(/^Thursday 31 May 2018/)
    await tabTo(page, updated)
    await page.keyboard.press('Alt+ArrowDown')
    const calendar = page.getByRole('dialog', { name: 'Choose a day for Updated' })
    await expect(calendar.getByRole('img', { name: /-0800/ })).toBeVisible()
    await expect(focused(page)).toHaveAccessibleName(/May 31, 2018/)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await expect(updated).toHaveValue('2018-05-30 20:30:00 -0800')
    await expect(calendar).toBeVisible()
    const minute = calendar.getByRole('spinbutton', { name: /^minute/ })
    for (let presses = 0; presses < 9; presses++) {
      if (await minute.evaluate((element) => element === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.type('45')
    await expect(updated).toHaveValue('2018-05-30 20:45:00 -0800')
    await page.keyboard.press('Escape')
    await expect(button(page, 'Choose a day for Updated')).toBeFocused()
    expect(await changedLine(page, blog)).toBe('updated: 2018-05-30 20:45:00 -0800')
  },
)

test(
  'a calendar that is only looked at changes nothing, and a day that no calendar has stays',
  withinThePage,
  async ({ app, blog }) => {
    const { page } = app
    const odd = tea.replace('"May 31, 2018"', '"2024-02-30"')
    await blog.write(path, odd)
    await searchPosts(page, title)
    await openTea(page)
    const published = textField(page, 'Published')
    await expect(published).toHaveValue('2024-02-30')
    await expect(published).toHaveAccessibleDescription(/^Not a date/)
    await tabTo(page, button(page, 'Choose a day for Published'))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page.getByRole('gridcell', { name: /^Today/ })).toHaveCount(1)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Escape')
    await expect(published).toHaveValue('2024-02-30')
    await expect(button(page, 'Save')).toBeVisible()
    expect(await blog.read(path)).toBe(odd)
  },
)

test('tags: a spelling that other posts do not use is pointed out and mended', async ({ app, blog }) => {
  const { page } = app
  await openTea(page)
  await expect(page.getByText('12 posts write “JavaScript”, not “javascript”.')).toBeVisible()
  await tabTo(page, button(page, 'Write “JavaScript”'))
  await page.keyboard.press('Enter')
  await expect(page.getByText('12 posts write “JavaScript”')).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: 'Tags' })).toBeFocused()
  expect(await changedLine(page, blog)).toBe('tags: [tea, Leaves, JavaScript]')
})

test(
  'tags: the commoner spelling is offered while another is typed, with how many posts write so',
  withinThePage,
  async ({ app, blog }) => {
    const { page } = app
    const before = tea.replace(', javascript]', ']')
    await blog.write(path, before)
    await openTea(page)
    await tabTo(page, page.getByRole('combobox', { name: 'Tags' }))
    await page.keyboard.type('java script')
    await expect(page.getByRole('option', { name: /^JavaScript/ })).toHaveText(
      'JavaScript12 posts write “JavaScript”',
    )
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('row', { name: 'JavaScript' })).toBeVisible()
    await page.keyboard.type('tea')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await expect(page.getByText('“tea” is there already.')).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Tags' })).toHaveValue('tea')
    await page.keyboard.press('Tab')
    expect(await changedLine(page, blog, before)).toBe('tags: [tea, Leaves, JavaScript]')
  },
)

test('tags: chips are walked through, moved and removed by keys', withinThePage, async ({ app, blog }) => {
  const { page } = app
  await openTea(page)
  const tags = page.getByRole('combobox', { name: 'Tags' })
  const chip = (name: string): Locator => page.getByRole('row', { name, exact: true })
  await tabTo(page, tags)
  await page.keyboard.press('ArrowLeft')
  await expect(chip('javascript')).toBeFocused()
  await page.keyboard.press('Home')
  await expect(chip('tea')).toBeFocused()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(chip('tea')).toBeFocused()
  await expect(page.getByRole('row')).toHaveText([/^Leaves/, /^tea/, /^javascript/])
  await page.keyboard.press('End')
  await page.keyboard.press('Delete')
  await expect(chip('javascript')).toHaveCount(0)
  await expect(chip('tea')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(tags).toBeFocused()
  expect(await changedLine(page, blog)).toBe('tags: [Leaves, tea]')
})

test(
  'a choice is found by its beginning and chosen with the arrows',
  withinThePage,
  async ({ app, blog }) => {
    const { page } = app
    await openTea(page)
    const team = page.getByRole('combobox', { name: 'Team' })
    await tabTo(page, team)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('w')
    await expect(page.getByRole('option', { name: 'Web' })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(team).toHaveValue('Web')
    expect(await changedLine(page, blog)).toBe('team: Web')
  },
)

test('a reference shows the name that the blog knows, is found by it, and writes the key', async ({
  app,
  blog,
}) => {
  const { page } = app
  await openTea(page)
  const author = page.getByRole('combobox', { name: 'Author' })
  await expect(author).toHaveAccessibleDescription('Jangmi Jo')
  await tabTo(page, author)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('dangoor')
  await expect(page.getByRole('option', { name: /^Kevin Dangoor kevin/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(author).toHaveValue('kevin')
  await expect(author).toHaveAccessibleDescription('Kevin Dangoor')
  expect(await changedLine(page, blog)).toBe('author: kevin')
})

test('an image is filtered for and chosen in the grid, and written as the other posts do it', async ({
  app,
  blog,
}) => {
  const { page } = app
  await openTea(page)
  const opener = button(page, 'Choose an image for Cover')
  await tabTo(page, opener)
  await page.keyboard.press('Enter')
  const picker = page.getByRole('dialog', { name: 'Choose an image for Cover' })
  await expect(picker.getByRole('searchbox', { name: 'Filter images' })).toBeFocused()
  await expect(picker.getByRole('option', { selected: true })).toContainText('kettle.png')
  await page.keyboard.press('Escape')
  await expect(picker).toHaveCount(0)
  await expect(opener).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('static e')
  await expect(picker.getByRole('option')).toHaveCount(3)
  await page.keyboard.type(' harv')
  await expect(picker.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expect(picker.getByRole('option', { name: 'harvest.png' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(picker).toHaveCount(0)
  await expect(opener).toBeFocused()
  await expect(textField(page, 'Cover')).toHaveValue('/images/harvest.png')
  expect(await changedLine(page, blog)).toBe('cover: /images/harvest.png')
})

test('a file is put where the blog keeps its images, and the post names it', async ({ app, blog }) => {
  const { page } = app
  await openTea(page)
  const files = page.getByLabel('File for Cover')
  await files.setInputFiles({ name: 'A page.png', mimeType: 'image/png', buffer: Buffer.from('<html>') })
  await expect(page.getByText(/A page\.png is no PNG/)).toBeVisible()
  await files.setInputFiles({ name: 'Spring Rain.PNG', mimeType: 'image/png', buffer: pixel })
  await expect(textField(page, 'Cover')).toHaveValue('/images/spring-rain.png')
  await expect(page.getByText('1 × 1')).toBeVisible()
  expect(await changedLine(page, blog)).toBe('cover: /images/spring-rain.png')
  expect(await readFile(`${blog.folder}/static/images/spring-rain.png`)).toEqual(pixel)
})

/** A drag of a file over an element and its drop there; gives whether the page took each of the two. */
async function dropFile(target: Locator, name: string, base64: string): Promise<readonly boolean[]> {
  return target.evaluate(
    (element, file) => {
      const bytes = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([bytes], file.name))
      return ['dragover', 'drop'].map((type) => {
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer })
        element.dispatchEvent(event)
        return event.defaultPrevented
      })
    },
    { name, base64 },
  )
}

test('a file dropped on the field is taken; beside it the page stays and nothing changes', async ({
  app,
  blog,
}) => {
  const { page } = app
  await openTea(page)
  const cover = textField(page, 'Cover')
  const address = page.url()
  const beside = page.getByRole('region', { name: 'Front matter' })
  // taken from the browser, which would leave the page
  expect(await dropFile(beside, 'lost.png', pixel.toString('base64'))).toEqual([true, true])
  expect(page.url()).toBe(address)
  await expect(cover).toHaveValue('/images/kettle.png')
  expect(await dropFile(cover, 'Dropped.png', pixel.toString('base64'))).toEqual([true, true])
  await expect(cover).toHaveValue('/images/dropped.png')
  expect(await changedLine(page, blog)).toBe('cover: /images/dropped.png')
})

test(
  'with a mouse: an option is clicked, a chip is dragged to another place',
  withinThePage,
  async ({ app, blog }) => {
    const { page } = app
    await openTea(page)
    const chip = (name: string): Locator => page.getByRole('row', { name, exact: true })
    await chip('javascript').dragTo(chip('tea'))
    await expect(page.getByRole('row')).toHaveText([/^javascript/, /^tea/, /^Leaves/])
    await page.getByRole('combobox', { name: 'Tags' }).fill('java')
    await page.getByRole('option', { name: 'JavaScript' }).click()
    await expect(page.getByRole('row')).toHaveCount(4)
    expect(await changedLine(page, blog)).toBe('tags: [javascript, tea, Leaves, JavaScript]')
  },
)

test(
  'an image that is missing is said to be, and none is loaded from another site',
  withinThePage,
  async ({ app, blog }) => {
    const { page } = app
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await openTea(page)
    const cover = textField(page, 'Cover')
    await expect(cover).toHaveAccessibleDescription('1 × 1')
    await cover.fill('/images/gone.png')
    await expect(cover).toHaveAccessibleDescription('No such image in the blog.')
    await cover.fill('https://example.org/far.png')
    await expect(cover).toHaveAccessibleDescription(/^On another site/)
    expect(await changedLine(page, blog)).toBe('cover: https://example.org/far.png')
    expect(asked.filter((url) => new URL(url).hostname === 'example.org')).toEqual([])
  },
)

for (const theme of ['light', 'dark'] as const) {
  test(`every control is clean in ${theme}, open and closed`, withinThePage, async ({ app }) => {
    const { page } = app
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await openTea(page)
    await expect(page.getByText('1 × 1')).toBeVisible()
    expect(await problemsOf(page)).toEqual([])
    for (const name of ['Choose a day for Updated', 'Choose an image for Cover']) {
      await button(page, name).click()
      const dialog = page.getByRole('dialog', { name })
      await expect(dialog.getByRole('gridcell').or(dialog.getByRole('option')).first()).toBeVisible()
      expect(await problemsOf(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    }
    for (const [name, typed] of [
      ['Tags', 'java'],
      ['Author', 'kev'],
    ] as const) {
      const field = page.getByRole('combobox', { name })
      await field.fill(typed)
      await expect(page.getByRole('option').first()).toBeVisible()
      // the rest of the page is hidden from readers while a list is open, and Tab closes the list before it leads there
      expect(await problemsOf(page, ['aria-hidden-focus'])).toEqual([])
      await field.press('Escape')
    }
  })
}
