import { describe, expect, test } from 'vitest'
import { readPagesCms } from '#shared/site/forms/pages-cms'
import { fieldNamed, file, onlyCollection, originsOf, problemsOf, valuesOf } from './described'

const settings = file(
  '.pages.yml',
  `
media:
  - name: images
    input: src/media
    output: /media
components:
  base:
    type: object
    fields:
      - { name: text, type: string }
  link:
    component: base
    label: Link
content:
  - name: site
    type: file
    path: data/site.yml
    fields: [{ name: title, type: string }]
  - name: writing
    type: group
    items:
      - name: posts
        label: Posts
        type: collection
        path: src/posts
        fields:
          - { name: title, label: Title, type: string, required: true, description: Short }
          - { name: published, type: boolean, default: true }
          - name: date
            type: date
            options: { time: true, format: "yyyy-MM-dd'T'HH:mm" }
          - name: status
            type: select
            options:
              values: [Draft, { name: done, label: Done }, { value: sent, label: Sent }]
          - { name: topics, type: select, options: { values: [a], multiple: true } }
          - { name: author, type: reference, options: { collection: authors } }
          - { name: aliases, type: string, list: true }
          - { name: cover, type: image }
          - { name: intro, type: text }
          - { name: lang, type: string, hidden: true, default: en }
          - name: links
            component: link
            label: Links
            list: { collapsible: true }
          - { name: note }
          - { name: body, type: rich-text }
`,
)

describe('a Pages CMS configuration', () => {
  test('gives each field type its kind, choices, default and hint, inherited ones too', () => {
    const { folder, label, fields } = onlyCollection(readPagesCms(settings))
    expect({ folder, label }).toEqual({ folder: 'src/posts', label: 'Posts' })
    expect(valuesOf(fields)).toEqual({
      title: { label: 'Title', kind: 'text', isRequired: true, hint: 'Short' },
      published: { kind: 'yes-no', default: true },
      date: { kind: 'date' },
      status: {
        kind: 'choice',
        choices: [
          { value: 'Draft', label: null },
          { value: 'done', label: 'Done' },
          { value: 'sent', label: 'Sent' },
        ],
      },
      topics: { kind: 'list', choices: [{ value: 'a', label: null }] },
      author: { kind: 'reference' },
      aliases: { kind: 'list' },
      cover: { kind: 'image' },
      intro: { kind: 'long-text' },
      lang: { kind: 'text', isRare: true, default: 'en' },
      links: { label: 'Links', kind: 'object-list', fields: { text: { kind: 'text' } } },
      note: {},
    })
    expect(readPagesCms(settings).problems).toEqual([])
  })

  test('tells the line of each setting, a component’s own where it comes from there', () => {
    const { fields } = onlyCollection(readPagesCms(settings))
    expect(originsOf(fieldNamed(fields, 'links'))).toEqual({ label: '.pages.yml:43', kind: '.pages.yml:7' })
    expect(fieldNamed(fields, 'date').datePattern).toBe('YYYY-MM-DD[T]HH:mm')
  })

  test('tells where images go and how posts address them', () => {
    expect(readPagesCms(settings).media).toEqual({ folder: 'src/media', publicPath: '/media' })
    expect(readPagesCms(file('.pages.yml', 'media: files/media')).media).toEqual({
      folder: 'files/media',
      publicPath: '/files/media',
    })
  })

  test('ends where components inherit from or hold each other without end', () => {
    const configuration = readPagesCms(
      file(
        '.pages.yml',
        `
components:
  a: { component: b, fields: [${'{ name: x, component: a }, '.repeat(20)}{ name: y, component: b }] }
  b: { component: a, fields: [${'{ name: z, component: b }, '.repeat(20)}{ name: y, component: a }] }
content:
  - { name: posts, type: collection, path: posts, fields: [{ name: deep, component: a }] }
`,
      ),
    )
    expect(onlyCollection(configuration).fields.map(({ key }) => key)).toEqual(['deep'])
    expect(problemsOf(configuration)[0]).toMatch(/^\.pages\.yml:\d From here on there are more fields/)
  })
})
