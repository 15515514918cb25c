import type { FieldSchema } from '#shared/contract/post'
import type { Field } from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'

/** The first field of a whole text. */
export function firstField(text: string): Field {
  const read = readFrontMatter(text)
  const field = read.kind === 'fields' ? read.fields[0] : undefined
  if (field === undefined) throw new Error(`no field in ${text}`)
  return field
}

/** The first field of front matter that consists of `lines`. */
export function fieldIn(lines: string): Field {
  return firstField(`---\n${lines}\n---\n`)
}

/** What a folder teaches whose posts have a field of this kind. */
export function schemaOf(kind: FieldSchema['kind']): FieldSchema {
  return { key: 'x', label: 'X', kind, values: [], share: 1 }
}
