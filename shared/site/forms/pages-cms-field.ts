import type { FieldKind } from '../../contract/field'
import type { ConfiguredField } from './configuration'
import { firstOfEachKey } from './first-of-each-key'
import { foreignDatePattern } from './foreign-date-pattern'
import { foundKind, kindsByName, type SettingReader } from './setting-reader'
import { entriesOf, entryOf, itemsOf, type SourcedValue, textOf, yesNoOf } from './sourced-value'

// pagescms.org/docs/configuration/content/fields
const kinds = kindsByName({
  string: 'text',
  uuid: 'text',
  color: 'text',
  file: 'text',
  text: 'long-text',
  'rich-text': 'long-text',
  code: 'long-text',
  boolean: 'yes-no',
  date: 'date',
  number: 'number',
  image: 'image',
  object: 'object',
  block: 'object',
  select: 'choice',
  reference: 'reference',
})

const maxInheritance = 8

/** The fields of a list of Pages CMS fields. `body` is the post's text: pagescms.org/docs/configuration/content/fields. */
export function pagesCmsFields(
  list: SourcedValue | undefined,
  components: SourcedValue | undefined,
  reader: SettingReader,
  depth = 0,
): readonly ConfiguredField[] {
  if (depth > maxInheritance) return []
  return itemsOf(list).flatMap((written) => {
    if (!reader.mayReadField(written.line)) return []
    const key = textOf(entryOf(written, 'name')?.value)
    if (key === null) {
      reader.report(written.line, 'This field has no “name”. Galley goes on without it.')
      return []
    }
    if (key === 'body') return []
    const field = withComponents(written, components)
    return [fieldOf(key, field, components, reader, depth)]
  })
}

function fieldOf(
  key: string,
  field: SourcedValue,
  components: SourcedValue | undefined,
  reader: SettingReader,
  depth: number,
): ConfiguredField {
  const options = entryOf(field, 'options')?.value
  const kind = kindOf(field, options)
  const format = reader.text(options, 'format')
  const hidden = reader.yesNo(field, 'hidden')
  return reader.field(
    key,
    {
      label: reader.text(field, 'label'),
      kind: foundKind(kind, entryOf(field, 'type')?.line ?? field.line),
      choices: reader.choices(options, 'values', ['value', 'name'], ['label']),
      isRequired: reader.yesNo(field, 'required'),
      default: reader.json(field, 'default'),
      hint: reader.text(field, 'description'),
      isRare: hidden?.value === true ? hidden : null,
    },
    {
      datePattern: kind === 'date' && format !== null ? foreignDatePattern(format.value, 'date-fns') : null,
      fields: innerFields(field, components, reader, depth + 1),
    },
  )
}

/** A field without a type is an object if it has fields, else a text of one line or more: pagescms.org/docs/configuration. */
function kindOf(field: SourcedValue, options: SourcedValue | undefined): FieldKind | null {
  const type = textOf(entryOf(field, 'type')?.value)
  const hasFields = entryOf(field, 'fields') !== undefined
  const kind = type === null ? (hasFields ? 'object' : null) : (kinds.get(type) ?? null)
  const list = entryOf(field, 'list')?.value
  const isList =
    list?.kind === 'map' || yesNoOf(list) === true || yesNoOf(entryOf(options, 'multiple')?.value) === true
  if (!isList) return kind
  return kind === 'object' ? 'object-list' : 'list'
}

/** The field's own `fields`, and those of the blocks that it can be. */
function innerFields(
  field: SourcedValue,
  components: SourcedValue | undefined,
  reader: SettingReader,
  depth: number,
): readonly ConfiguredField[] {
  const blocks = itemsOf(entryOf(field, 'blocks')?.value).map((block) => withComponents(block, components))
  return firstOfEachKey(
    [field, ...blocks].flatMap((owner) =>
      pagesCmsFields(entryOf(owner, 'fields')?.value, components, reader, depth),
    ),
  )
}

/**
 * A field with what it inherits from its component and that one's component: its own settings first, but for the type, which is the
 * component's. See pagescms.org/docs/configuration/components.
 */
function withComponents(field: SourcedValue, components: SourcedValue | undefined): SourcedValue {
  let merged = field
  let name = textOf(entryOf(field, 'component')?.value)
  for (let step = 0; name !== null && step < maxInheritance; step += 1) {
    const component = entryOf(components, name)?.value
    const inherited = entriesOf(component)
    const type = inherited.filter(({ key }) => key === 'type')
    // entryOf gives the first of a name
    merged = { kind: 'map', line: field.line, entries: [...type, ...entriesOf(merged), ...inherited] }
    name = textOf(entryOf(component, 'component')?.value)
  }
  return merged
}
