import type { FieldValue } from '#shared/front-matter/front-matter'

/** A value on one line, for reading. */
export function describeValue(value: FieldValue): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'plain':
      return value.source
    case 'list':
      return value.items.map(describeValue).join(', ')
    case 'map':
      return value.entries.map(({ key, value: entry }) => `${key}: ${describeValue(entry)}`).join(' · ')
  }
}
