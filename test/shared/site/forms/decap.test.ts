import { describe, expect, test } from 'vitest'
import { readDecap } from '#shared/site/forms/decap'
import { fieldNamed, file, onlyCollection, originsOf, problemsOf, valuesOf } from './described'

const blog = file(
  'static/admin/config.yml',
  `
backend:
  name: git-gateway
  branch: main
media_folder: static/img/uploads # where files go
public_folder: /img/uploads
collections:
  - name: blog
    label: Blog posts
    folder: content/blog
    create: true
    slug: "{{year}}-{{slug}}"
    fields:
      - { label: Title, name: title, widget: string, hint: At most sixty characters }
      - { label: Layout, name: layout, widget: hidden, default: post }
      - { label: Publish date, name: date, widget: datetime, format: "YYYY-MM-DD HH:mm:ss ZZ", default: "{{now}}" }
      - { label: Draft, name: draft, widget: boolean, default: true }
      - { name: rating, widget: number, value_type: int, required: false }
      - { name: summary, widget: text, required: false }
      - label: Category
        name: category
        widget: select
        options: [News, { label: How to, value: howto }]
      - { name: topics, widget: select, multiple: true, options: [a, b], required: false }
      - { name: author, widget: relation, collection: authors, value_field: name, required: false }
      - { name: tags, widget: list, default: [news], required: false }
      - { name: cover, widget: image, required: false }
      - name: seo
        widget: object
        required: false
        fields:
          - { name: description, widget: text }
          - { name: noindex, widget: boolean }
      - name: gallery
        widget: list
        required: false
        fields: [{ name: image, widget: image }, { name: alt }]
      - name: blocks
        widget: list
        required: false
        types:
          - { name: quote, widget: object, fields: [{ name: text, widget: text }] }
          - { name: figure, widget: object, fields: [{ name: image, widget: image }, { name: text, widget: string }] }
      - { name: special, widget: my-own-widget, required: false }
      - { label: Body, name: body, widget: markdown }
  - name: pages
    label: Pages
    files:
      - { name: about, label: About, file: content/about.md, fields: [{ name: title, widget: string }] }
`,
)

describe('a Decap configuration', () => {
  test('gives each widget its kind, choices, default and hint, and requires what is not optional', () => {
    const { folder, label, fields } = onlyCollection(readDecap(blog))
    expect({ folder, label }).toEqual({ folder: 'content/blog', label: 'Blog posts' })
    expect(valuesOf(fields)).toEqual({
      title: { label: 'Title', kind: 'text', isRequired: true, hint: 'At most sixty characters' },
      layout: { label: 'Layout', default: 'post', isRare: true },
      date: { label: 'Publish date', kind: 'date', isRequired: true },
      draft: { label: 'Draft', kind: 'yes-no', default: true },
      rating: { kind: 'number', isRequired: false },
      summary: { kind: 'long-text', isRequired: false },
      category: {
        label: 'Category',
        kind: 'choice',
        isRequired: true,
        choices: [
          { value: 'News', label: null },
          { value: 'howto', label: 'How to' },
        ],
      },
      topics: {
        kind: 'list',
        isRequired: false,
        choices: [
          { value: 'a', label: null },
          { value: 'b', label: null },
        ],
      },
      author: { kind: 'reference', isRequired: false },
      tags: { kind: 'list', isRequired: false, default: ['news'] },
      cover: { kind: 'image', isRequired: false },
      seo: {
        kind: 'object',
        isRequired: false,
        fields: { description: { kind: 'long-text', isRequired: true }, noindex: { kind: 'yes-no' } },
      },
      gallery: {
        kind: 'object-list',
        isRequired: false,
        fields: { image: { kind: 'image', isRequired: true }, alt: { kind: 'text', isRequired: true } },
      },
      blocks: {
        kind: 'object-list',
        isRequired: false,
        fields: { text: { kind: 'long-text', isRequired: true }, image: { kind: 'image', isRequired: true } },
      },
      special: { isRequired: false },
    })
  })

  test('tells the line that each setting stands on', () => {
    const { fields } = onlyCollection(readDecap(blog))
    expect(originsOf(fieldNamed(fields, 'category'))).toEqual({
      label: 'static/admin/config.yml:19',
      kind: 'static/admin/config.yml:21',
      choices: 'static/admin/config.yml:22',
      isRequired: 'static/admin/config.yml:19',
    })
  })

  test('gives dates the form that the CMS writes them in', () => {
    const { fields } = onlyCollection(readDecap(blog))
    expect(fieldNamed(fields, 'date').datePattern).toBe('YYYY-MM-DD[ ]HH:mm:ss[ ]ZZ')
  })

  test('tells where images go and how posts address them', () => {
    expect(readDecap(blog).media).toEqual({ folder: 'static/img/uploads', publicPath: '/img/uploads' })
    expect(readDecap(file('admin/config.yml', 'media_folder: images\ncollections: []')).media).toEqual({
      folder: 'images',
      publicPath: '/images',
    })
  })

  test('has no problems, for widgets that Galley does not know neither', () => {
    expect(readDecap(blog).problems).toEqual([])
  })

  test('may repeat fields by anchors, aliases and merge keys', () => {
    const configuration = readDecap(
      file(
        'admin/config.yml',
        `
field_defaults: &title
  label: Title
  name: title
  widget: string
collections:
  - name: posts
    folder: _posts
    fields:
      - *title
      - { <<: *title, name: subtitle, required: false }
`,
      ),
    )
    const { fields } = onlyCollection(configuration)
    expect(valuesOf(fields)).toEqual({
      title: { label: 'Title', kind: 'text', isRequired: true },
      subtitle: { label: 'Title', kind: 'text', isRequired: false },
    })
    expect(originsOf(fieldNamed(fields, 'subtitle')).label).toBe('admin/config.yml:2')
  })

  test('names what is wrong and takes the rest', () => {
    const configuration = readDecap(
      file(
        'admin/config.yml',
        `
collections:
  - name: up
    folder: ../../etc
    fields: [{ name: root }]
  - name: posts
    folder: _posts
    fields:
      - { label: No name }
      - { name: title, required: maybe, label: [a] }
      - { name: kind, widget: select, options: [a] }
`,
      ),
    )
    expect(problemsOf(configuration)).toEqual([
      'admin/config.yml:3 The folder ../../etc lies outside the blog, so Galley leaves it out.',
      'admin/config.yml:8 This field has no “name”. Galley goes on without it.',
      'admin/config.yml:9 “label” should be a text. Galley goes on without it.',
      'admin/config.yml:9 “required” should be “true” or “false”. Galley goes on without it.',
    ])
    const { folder, fields } = onlyCollection(configuration)
    expect(folder).toBe('_posts')
    expect(fields.map(({ key }) => key)).toEqual(['title', 'kind'])
  })

  test('is none when a folder admin holds another program’s configuration', () => {
    expect(readDecap(file('admin/config.yml', 'theme: dark\nusers: [ada]\n'))).toEqual({
      collections: [],
      media: null,
      problems: [],
    })
  })
})

describe('a Sveltia configuration', () => {
  test('may be JSON', () => {
    const configuration = readDecap(
      file(
        'public/admin/config.json',
        `
{
  "collections": [
    {
      "name": "posts", "folder": "src/content/posts",
      "fields": [
        { "name": "title", "label": "Title", "required": false },
        { "widget": "divider" },
        { "name": "id", "widget": "uuid" }
      ]
    }
  ]
}
`,
      ),
    )
    const { folder, label, fields } = onlyCollection(configuration)
    expect({ folder, label }).toEqual({ folder: 'src/content/posts', label: 'posts' })
    expect(valuesOf(fields)).toEqual({
      title: { label: 'Title', kind: 'text', isRequired: false },
      id: { kind: 'text', isRare: true },
    })
    expect(originsOf(fieldNamed(fields, 'title')).label).toBe('public/admin/config.json:6')
    expect(configuration.problems).toEqual([])
  })

  test('may be TOML', () => {
    const configuration = readDecap(
      file(
        'static/admin/config.toml',
        `
media_folder = "static/media"
public_folder = "/media"

[[collections]]
name = "posts"
label = "Posts"
folder = "content/posts"

[[collections.fields]]
name = "title"
label = "Title"

[[collections.fields]]
name = "status"
widget = "select"
options = ["draft", { label = "Done", value = "done" }]
required = false
`,
      ),
    )
    const { label, fields } = onlyCollection(configuration)
    expect(label).toBe('Posts')
    expect(valuesOf(fields)).toEqual({
      title: { label: 'Title', kind: 'text', isRequired: true },
      status: {
        kind: 'choice',
        isRequired: false,
        choices: [
          { value: 'draft', label: null },
          { value: 'done', label: 'Done' },
        ],
      },
    })
    expect(originsOf(fieldNamed(fields, 'status')).choices).toBe('static/admin/config.toml:16')
    expect(configuration.media).toEqual({ folder: 'static/media', publicPath: '/media' })
  })
})
