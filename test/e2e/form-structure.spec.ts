import type { Page } from '@playwright/test'
import { expect, test, withinThePage } from './app'
import { button, field, tabTo } from './form-keys'
import { problemsOf } from './page-problems'
import { openPost, postText, save, searchPosts } from './post-window'
import type { TemporaryBlog } from './temporary-blog'

const path = 'src/garden/beds.md'
const beds = `---
title: Beds # the long ones
date: 2024-05-01
kind: one
seo:
  title: Beds and borders
  robots: index
links:
  - name: Home # first
    url: https://example.org
  - name: Away
    url: https://example.com
soil: clay
---

Body.
`

/** A collection in which `team` is required, `soil` is rare and `kind` is one value or a list. */
async function writeGarden(blog: TemporaryBlog): Promise<void> {
  await blog.write(path, beds)
  for (let number = 1; number <= 40; number += 1) {
    const kind = number % 4 === 0 ? '[one, two]' : 'one'
    const lines = [
      `title: Bed ${number}`,
      `date: 2024-04-${String((number % 28) + 1).padStart(2, '0')}`,
      `team: ${number % 2 === 0 ? 'Green' : 'Black'}`,
      `kind: ${kind}`,
      ...(number % 3 === 0 ? ['subtitle: Leaves'] : []),
      'seo:',
      `  title: Seo ${number}`,
      '  robots: index',
    ]
    await blog.write(`src/garden/bed-${number}.md`, `---\n${lines.join('\n')}\n---\n\nBody.\n`)
  }
}

/** Opens the menu of the field that has the focus and takes an entry by its first letters. */
async function chooseFromMenu(page: Page, entry: string): Promise<void> {
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.type(entry)
  await expect(page.getByRole('menuitem', { name: entry })).toBeFocused()
  await page.keyboard.press('Enter')
}

test.beforeEach(async ({ blog, app }) => {
  await writeGarden(blog)
  await searchPosts(app.page, 'beds')
  await openPost(app.page, 'Beds')
  await expect(field(app.page, 'Title').first()).toBeVisible()
})

test(
  'typing moves nothing and keeps focus and caret, also where a field comes into the post',
  withinThePage,
  async ({ app }) => {
    const { page } = app
    const team = page.getByRole('combobox', { name: 'Team' })
    await expect(team).toBeVisible()
    await page.evaluate(() => {
      const form = document.querySelector('[aria-label="Front matter"]')
      const moved: string[] = []
      Object.assign(window, { moved })
      type Shift = PerformanceEntry & { readonly sources: readonly { readonly node: Element | null }[] }
      new PerformanceObserver((list) => {
        for (const { node } of list.getEntries().flatMap((entry) => (entry as Shift).sources)) {
          if (node !== null && form?.contains(node)) moved.push(node.outerHTML ?? node.nodeName)
        }
      }).observe({ type: 'layout-shift' })
    })
    await field(page, 'Title').first().press('End')
    await page.keyboard.type(' and borders: all of them')
    await team.focus()
    await page.keyboard.type('Zebra crossing')
    await expect(team).toBeFocused()
    await expect(team).toHaveValue('Zebra crossing')
    expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([])
  },
)

test('what most posts have and this one lacks is marked, and comes in by typing', async ({ app, blog }) => {
  const { page } = app
  const team = page.getByRole('combobox', { name: 'Team' })
  await expect(team).toHaveAccessibleDescription(/missing/)
  await field(page, 'Title').first().focus()
  await tabTo(page, team)
  const place = await team.boundingBox()
  await page.keyboard.type('Gre')
  await expect(team).toBeFocused()
  await page.keyboard.type('enery')
  await page.keyboard.press('Escape')
  await expect(team).toHaveValue('Greenery')
  expect(await team.boundingBox()).toEqual(place)
  await expect(team).not.toHaveAccessibleDescription(/missing/)
  await save(page)
  expect(await blog.read(path)).toBe(beds.replace('date: 2024-05-01\n', 'date: 2024-05-01\nteam: Greenery\n'))
})

test('what is missing and only looked at stays missing', withinThePage, async ({ app, blog }) => {
  const { page } = app
  await page.getByRole('combobox', { name: 'Team' }).focus()
  await page.keyboard.press('Tab')
  await field(page, 'Title').first().press('End')
  await page.keyboard.type('!')
  await save(page)
  expect(await blog.read(path)).toBe(beds.replace('title: Beds #', 'title: Beds! #'))
})

test('the fields of an object are typed in, added, renamed and removed in their place', async ({
  app,
  blog,
}) => {
  const { page } = app
  const seo = page.getByRole('group', { name: 'Seo' })
  await seo.getByRole('textbox', { name: 'Title' }).focus()
  await page.keyboard.press('End')
  await page.keyboard.type(': all')
  await tabTo(page, button(page, 'Add field to Seo').first())
  await page.keyboard.press('Enter')
  await page.keyboard.type('a.b c')
  await page.keyboard.press('Enter')
  const added = seo.getByRole('textbox', { name: 'A b c' })
  await expect(added).toBeFocused()
  await page.keyboard.type('dotted')
  await save(page)
  const written = beds
    .replace('  title: Beds and borders\n', '  title: "Beds and borders: all"\n')
    .replace('  robots: index\n', '  robots: index\n  a.b c: dotted\n')
  expect(await blog.read(path)).toBe(written)
  await chooseFromMenu(page, 'Rename')
  await page.keyboard.type('__proto__')
  await page.keyboard.press('Enter')
  const name = field(page, 'New name')
  await expect(name).toHaveAccessibleDescription(/__proto__/)
  await name.fill('🍵')
  await page.keyboard.press('Enter')
  const renamed = seo.getByRole('textbox', { name: '🍵' })
  await expect(renamed).toBeFocused()
  await expect(renamed).toHaveValue('dotted')
  await save(page)
  expect(await blog.read(path)).toBe(written.replace('a.b c: dotted', '"🍵": dotted'))
  await chooseFromMenu(page, 'Remove')
  await expect(renamed).toHaveCount(0)
  await expect(page.locator(':focus')).not.toHaveCount(0)
  await save(page)
  expect(await blog.read(path)).toBe(written.replace('  a.b c: dotted\n', ''))
})

test('the items of a list of objects are opened, typed in, moved, added and removed', async ({
  app,
  blog,
}) => {
  const { page } = app
  const links = page.getByRole('group', { name: 'Links' })
  await tabTo(page, button(page, /^More/))
  await page.keyboard.press('Enter')
  await expect(links).toBeVisible()
  await tabTo(page, links.getByRole('button', { name: '1 of 2: Home' }))
  await page.keyboard.press('Enter')
  await tabTo(page, links.getByRole('textbox', { name: 'Url' }))
  await page.keyboard.press('End')
  await page.keyboard.type('/tea')
  await links.getByRole('button', { name: '1 of 2: Home' }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(links.getByRole('button', { name: '2 of 2: Home' })).toBeFocused()
  await expect(links.getByRole('textbox', { name: 'Url' })).toHaveValue('https://example.org/tea')
  await save(page)
  const moved = `links:
  - name: Away
    url: https://example.com
  - name: Home # first
    url: https://example.org/tea
`
  const [head, tail] = [beds.slice(0, beds.indexOf('links:')), beds.slice(beds.indexOf('soil:'))]
  expect(await blog.read(path)).toBe(head + moved + tail)
  await links.getByRole('button', { name: 'Add to Links' }).focus()
  await page.keyboard.press('Enter')
  await expect(links.getByRole('button', { name: /^3 of 3/ })).toBeFocused()
  await tabTo(page, links.getByRole('textbox', { name: 'Name' }).last())
  await page.keyboard.type('Far')
  await links.getByRole('button', { name: 'Remove Away' }).focus()
  await page.keyboard.press('Enter')
  await expect(links.getByRole('button', { name: '1 of 2: Home' })).toBeFocused()
  await save(page)
  expect(await blog.read(path)).toBe(
    `${head}links:
  - name: Home # first
    url: https://example.org/tea
  - name: Far
    url:
${tail}`,
  )
})

test(
  'one value becomes a list with the second, written as the file’s other list',
  withinThePage,
  async ({ app, blog }) => {
    const { page } = app
    const kind = page.getByRole('combobox', { name: 'Kind' })
    await field(page, 'Title').first().focus()
    await tabTo(page, kind)
    await page.keyboard.type('two')
    await page.keyboard.press('Enter')
    await expect(kind).toBeFocused()
    await save(page)
    expect(await blog.read(path)).toBe(beds.replace('kind: one\n', 'kind:\n  - one\n  - two\n'))
  },
)

test('a known field is added where the other posts have it, and has the focus', async ({ app, blog }) => {
  const { page } = app
  await tabTo(page, button(page, 'Add field'))
  await page.keyboard.press('Enter')
  await page.keyboard.type('Subt')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field(page, 'Subtitle')).toBeFocused()
  await page.keyboard.type('Leaves')
  await save(page)
  expect(await blog.read(path)).toBe(beds.replace('kind: one\n', 'kind: one\nsubtitle: Leaves\n'))
})

test('a field is removed and brought back', withinThePage, async ({ app, blog }) => {
  const { page } = app
  await button(page, /^More/).focus()
  await page.keyboard.press('Enter')
  await tabTo(page, field(page, 'Soil'))
  await chooseFromMenu(page, 'Remove')
  await expect(field(page, 'Soil')).toHaveCount(0)
  await expect(page.locator(':focus')).not.toHaveCount(0)
  await save(page)
  expect(await blog.read(path)).toBe(beds.replace('soil: clay\n', ''))
  await button(page, 'Undo').focus()
  await page.keyboard.press('Enter')
  await expect(field(page, 'Soil')).toBeFocused()
  await save(page)
  expect(await blog.read(path)).toBe(beds)
})

test('a name that is taken is refused where it was typed', withinThePage, async ({ app, blog }) => {
  const { page } = app
  await field(page, 'Title').first().focus()
  await chooseFromMenu(page, 'Rename')
  await page.keyboard.type('date')
  await page.keyboard.press('Enter')
  const name = field(page, 'New name')
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription(/date/)
  await page.keyboard.press('Escape')
  await expect(field(page, 'Title').first()).toBeFocused()
  expect(await blog.read(path)).toBe(beds)
})

test(
  'rare fields are folded away, counted, and stay open for the next post',
  withinThePage,
  async ({ app, blog }) => {
    const { page } = app
    await blog.write('src/garden/other.md', beds.replace('title: Beds', 'title: Other beds'))
    await expect(field(page, 'Soil')).toHaveCount(0)
    const more = button(page, 'More (2)')
    await tabTo(page, more)
    await page.keyboard.press('Enter')
    await expect(field(page, 'Soil')).toHaveValue('clay')
    await openPost(page, 'Other beds')
    await expect(field(page, 'Soil')).toHaveValue('clay')
  },
)

test('the name of a field that is folded away leads to it', withinThePage, async ({ app, blog }) => {
  const { page } = app
  await tabTo(page, button(page, 'Add field'))
  await page.keyboard.press('Enter')
  await page.keyboard.type('soil')
  await page.keyboard.press('Enter')
  await expect(field(page, 'Soil')).toBeFocused()
  await expect(button(page, 'More (2)')).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('End')
  await page.keyboard.type(', wet')
  await save(page)
  expect(await blog.read(path)).toBe(beds.replace('soil: clay', 'soil: clay, wet'))
})

test('a field says where it comes from, and leads to its text', withinThePage, async ({ app }) => {
  const { page } = app
  await field(page, 'Title').first().focus()
  await chooseFromMenu(page, 'Where')
  await expect(page.getByRole('dialog', { name: 'Where Title comes from' })).toContainText(
    'Learnt from 41 posts.',
  )
  await page.keyboard.press('Escape')
  await expect(field(page, 'Title').first()).toBeFocused()
  await chooseFromMenu(page, 'Edit as text')
  await expect(postText(page)).toBeFocused()
  await page.keyboard.type('My ')
  await expect(page.getByText('title: My Beds # the long ones')).toBeVisible()
})

test('a post without front matter gets what its neighbours have', withinThePage, async ({ app, blog }) => {
  const { page } = app
  await page.keyboard.press('ControlOrMeta+Shift+m')
  await postText(page).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Only words.')
  await page.keyboard.press('ControlOrMeta+Shift+m')
  await tabTo(page, button(page, 'Add front matter'))
  await page.keyboard.press('Enter')
  await expect(field(page, 'Title').first()).toBeFocused()
  await page.keyboard.type('Bare beds')
  await save(page)
  expect(await blog.read(path)).toBe(
    '---\ntitle: Bare beds\ndate:\nteam:\nkind:\nseo:\n  title:\n  robots:\n---\nOnly words.',
  )
})

for (const theme of ['light', 'dark'] as const) {
  test(
    `what is missing, folded, nested and asked for is clean in ${theme}`,
    withinThePage,
    async ({ app }) => {
      const { page } = app
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await button(page, /^More/).click()
      await button(page, '1 of 2: Home').click()
      expect(await problemsOf(page)).toEqual([])
      await button(page, 'Add field').click()
      await page.keyboard.type('S')
      await expect(page.getByRole('listbox')).toBeVisible()
      // while its list is open react-aria hides what lies beside it, of which the focus may still be in a button
      expect(await problemsOf(page, ['aria-hidden-focus'])).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await expect(button(page, 'Add field')).toBeFocused()
      await field(page, 'Title').first().focus()
      await page.keyboard.press('Shift+F10')
      await expect(page.getByRole('menu')).toBeVisible()
      expect(await problemsOf(page, ['aria-hidden-focus'])).toEqual([])
      await page.keyboard.press('Enter')
      await expect(field(page, 'New name')).toBeFocused()
      expect(await problemsOf(page, ['aria-hidden-focus'])).toEqual([])
    },
  )
}
