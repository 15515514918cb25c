import { expect, test } from 'vitest'
import { FieldKind } from '#shared/contract/field'
import { type FormSystem, readFormConfigurations } from '#shared/site/forms/read-form-configurations'
import { file } from './described'

const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty']

const samples: readonly (readonly [FormSystem, string, (name: string) => string])[] = [
  [
    'decap',
    'admin/config.yml',
    (name) => `collections: [{ folder: p, fields: [{ name: ${name}, widget: ${name} }] }]`,
  ],
  [
    'pages-cms',
    '.pages.yml',
    (name) =>
      `content: [{ type: collection, path: p, fields: [{ name: ${name}, type: ${name}, component: ${name} }] }]`,
  ],
  [
    'cloudcannon',
    'cloudcannon.config.yml',
    (name) => `_inputs: { ${name}: { type: ${name}, options: { values: ${name} } } }`,
  ],
  [
    'front-matter-cms',
    'frontmatter.json',
    (name) =>
      `{"frontMatter.taxonomy.contentTypes": [{"name": "default", "fields": [{"name": "${name}", "type": "${name}"}]}]}`,
  ],
  ['galley', '.galley.yml', (name) => `collections: [{ folder: p, fields: { ${name}: { kind: ${name} } } }]`],
]

test.each(samples)('%s has no kind by the name of what every object has', (system, path, text) => {
  for (const name of inherited) {
    const configurations = readFormConfigurations(new Map([[system, [file(path, text(name))]]]))
    const fields = configurations.flatMap(({ collections }) =>
      collections.flatMap((collection) => collection.fields),
    )
    expect(fields.map(({ key }) => key)).toEqual([name])
    for (const { settings } of fields) {
      expect(settings.choices).toBeUndefined()
      expect(FieldKind.optional().safeParse(settings.kind?.value).success).toBe(true)
    }
  }
})
