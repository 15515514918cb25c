import type { FieldKind } from '../../contract/field'
import type { ConfiguredChoice, ConfiguredField } from './configuration'
import { firstOfEachKey } from './first-of-each-key'
import { foreignDatePattern } from './foreign-date-pattern'
import { type Found, foundKind, kindsByName, type SettingReader } from './setting-reader'
import { entryOf, isSet, itemsOf, type SourcedValue, textOf, valueAt } from './sourced-value'

// decapcms.org/docs/widgets; `richtext`, `uuid`, `compute` and `keyvalue` are also Sveltia's. The rest depends on options, see kindOf.
const kinds = kindsByName({
  string: 'text',
  text: 'long-text',
  markdown: 'long-text',
  richtext: 'long-text',
  number: 'number',
  boolean: 'yes-no',
  datetime: 'date',
  date: 'date',
  object: 'object',
  keyvalue: 'object',
  file: 'text',
  color: 'text',
  map: 'text',
  uuid: 'text',
  compute: 'text',
})

/** Widgets whose fields no writer fills in. */
const selfFilling = new Set(['hidden', 'uuid', 'compute'])

/** The fields of a list of Decap fields. `body` is the post's text, not front matter: decapcms.org/docs/collection-folder. */
export function decapFields(
  list: SourcedValue | undefined,
  reader: SettingReader,
): readonly ConfiguredField[] {
  return itemsOf(list).flatMap((field) => {
    if (!reader.mayReadField(field.line)) return []
    const key = textOf(entryOf(field, 'name')?.value)
    if (key === null) {
      if (!isDivider(field)) reader.report(field.line, 'This field has no “name”. Galley goes on without it.')
      return []
    }
    return key === 'body' ? [] : [fieldOf(key, field, reader)]
  })
}

function fieldOf(key: string, field: SourcedValue, reader: SettingReader): ConfiguredField {
  const widget = widgetOf(field)
  const kind = kindOf(widget, field)
  const widgetLine = entryOf(field, 'widget')?.line ?? field.line
  const format = reader.text(field, 'format')
  return reader.field(
    key,
    {
      label: reader.text(field, 'label'),
      kind: foundKind(kind, widgetLine),
      choices: choicesIn(field, reader) ?? choicesIn(entryOf(field, 'field')?.value, reader),
      isRequired: requiredOf(widget, field, reader),
      default: reader.json(field, 'default'),
      hint: reader.text(field, 'hint') ?? reader.text(field, 'comment'),
      isRare: selfFilling.has(widget) ? { value: true, line: widgetLine } : null,
    },
    {
      datePattern: kind === 'date' && format !== null ? foreignDatePattern(format.value, 'day.js') : null,
      fields: kind === 'object' || kind === 'object-list' ? innerFields(field, reader) : [],
    },
  )
}

function choicesIn(
  field: SourcedValue | undefined,
  reader: SettingReader,
): Found<readonly ConfiguredChoice[]> {
  return reader.choices(field, 'options', ['value'], ['label'])
}

/** A field without a widget is a `string`. */
function widgetOf(field: SourcedValue): string {
  return textOf(entryOf(field, 'widget')?.value) ?? 'string'
}

function kindOf(widget: string, field: SourcedValue): FieldKind | null {
  const isMultiple = isSet(field, 'multiple')
  switch (widget) {
    case 'select':
      return isMultiple ? 'list' : 'choice'
    case 'relation':
      return isMultiple ? 'list' : 'reference'
    case 'image':
      return isMultiple || isSet(field, 'allow_multiple') ? 'list' : 'image'
    case 'list':
      return innerFieldLists(field).length > 0 ? 'object-list' : 'list'
    case 'code':
      return isSet(field, 'output_code_only') ? 'long-text' : 'object'
    default:
      return kinds.get(widget) ?? null
  }
}

/**
 * Fields are required unless `required: false`: decapcms.org/docs/widgets/#common-widget-options. Not so where the CMS itself has a value
 * for whoever leaves the field alone.
 */
function requiredOf(widget: string, field: SourcedValue, reader: SettingReader): Found<boolean> {
  const written = reader.yesNo(field, 'required')
  if (written !== null) return written
  return widget === 'boolean' || selfFilling.has(widget) ? null : { value: true, line: field.line }
}

function innerFields(field: SourcedValue, reader: SettingReader): readonly ConfiguredField[] {
  return firstOfEachKey(innerFieldLists(field).flatMap((list) => decapFields(list, reader)))
}

/** `fields`, those of each of the `types`, and those of a `field` that is an object: decapcms.org/docs/widgets/list. */
function innerFieldLists(field: SourcedValue): readonly SourcedValue[] {
  const types = itemsOf(entryOf(field, 'types')?.value).map((type) => entryOf(type, 'fields')?.value)
  const lists = [entryOf(field, 'fields')?.value, ...types, valueAt(field, 'field', 'fields')]
  return lists.filter((list) => list !== undefined)
}

/** Sveltia's line between fields. */
function isDivider(field: SourcedValue): boolean {
  return textOf(entryOf(field, 'widget')?.value) === 'divider' || isSet(field, 'divider')
}
