import type { FieldKind } from '../../contract/field'
import type { ConfiguredField } from './configuration'
import { firstOfEachKey } from './first-of-each-key'
import { foreignDatePattern } from './foreign-date-pattern'
import type { FrontMatterCmsSettings } from './front-matter-cms-settings'
import { type Found, foundKind, kindsByName, type SettingReader } from './setting-reader'
import { entryOf, isSet, itemsOf, type SourcedValue, textOf } from './sourced-value'

// frontmatter.codes/docs/content-creation/fields. A `string` is one line or many, so its values decide unless `single` or `wysiwyg` does.
const kinds = kindsByName({
  number: 'number',
  datetime: 'date',
  boolean: 'yes-no',
  slug: 'text',
  fields: 'object',
  fieldCollection: 'object',
  block: 'object-list',
  json: 'other',
  list: 'list',
  tags: 'list',
  categories: 'list',
  taxonomy: 'list',
})

const maxDepth = 8

/** Where a field stands. */
type Place = {
  readonly reader: SettingReader
  readonly settings: FrontMatterCmsSettings
  /** How many fields it lies in. */
  readonly depth: number
}

/** The fields of a content type's or field group's list. A heading names the group of the fields below it. */
export function frontMatterCmsFields(
  list: SourcedValue | undefined,
  place: Place,
): readonly ConfiguredField[] {
  const { reader } = place
  if (place.depth > maxDepth) return []
  let heading: Found<string> = null
  const fields: ConfiguredField[] = []
  for (const field of itemsOf(list)) {
    if (!reader.mayReadField(field.line)) break
    const type = typeOf(field)
    const key = textOf(entryOf(field, 'name')?.value)
    if (type === 'heading') heading = reader.text(field, 'title')
    else if (type === 'divider') heading = null
    else if (key === null) reader.report(field.line, 'This field has no “name”. Galley goes on without it.')
    else fields.push(fieldOf(key, field, heading, place))
  }
  return fields
}

/** How tags and categories look where posts have them although no content type names them. */
export function taxonomyFields({ terms }: FrontMatterCmsSettings): readonly ConfiguredField[] {
  return ['tags', 'categories'].flatMap((key) => {
    const found = terms.get(key)
    return found === undefined ? [] : [found.reader.field(key, { choices: found }, { isDeclared: false })]
  })
}

function fieldOf(
  key: string,
  field: SourcedValue,
  heading: Found<string>,
  { reader, settings, depth }: Place,
): ConfiguredField {
  const type = typeOf(field)
  const terms = settings.terms.get(termsName(type, field))
  const kind = kindOf(field, settings)
  const format = reader.text(field, 'dateFormat')
  const hidden = reader.yesNo(field, 'hidden')
  const described = reader.field(
    key,
    {
      label: reader.text(field, 'title'),
      kind: foundKind(kind, entryOf(field, 'type')?.line ?? field.line),
      choices: reader.choices(field, 'choices', ['id'], ['title']),
      isRequired: reader.yesNo(field, 'required'),
      default: reader.json(field, 'default'),
      hint: reader.text(field, 'description'),
      group: heading,
      isRare: hidden?.value === true ? hidden : null,
    },
    {
      datePattern: kind === 'date' && format !== null ? foreignDatePattern(format.value, 'date-fns') : null,
      fields: innerFields(field, { reader, settings, depth: depth + 1 }),
    },
  )
  if (terms === undefined) return described
  // The terms stand in a file of their own.
  const { choices } = terms.reader.field(key, { choices: terms }).settings
  return choices === undefined ? described : { ...described, settings: { ...described.settings, choices } }
}

function kindOf(field: SourcedValue, settings: FrontMatterCmsSettings): FieldKind | null {
  const type = typeOf(field)
  const isMultiple = isSet(field, 'multiple')
  switch (type) {
    case 'string':
      // `true`, or the language that it is written in
      if (!['', 'false'].includes(textOf(entryOf(field, 'wysiwyg')?.value) ?? '')) return 'long-text'
      return isSet(field, 'single') ? 'text' : null
    case 'choice':
      return isMultiple ? 'list' : 'choice'
    case 'image':
      return isMultiple ? 'list' : 'image'
    case 'file':
      return isMultiple ? 'list' : 'text'
    case 'dataFile':
    case 'contentRelationship':
      return isMultiple ? 'list' : 'reference'
    case 'draft':
      // frontmatter.codes/docs/settings/overview#frontmatter.content.draftfield
      return textOf(entryOf(settings.draftField?.value, 'type')?.value) === 'choice' ? 'choice' : 'yes-no'
    default:
      return kinds.get(type) ?? null
  }
}

function termsName(type: string, field: SourcedValue): string {
  return type === 'taxonomy' ? (textOf(entryOf(field, 'taxonomyId')?.value) ?? '') : type
}

/** Its own `fields`, or those of the field groups that a block or collection of fields names. */
function innerFields(field: SourcedValue, place: Place): readonly ConfiguredField[] {
  const type = typeOf(field)
  if (type === 'fields') return frontMatterCmsFields(entryOf(field, 'fields')?.value, place)
  if (type !== 'block' && type !== 'fieldCollection') return []
  const group = entryOf(field, 'fieldGroup')?.value
  const names = new Set((group?.kind === 'list' ? group.items : [group]).map((name) => textOf(name)))
  const groups = place.settings.fieldGroups.filter(({ value }) =>
    names.has(textOf(entryOf(value, 'id')?.value)),
  )
  return firstOfEachKey(
    groups.flatMap(({ value, reader }) =>
      frontMatterCmsFields(entryOf(value, 'fields')?.value, { ...place, reader }),
    ),
  )
}

function typeOf(field: SourcedValue): string {
  return textOf(entryOf(field, 'type')?.value) ?? ''
}
