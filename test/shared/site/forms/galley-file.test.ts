import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { readGalleyFile, readGalleyFlavour } from '#shared/site/forms/galley-file'
import { GalleyField, GalleyFile, galleyFileJsonSchema } from '#shared/site/forms/galley-file-schema'
import { repositoryFile } from '../../../helpers/repository-root'
import { fieldNamed, file, onlyCollection, originsOf, problemsOf, valuesOf } from './described'

const everything = `
# yaml-language-server: $schema=./galley.schema.json
collections:
  - folder: [src/posts, "src/*/notes"]
    label: Posts
    fields:
      title:
        label: Headline
        required: true
        hint: Short and plain
      status:
        kind: choice
        choices:
          - draft
          - { value: 2, label: Second pair of eyes }
          - true
        default: draft
        group: Workflow
      seo:
        kind: object
        more: true
        fields:
          description: { kind: long-text }
      subtitle:
`

describe('.galley.yml', () => {
  test('says of each field what it is called, edited with and filled with', () => {
    const configuration = readGalleyFile(file('.galley.yml', everything))
    expect(configuration.problems).toEqual([])
    expect(configuration.collections.map(({ folder, label }) => [folder, label])).toEqual([
      ['src/posts', 'Posts'],
      ['src/*/notes', 'Posts'],
    ])
    expect(valuesOf(configuration.collections[0]?.fields ?? [])).toEqual({
      title: { label: 'Headline', isRequired: true, hint: 'Short and plain' },
      status: {
        kind: 'choice',
        choices: [
          { value: 'draft', label: null },
          { value: '2', label: 'Second pair of eyes' },
          { value: 'true', label: null },
        ],
        default: 'draft',
        group: 'Workflow',
      },
      seo: { kind: 'object', isRare: true, fields: { description: { kind: 'long-text' } } },
      subtitle: {},
    })
  })

  test('tells the line of each setting', () => {
    const [posts] = readGalleyFile(file('.galley.yml', everything)).collections
    expect(originsOf(fieldNamed(posts?.fields ?? [], 'status'))).toEqual({
      kind: '.galley.yml:11',
      choices: '.galley.yml:12',
      default: '.galley.yml:16',
      group: '.galley.yml:17',
    })
  })

  test.each([
    ['wigdet: text', '“wigdet” is no setting of a field.', 'Known are label, kind'],
    ['requierd: true', '“requierd” is no setting of a field.', 'Did you mean “required”?'],
    ['Choices: [a]', '“Choices” is no setting of a field.', 'Did you mean “choices”?'],
    ['widget: text', '“widget” is no setting of a field.', 'Did you mean “kind”?'],
    ['__proto__: { polluted: true }', '“__proto__” is no setting of a field.', 'Known are label'],
    ['constructor: x', '“constructor” is no setting of a field.', 'Known are label'],
    ['kind: chioce', '“chioce” is no kind of field.', 'Did you mean “choice”?'],
    ['kind: datetime', '“datetime” is no kind of field.', 'Did you mean “date”?'],
    ['kind: other', '“other” is no kind of field.', 'Known are text, long-text'],
    ['label: [a]', '“label” should be a text.', ''],
    ['required: maybe', '“required” should be “true” or “false”.', ''],
    ['choices: a', '“choices” should be a list.', ''],
    ['fields: [a]', '“fields” should have a line such as “title:” for each field', ''],
  ])('points at %s and takes the rest', (setting, sentence, advice) => {
    const text = `collections:\n  - folder: posts\n    fields:\n      title:\n        hint: Short\n        ${setting}\n`
    const configuration = readGalleyFile(file('.galley.yml', text))
    expect(problemsOf(configuration)).toEqual([expect.stringContaining(`.galley.yml:6 ${sentence}`)])
    expect(problemsOf(configuration)[0]).toContain(advice)
    expect(valuesOf(onlyCollection(configuration).fields).title).toEqual({ hint: 'Short' })
  })

  test.each([
    [
      'theme:\n  title: x\ncollections: []',
      '1 “theme” is no setting of this file. Known are collections, preview, site.',
    ],
    ['colections: []', '1 “colections” is no setting of this file. Did you mean “collections”?'],
    ['collections:\n  posts: {}', '1 “collections” should be a list, with a dash before each “folder”.'],
    ['collections:\n  - label: Posts', '2 This collection has no “folder”. Galley goes on without it.'],
    ['collections:\n  - folder: {}', '2 “folder” should be a folder of the blog, such as “posts”.'],
    [
      'collections:\n  - folder: a\n  - folder: ../b',
      '3 The folder ../b lies outside the blog, so Galley leaves it out.',
    ],
    [
      'collections:\n  - folder: a\n    fields:\n      title: Headline',
      '4 The settings of “title” should stand on lines of their own below it, such as “label: …”.',
    ],
    [
      'collections:\n  - folder: a\n    fields:\n      title:\n      title:',
      '5 “title” stands here a second time. The first one counts.',
    ],
    ['preview:\n  flavor: hugo', '2 “flavor” is no setting of the preview. Did you mean “flavour”?'],
    ['preview:\n  flavour: goldmark', '2 “goldmark” is no flavour of Markdown. Did you mean “hugo”?'],
    ['preview:\n  flavour: jekyl', '2 “jekyl” is no flavour of Markdown. Did you mean “jekyll”?'],
    ['site:\n  timezone: UTC', '2 “timezone” is no setting of the site. Did you mean “timeZone”?'],
    ['site:\n  timeZone: Mars/Base', '2 “Mars/Base” is no time zone. Write one such as “Europe/Paris”.'],
    ['site:\n  generator: 11ty', '2 “11ty” is no generator that Galley knows. Did you mean “eleventy”?'],
    ['site:\n  imageFolder: ../x', '2 The folder ../x lies outside the blog, so Galley leaves it out.'],
    ['just words', '1 This file should begin with “collections:”. Galley goes on without it.'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(problemsOf(readGalleyFile(file('.galley.yml', text)))).toEqual([`.galley.yml:${problem}`])
  })

  test('may name the flavour of the preview, and nothing but one that there is', () => {
    const flavourIn = (text: string) => readGalleyFlavour(file('.galley.yml', text))
    expect(flavourIn('preview: { flavour: hugo }')).toBe('hugo')
    expect(problemsOf(readGalleyFile(file('.galley.yml', 'preview: { flavour: hugo }')))).toEqual([])
    for (const text of [
      '',
      'preview:',
      'preview: {}',
      'preview: { flavour: goldmark }',
      'preview: [a',
      'flavour: hugo',
    ])
      expect(flavourIn(text)).toBeNull()
  })

  test('with a name without end gets a problem that ends', () => {
    const [problem] = problemsOf(readGalleyFile(file('.galley.yml', `${'a'.repeat(900)}: 1`)))
    expect(problem).toMatch(/^\.galley\.yml:1 “a{299}…$/)
  })

  test('may be empty', () => {
    for (const text of ['', '# nothing yet\n', 'collections:\n', '---\n'])
      expect(readGalleyFile(file('.galley.yml', text))).toEqual({
        collections: [],
        media: null,
        problems: [],
      })
  })
})

describe('the schema of .galley.yml', () => {
  test('is published as the code has it (`npm run schema` writes it)', () => {
    const published = readFileSync(repositoryFile('docs/galley.schema.json'), 'utf8')
    expect(JSON.parse(published)).toEqual(galleyFileJsonSchema())
  })

  test('accepts what is read without a problem', () => {
    const { contents } = parseDocument(everything)
    expect(GalleyFile.safeParse(contents?.toJSON()).error).toBeUndefined()
  })

  test('has an example of each setting in the guide, and the guide’s examples are read without a problem', () => {
    const guide = readFileSync(repositoryFile('docs/galley-yml.md'), 'utf8')
    const examples = Array.from(
      guide.matchAll(/^```yaml\n(collections:.*?)^```/gms),
      ([, text]) => text ?? '',
    )
    expect(examples.length).toBeGreaterThan(1)
    for (const text of examples) {
      const configuration = readGalleyFile(file('.galley.yml', text))
      expect(configuration.problems).toEqual([])
      expect(configuration.collections.length).toBeGreaterThan(0)
      expect(GalleyFile.safeParse(parseDocument(text).toJSON()).error).toBeUndefined()
    }
    for (const name of Object.keys(GalleyField.shape))
      expect(guide).toMatch(new RegExp(`^\\| \`${name}\``, 'm'))
  })
})
