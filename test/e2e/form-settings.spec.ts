import { expect, test } from './app'
import { button, field } from './form-keys'
import { openPost, postText, save, searchPosts } from './post-window'

const path = 'src/posts/sencha.md'
const sencha = `---
title: Sencha
date: 2024-05-01
tags: [green, leaf]
status: draft
cover_note: Leaves
---

Body.
`

const settings = `collections:
  - folder: src/posts
    fields:
      status:
        label: State
        kind: choice
        choices: [draft, review, done]
        group: Editing
        hint: Ask for a review first
        more: false
      reviewer:
        group: Editing
        required: true
      tags:
        kind: tea
`

const decap = `collections:
  - name: posts
    folder: src/posts
    fields:
      - { name: cover_note, label: Words on the cover, widget: string }
`

test('the blog’s own settings make labels, groups, hints and problems, and say where they come from', async ({
  openApp,
  blog,
}) => {
  await blog.write(path, sencha)
  await blog.write('.galley.yml', settings)
  await blog.write('admin/config.yml', decap)
  const { page } = await openApp({ folder: blog.folder })
  await searchPosts(page, 'Sencha')
  await openPost(page, 'Sencha')
  const editing = page.getByRole('region', { name: 'Editing' })
  const state = editing.getByRole('combobox', { name: 'State' })
  await expect(state).toHaveValue('draft')
  await expect(state).toHaveAccessibleDescription(/Ask for a review first/)
  await expect(editing.getByRole('textbox', { name: 'Reviewer' })).toHaveAccessibleDescription(/missing/)

  const problem = page.getByText('1 problem in the form’s configuration')
  await problem.click()
  await expect(page.getByText(/^\.galley\.yml, line 15:/)).toBeVisible()

  await state.focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Where' }).click()
  await expect(page.getByRole('dialog', { name: 'Where State comes from' })).toContainText('.galley.yml')
  await page.keyboard.press('Escape')
  const words = field(page, 'Words on the cover')
  if ((await words.count()) === 0) await button(page, /^More/).click()
  await words.focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Where' }).click()
  await expect(page.getByRole('dialog', { name: 'Where Words on the cover comes from' })).toContainText(
    'admin/config.yml',
  )
})

test('undo in a field takes back what any control changed, and the text goes on where the form was', async ({
  openApp,
  blog,
}) => {
  await blog.write(path, sencha)
  const { page } = await openApp({ folder: blog.folder })
  await searchPosts(page, 'Sencha')
  await openPost(page, 'Sencha')
  const title = field(page, 'Title')
  await title.fill('Gyokuro')
  await page.getByRole('button', { name: 'Remove leaf' }).click()
  await expect(page.getByRole('row', { name: 'leaf' })).toHaveCount(0)
  await title.press('ControlOrMeta+z')
  await expect(page.getByRole('row', { name: 'leaf' })).toBeVisible()
  await expect(title).toHaveValue('Gyokuro')
  await title.press('ControlOrMeta+z')
  await expect(title).toHaveValue('Sencha')
  await title.press('ControlOrMeta+Shift+z')
  await expect(title).toHaveValue('Gyokuro')

  await test.step('what the file cannot hold stays in its field', async () => {
    await title.fill('Half \0 a character')
    await page.getByRole('alert').filter({ hasText: 'cannot hold' }).waitFor()
    await page.getByRole('combobox', { name: 'Tags' }).focus()
    await expect(title).toHaveValue('Half \0 a character')
    await title.fill('Gyokuro')
  })
  await save(page)
  expect(await blog.read(path)).toBe(sencha.replace('Sencha', 'Gyokuro'))

  await title.focus()
  await page.keyboard.press('ControlOrMeta+Shift+m')
  await expect(postText(page)).toBeFocused()
  await page.keyboard.type('My ')
  await expect(page.getByText('title: My Gyokuro')).toBeVisible()
})
