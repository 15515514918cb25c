import type { FieldSchema } from '#shared/contract/field'
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

/** What a collection teaches whose posts have a field of this kind; `more` says what else is known. */
export function schemaOf(kind: FieldSchema['kind'], more: Partial<FieldSchema> = {}): FieldSchema {
  return {
    key: 'x',
    label: 'X',
    kind,
    choices: [],
    isOneOrList: false,
    share: 1,
    isRequired: false,
    isRare: false,
    group: null,
    hint: null,
    default: null,
    habit: { quotes: 'plain', list: 'flow', datePattern: null, words: null },
    origins: {},
    fields: [],
    ...more,
  }
}
