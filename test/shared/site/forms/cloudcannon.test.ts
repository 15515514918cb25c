import { describe, expect, test } from 'vitest'
import { readCloudCannon } from '#shared/site/forms/cloudcannon'
import { fieldNamed, file, originsOf, problemsOf, valuesOf } from './described'

const settings = file(
  'cloudcannon.config.yml',
  `
source: site
paths: { static: static, uploads: static/uploads }
_select_data:
  moods: [good, better]
_inputs:
  title: { type: text, label: Title, comment: Says what it is, options: { required: true } }
  date: { type: datetime, instance_value: NOW }
  draft: { type: switch }
  mood:
    type: select
    options: { values: _select_data.moods }
  seo.description: { type: textarea }
  gallery[*].image: { type: image }
  $:
    type: object
    options:
      groups:
        - { heading: For machines, inputs: [seo, uuid] }
collections_config:
  posts:
    path: content/posts
    name: Blog
    _inputs:
      title: { label: Headline }
      region:
        type: choice
        options:
          values: { eu: Europe, us: { name: The States } }
      author:
        type: select
        options:
          value_key: slug
          values: [{ slug: ada, name: Ada Lovelace }]
      uuid: { hidden: true }
      when: { hidden: "!draft" }
    schemas:
      default:
        path: schemas/post.md
        _inputs:
          region: { comment: From the schema }
  notes: {}
`,
)

describe('a CloudCannon configuration', () => {
  test('gives the site’s inputs to all posts, as how a key looks where a post has it', () => {
    const [everywhere] = readCloudCannon(settings)
    expect(everywhere?.collections.map(({ folder }) => folder)).toEqual([''])
    const fields = everywhere?.collections[0]?.fields ?? []
    expect(fields.every(({ isDeclared }) => !isDeclared)).toBe(true)
    expect(valuesOf(fields)).toEqual({
      title: { label: 'Title', kind: 'text', hint: 'Says what it is', isRequired: true },
      date: { kind: 'date' },
      draft: { kind: 'yes-no' },
      mood: {
        kind: 'choice',
        choices: [
          { value: 'good', label: null },
          { value: 'better', label: null },
        ],
      },
      seo: { group: 'For machines', fields: { description: { kind: 'long-text' } } },
      gallery: { fields: { image: { kind: 'image' } } },
    })
  })

  test('gives a collection its own inputs and those of its schemas, the schemas’ first', () => {
    const [, closer] = readCloudCannon(settings)
    const [posts, notes] = closer?.collections ?? []
    expect([posts?.folder, posts?.label, notes?.folder]).toEqual(['site/content/posts', 'Blog', 'site/notes'])
    expect(valuesOf(posts?.fields ?? [])).toEqual({
      region: {
        kind: 'choice',
        hint: 'From the schema',
        choices: [
          { value: 'eu', label: 'Europe' },
          { value: 'us', label: 'The States' },
        ],
      },
      title: { label: 'Headline' },
      author: { kind: 'choice', choices: [{ value: 'ada', label: 'Ada Lovelace' }] },
      uuid: { isRare: true },
      when: {},
    })
    expect(originsOf(fieldNamed(posts?.fields ?? [], 'region'))).toEqual({
      kind: 'cloudcannon.config.yml:26',
      choices: 'cloudcannon.config.yml:28',
      hint: 'cloudcannon.config.yml:40',
    })
  })

  test('tells where uploads go and how posts address them', () => {
    expect(readCloudCannon(settings)[0]?.media).toEqual({
      folder: 'site/static/uploads',
      publicPath: '/uploads',
    })
  })

  test('is not run when it is a program, and says so', () => {
    const [configuration] = readCloudCannon(
      file('cloudcannon.config.cjs', 'module.exports = { _inputs: { title: { type: "text" } } }'),
    )
    expect(configuration?.collections).toEqual([])
    expect(problemsOf(configuration ?? { problems: [] })).toEqual([
      'cloudcannon.config.cjs:1 cloudcannon.config.cjs is a program, and Galley runs no program of a blog, so its settings are not known here. Written as cloudcannon.config.yml they would count.',
    ])
  })
})
