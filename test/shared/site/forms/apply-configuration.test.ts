import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FieldKind, type FieldSchema, PostCollection } from '#shared/contract/field'
import { applyConfiguration } from '#shared/site/forms/apply-configuration'
import { readCloudCannon } from '#shared/site/forms/cloudcannon'
import { readDecap } from '#shared/site/forms/decap'
import { readGalleyFile } from '#shared/site/forms/galley-file'
import { file } from './described'

function learnt(key: string, more: Partial<FieldSchema> = {}): FieldSchema {
  return {
    key,
    label: key,
    kind: 'text',
    choices: [],
    isOneOrList: false,
    share: 1,
    isRequired: true,
    isRare: false,
    group: null,
    hint: null,
    default: null,
    habit: { quotes: 'double', list: 'flow', datePattern: null, words: null },
    origins: {},
    fields: [],
    ...more,
  }
}

function collection(...fields: FieldSchema[]): PostCollection {
  return { folder: 'posts', label: 'Posts', postCount: 9, fields, dialect: 'yaml', problems: [] }
}

const galley = (text: string) => readGalleyFile(file('.galley.yml', text))

function posts(fields: string): string {
  const indented = fields.replace(/^(?=.)/gm, '      ')
  return `collections:\n  - folder: posts\n    fields:\n${indented}`
}

const keysOf = ({ fields }: PostCollection) => fields.map(({ key }) => key).join(' ')
const fieldOf = ({ fields }: PostCollection, key: string) => fields.find((field) => field.key === key)

describe('a configuration', () => {
  test('replaces what it decides, with the origin, and leaves the rest as it was learnt', () => {
    const title = learnt('title', { share: 0.9, hint: 'learnt' })
    const applied = applyConfiguration(
      collection(title, learnt('other')),
      galley(posts('title: { label: Headline, required: false }')),
    )
    const origin = { file: '.galley.yml', line: 4 }
    expect(applied.fields).toEqual([
      { ...title, label: 'Headline', isRequired: false, origins: { label: origin, isRequired: origin } },
      learnt('other'),
    ])
  })

  test('adds the fields that no post has behind the one that it names before them', () => {
    const applied = applyConfiguration(
      collection(learnt('title'), learnt('date'), learnt('tags')),
      galley(posts('layout:\ntitle:\nsubtitle:\nkicker:\ntags:\nlast:')),
    )
    expect(keysOf(applied)).toBe('layout title subtitle kicker date tags last')
    expect(fieldOf(applied, 'subtitle')).toMatchObject({
      label: 'Subtitle',
      kind: 'text',
      share: 0,
      isRequired: false,
      isRare: false,
      habit: { quotes: 'double' },
    })
  })

  test('gives a new collection its fields in the configured order', () => {
    const applied = applyConfiguration(
      collection(),
      galley(posts('b: { kind: date }\na:\nc: { fields: { d: } }')),
    )
    expect(applied.fields.map(({ key, kind }) => `${key} ${kind}`)).toEqual(['b date', 'a text', 'c object'])
  })

  test('keeps the values in use behind the configured choices, each with how often it is used', () => {
    const mood = learnt('mood', {
      kind: 'choice',
      choices: [
        { value: 'odd', label: null, count: 3 },
        { value: 'good', label: null, count: 2 },
      ],
    })
    const applied = applyConfiguration(
      collection(mood),
      galley(posts('mood: { choices: [better, { value: good, label: Good }] }')),
    )
    expect(fieldOf(applied, 'mood')?.choices).toEqual([
      { value: 'better', label: null, count: 0 },
      { value: 'good', label: 'Good', count: 2 },
      { value: 'odd', label: null, count: 3 },
    ])
  })

  test('reaches into objects', () => {
    const seo = learnt('seo', { kind: 'object', fields: [learnt('image'), learnt('title')] })
    const applied = applyConfiguration(
      collection(seo),
      galley(posts('seo: { fields: { image: { kind: image }, alt: } }')),
    )
    expect(fieldOf(applied, 'seo')?.fields.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      'image image',
      'alt text',
      'title text',
    ])
  })

  test('that makes an object a text takes the fields inside away, and a text’s choices too', () => {
    const seo = learnt('seo', { kind: 'object', fields: [learnt('image')] })
    const mood = learnt('mood', { kind: 'choice', choices: [{ value: 'a', label: null, count: 1 }] })
    const applied = applyConfiguration(
      collection(seo, mood),
      galley(posts('seo: { kind: text }\nmood: { kind: long-text }')),
    )
    expect(applied.fields.map(({ fields, choices }) => fields.length + choices.length)).toEqual([0, 0])
  })

  test('offers its way of writing dates only where posts have none', () => {
    const written = learnt('date', {
      kind: 'date',
      habit: { quotes: 'plain', list: 'flow', datePattern: 'MMM D, YYYY', words: null },
    })
    const decap = readDecap(
      file(
        'admin/config.yml',
        'collections: [{ folder: posts, fields: [{ name: date, widget: date, format: YYYY-MM-DD }, { name: updated, widget: date, format: YYYY-MM-DD, required: false }] }]',
      ),
    )
    const applied = applyConfiguration(collection(written), decap)
    expect(fieldOf(applied, 'date')?.habit.datePattern).toBe('MMM D, YYYY')
    expect(fieldOf(applied, 'updated')?.habit.datePattern).toBe('YYYY-MM-DD')
  })

  test('counts by the collection whose folder holds the posts most closely', () => {
    const text = `
collections:
  - { folder: "**", label: Any, fields: { a: } }
  - { folder: posts, label: These, fields: { b: } }
  - { folder: other, label: Other, fields: { c: } }
`
    const applied = applyConfiguration(collection(), galley(text))
    expect([applied.label, keysOf(applied)]).toEqual(['These', 'b'])
    const elsewhere = applyConfiguration({ ...collection(), folder: 'drafts' }, galley(text))
    expect([elsewhere.label, keysOf(elsewhere)]).toEqual(['Any', 'a'])
  })

  test('adds no field that it only says the look of', () => {
    const configurations = readCloudCannon(
      file('cloudcannon.config.yml', '_inputs: { title: { label: Headline }, unused: { type: text } }'),
    )
    const applied = configurations.reduce(applyConfiguration, collection(learnt('title')))
    expect(applied.fields.map(({ label }) => label)).toEqual(['Headline'])
  })

  test('yields to the one that is applied after it, setting by setting', () => {
    const decap = readDecap(
      file(
        'admin/config.yml',
        'collections: [{ folder: posts, label: Blog, fields: [{ name: title, label: From the CMS, hint: From the CMS too }] }]',
      ),
    )
    const own = galley('collections:\n  - folder: posts\n    fields:\n      title: { label: Mine }\n')
    const applied = [decap, own].reduce(applyConfiguration, collection(learnt('title')))
    expect(applied.label).toBe('Blog')
    expect(fieldOf(applied, 'title')).toMatchObject({
      label: 'Mine',
      hint: 'From the CMS too',
      origins: {
        label: { file: '.galley.yml', line: 4 },
        hint: { file: 'admin/config.yml', line: 1 },
      },
    })
  })

  test('hands its problems on, also when it is about other posts', () => {
    const applied = applyConfiguration(
      collection(),
      galley('collections:\n  - folder: other\n    lable: x\n'),
    )
    expect(applied.problems.map(({ origin }) => origin)).toEqual([{ file: '.galley.yml', line: 3 }])
  })

  test('with a field called __proto__ has a field of that name', () => {
    const applied = applyConfiguration(collection(), galley(posts('__proto__: { label: Odd }')))
    expect(applied.fields.map(({ key, label }) => [key, label])).toEqual([['__proto__', 'Odd']])
  })
})

test('whatever is configured, no learnt field goes or changes its place, and each configured one is there once', () => {
  const key = fc.constantFrom<string>('a', 'A', 'b', 'c', 'd', 'constructor', '__proto__')
  const setting = fc.record(
    {
      label: fc.string(),
      kind: fc.constantFrom(...FieldKind.options),
      choices: fc.array(fc.string({ maxLength: 2 })),
      required: fc.boolean(),
      default: fc.jsonValue({ maxDepth: 2 }),
      more: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  const configured = fc.array(fc.tuple(key, setting), { maxLength: 8 })
  const known = fc.uniqueArray(key, { selector: (name) => name.toLowerCase() })
  fc.assert(
    fc.property(known, configured, (learntKeys, fields) => {
      const text = `{"collections": [{"folder": "posts", "fields": {${fields
        .map(([name, settings]) => `${JSON.stringify(name)}: ${JSON.stringify(settings)}`)
        .join(', ')}}}]}`
      const applied = applyConfiguration(collection(...learntKeys.map((name) => learnt(name))), galley(text))
      expect(PostCollection.safeParse(applied).error).toBeUndefined()
      const keys = applied.fields.map((field) => field.key)
      expect(keys.filter((name) => learntKeys.includes(name))).toEqual(learntKeys)
      const caseless = keys.map((name) => name.toLowerCase()).toSorted()
      const wanted = [...learntKeys, ...fields.map(([name]) => name)].map((name) => name.toLowerCase())
      expect(caseless).toEqual([...new Set(wanted)].toSorted())
    }),
    { numRuns: 150 },
  )
})
