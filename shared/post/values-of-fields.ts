import type { Field, FieldValue, FrontMatter } from '../front-matter/front-matter'
import type { PostValues } from './post-values'

/** Front matter as plain values, as the post list reads them: what is no text is the text that the file has. Empty without fields. */
export function valuesOfFields(frontMatter: FrontMatter): PostValues {
  return frontMatter.kind === 'fields' ? mapOf(frontMatter.fields) : {}
}

function mapOf(fields: readonly Field[]): PostValues {
  return Object.fromEntries(fields.map(({ key, value }) => [key, plainValue(value)]))
}

function plainValue(value: FieldValue): unknown {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'plain':
      return value.type === 'null' ? null : value.source
    case 'list':
      return value.items.map(plainValue)
    case 'map':
      return mapOf(value.entries)
  }
}
