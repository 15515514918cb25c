import { expect, test } from './app'
import { button, field, tabTo } from './form-keys'
import { openPost, save, searchPosts } from './post-window'

const path = 'src/posts/tea.md'
const toml = `+++
title = 'Tea'
date = 2024-05-01T07:00:00Z
draft = true
weight = 3 # light
tags = ["a", "b"]

[cover]
  image = "/a.png"

[[links]]
  name = "Home"
+++

Body.
`

const json = `{
  "title": "Tea",
  "date": "2024-05-01",
  "weight": 3,
  "draft": true,
  "tags": ["a", "b"],
  "cover": { "image": "/a.png" }
}

Body.
`

for (const [language, text, expected] of [
  [
    'TOML',
    toml,
    toml
      .replace("title = 'Tea'", `title = "Tea's time"`)
      .replace('weight = 3 #', 'weight = 12 #')
      .replace('draft = true', 'draft = false')
      .replace('["a", "b"]', '["a", "b", "c"]')
      .replace('"/a.png"', '"/b.png"'),
  ],
  [
    'JSON',
    json,
    json
      .replace('"Tea"', `"Tea's time"`)
      .replace('"weight": 3', '"weight": 12')
      .replace('true', 'false')
      .replace('["a", "b"]', '["a", "b", "c"]')
      .replace('"/a.png"', '"/b.png"'),
  ],
] as const) {
  test(`${language} stays ${language}: texts, numbers, yes and no, lists and tables`, async ({
    app,
    blog,
  }) => {
    const { page } = app
    await blog.write(path, text)
    await searchPosts(page, 'tea')
    await openPost(page, 'Tea')
    await tabTo(page, button(page, /^More/))
    await page.keyboard.press('Enter')
    await field(page, 'Title').press('End')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type("Tea's time")
    await tabTo(page, field(page, 'Weight'))
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('12')
    await page.getByRole('switch', { name: /^Draft/ }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('combobox', { name: 'Tags' }).focus()
    await page.keyboard.type('c')
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: 'Cover' }).getByRole('textbox').first().focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('/b.png')
    await save(page)
    expect(await blog.read(path)).toBe(expected)
  })
}
