import type { FieldValue, FrontMatter } from '../../front-matter/front-matter'
import type { PlainValue, PlainValues } from './template-context'

/** A post's front matter as its templates see it. */
export function pageValuesOf(frontMatter: FrontMatter): PlainValues {
  if (frontMatter.kind !== 'fields') return {}
  return Object.fromEntries(frontMatter.fields.map(({ key, value }) => [key, plainValue(value)]))
}

function plainValue(value: FieldValue): PlainValue {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'plain':
      return scalar(value.type, value.source)
    case 'list':
      return value.items.map(plainValue)
    case 'map':
      return Object.fromEntries(value.entries.map((entry) => [entry.key, plainValue(entry.value)]))
  }
}

function scalar(type: 'date' | 'number' | 'yes-no' | 'null', source: string): PlainValue {
  if (type === 'null') return null
  if (type === 'yes-no') return /^(?:true|yes|on|y)$/i.test(source)
  if (type === 'date') return source
  const number = Number(source.replaceAll('_', ''))
  return Number.isFinite(number) ? number : source
}
