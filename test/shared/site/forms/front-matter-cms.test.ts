import { describe, expect, test } from 'vitest'
import { readFrontMatterCms } from '#shared/site/forms/front-matter-cms'
import { fieldNamed, file, onlyCollection, originsOf, problemsOf, valuesOf } from './described'

const settings = file(
  'frontmatter.json',
  `
{
  "$schema": "https://frontmatter.codes/frontmatter.schema.json",
  // team settings
  "frontMatter.content.publicFolder": "static",
  "frontMatter.content.pageFolders": [
    { "title": "Blog", "path": "[[workspace]]/content/blog" },
    { "title": "Talks", "path": "[[workspace]]/content/talks", "contentTypes": ["talk"] },
  ],
  "frontMatter.taxonomy.categories": ["Essays", "Notes"],
  "frontMatter.taxonomy.customTaxonomy": [{ "id": "series", "options": ["One", "Two"] }],
  "frontMatter.taxonomy.fieldGroups": [
    { "id": "source", "fields": [{ "title": "Address", "name": "url", "type": "string", "single": true }] }
  ],
  "frontMatter.taxonomy.contentTypes": [
    {
      "name": "default",
      "pageBundle": false,
      "fields": [
        { "title": "Title", "name": "title", "type": "string", "single": true, "required": true },
        { "title": "Description", "name": "description", "type": "string" },
        { "title": "Published", "name": "date", "type": "datetime", "default": "{{now}}", "dateFormat": "yyyy-MM-dd'T'HH:mm:ssxxx" },
        { "title": "Is in draft", "name": "draft", "type": "draft" },
        { "title": "Appearance", "name": "h1", "type": "heading" },
        { "title": "Cover", "name": "cover", "type": "image", "description": "Wide, please" },
        { "title": "Style", "name": "style", "type": "choice", "choices": ["plain", { "id": "b", "title": "Bold" }], "default": "plain" },
        { "name": "d1", "type": "divider" },
        { "title": "Tags", "name": "tags", "type": "tags" },
        { "title": "Category", "name": "categories", "type": "categories" },
        { "title": "Series", "name": "series", "type": "taxonomy", "taxonomyId": "series" },
        { "name": "typora-root-url", "type": "string", "hidden": true },
        { "title": "SEO", "name": "seo", "type": "fields", "fields": [{ "name": "noindex", "type": "boolean" }] },
        { "title": "Sources", "name": "sources", "type": "block", "fieldGroup": ["source"] },
        { "title": "Origin", "name": "origin", "type": "fieldCollection", "fieldGroup": "source" },
        { "name": "aside", "type": "string", "wysiwyg": "markdown" },
        { "title": "Related", "name": "related", "type": "contentRelationship", "multiple": true }
      ]
    },
    { "name": "talk", "fields": [{ "title": "Room", "name": "room", "type": "string" }] }
  ]
}
`,
)
const terms = file(
  '.frontmatter/database/taxonomyDb.json',
  `
{ "taxonomy": {
  "tags": ["css", "html"],
  "categories": ["Old"] } }
`,
)

describe('Front Matter CMS', () => {
  test('gives each field type its kind, choices, group and hint', () => {
    const [blog] = readFrontMatterCms([settings, terms]).collections
    expect({ folder: blog?.folder, label: blog?.label }).toEqual({ folder: 'content/blog', label: 'Blog' })
    expect(valuesOf(blog?.fields ?? [])).toEqual({
      title: { label: 'Title', kind: 'text', isRequired: true },
      description: { label: 'Description' },
      date: { label: 'Published', kind: 'date' },
      draft: { label: 'Is in draft', kind: 'yes-no' },
      cover: { label: 'Cover', kind: 'image', hint: 'Wide, please', group: 'Appearance' },
      style: {
        label: 'Style',
        kind: 'choice',
        default: 'plain',
        group: 'Appearance',
        choices: [
          { value: 'plain', label: null },
          { value: 'b', label: 'Bold' },
        ],
      },
      tags: {
        label: 'Tags',
        kind: 'list',
        choices: [
          { value: 'css', label: null },
          { value: 'html', label: null },
        ],
      },
      categories: {
        label: 'Category',
        kind: 'list',
        choices: [
          { value: 'Essays', label: null },
          { value: 'Notes', label: null },
        ],
      },
      series: {
        label: 'Series',
        kind: 'list',
        choices: [
          { value: 'One', label: null },
          { value: 'Two', label: null },
        ],
      },
      'typora-root-url': { isRare: true },
      seo: { label: 'SEO', kind: 'object', fields: { noindex: { kind: 'yes-no' } } },
      sources: {
        label: 'Sources',
        kind: 'object-list',
        fields: { url: { label: 'Address', kind: 'text' } },
      },
      origin: { label: 'Origin', kind: 'object', fields: { url: { label: 'Address', kind: 'text' } } },
      aside: { kind: 'long-text' },
      related: { label: 'Related', kind: 'list' },
    })
  })

  test('tells the line of each setting, in the file that it stands in', () => {
    const [blog] = readFrontMatterCms([settings, terms]).collections
    expect(originsOf(fieldNamed(blog?.fields ?? [], 'tags'))).toEqual({
      label: 'frontmatter.json:27',
      kind: 'frontmatter.json:27',
      choices: '.frontmatter/database/taxonomyDb.json:2',
    })
    expect(fieldNamed(blog?.fields ?? [], 'date').datePattern).toBe('YYYY-MM-DD[T]HH:mm:ssZ')
  })

  test('takes a folder’s own content types, and offers the known terms where posts have them', () => {
    const [, talks] = readFrontMatterCms([settings, terms]).collections
    expect(talks?.fields.map(({ key, isDeclared }) => [key, isDeclared])).toEqual([
      ['room', true],
      ['tags', false],
      ['categories', false],
    ])
  })

  test('reads settings that are split into files of their own', () => {
    const configuration = readFrontMatterCms([
      file('frontmatter.json', '{ "frontMatter.content.publicFolder": { "path": "public" } }'),
      file(
        '.frontmatter/config/content/pagefolders/notes.json',
        '{ "title": "Notes", "path": "notes", "contentTypes": ["note"] }',
      ),
      file(
        '.frontmatter/config/taxonomy/contenttypes/note.json',
        '{ "name": "note",\n "fields": [{ "name": "mood", "type": "choice", "choices": ["good"] }] }',
      ),
    ])
    const { folder, label, fields } = onlyCollection(configuration)
    expect({ folder, label }).toEqual({ folder: 'notes', label: 'Notes' })
    expect(originsOf(fieldNamed(fields, 'mood')).kind).toBe(
      '.frontmatter/config/taxonomy/contenttypes/note.json:2',
    )
    expect(configuration.media).toEqual({ folder: 'public', publicPath: '/' })
  })

  test('has a choice for the draft where its own setting says so', () => {
    const configuration = readFrontMatterCms([
      file(
        'frontmatter.json',
        `
{
  "frontMatter.content.draftField": { "name": "state", "type": "choice", "choices": ["idea", "done"] },
  "frontMatter.taxonomy.contentTypes": [{ "name": "default", "fields": [{ "name": "state", "type": "draft" }] }]
}
`,
      ),
    ])
    expect(valuesOf(onlyCollection(configuration).fields)).toEqual({
      state: {
        kind: 'choice',
        choices: [
          { value: 'idea', label: null },
          { value: 'done', label: null },
        ],
      },
    })
  })

  test('stands for all posts without page folders', () => {
    const configuration = readFrontMatterCms([
      file(
        'frontmatter.json',
        '{"frontMatter.taxonomy.contentTypes": [{"name": "default", "fields": [{"name": "title"}]}]}',
      ),
    ])
    expect(onlyCollection(configuration).folder).toBe('')
  })

  test('fetches nothing: settings from elsewhere are named', () => {
    const configuration = readFrontMatterCms([
      file(
        'frontmatter.json',
        '{\n"frontMatter.extends": ["https://example.com/theme.json", "./.frontmatter/config/base.json"]}',
      ),
      file('.frontmatter/config/base.json', '{"frontMatter.taxonomy.tags": ["a"]}'),
    ])
    expect(problemsOf(configuration)).toEqual([
      'frontmatter.json:2 Galley does not read the settings at https://example.com/theme.json: it knows frontmatter.json and what lies in .frontmatter/config.',
    ])
    expect(valuesOf(onlyCollection(configuration).fields)).toEqual({
      tags: { choices: [{ value: 'a', label: null }] },
    })
  })

  test('names the line of a mistake and takes what stands around it', () => {
    const configuration = readFrontMatterCms([
      file(
        'frontmatter.json',
        `
{
  "frontMatter.content.pageFolders": [{ "path": "[[workspace]]/blog" }],
  "frontMatter.taxonomy.contentTypes": [
    { "name": "default", "fields": [{ "name": "title", "title": "Title" }] }
  ]
  "frontMatter.taxonomy.tags": ["a"]
}
`,
      ),
    ])
    expect(problemsOf(configuration)).toEqual([
      'frontmatter.json:6 This line is not JSON that can be read: comma expected.',
    ])
    expect(valuesOf(onlyCollection(configuration).fields).title).toEqual({ label: 'Title' })
  })
})
