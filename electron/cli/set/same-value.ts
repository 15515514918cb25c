import type { AddedValue, FieldValue } from '#shared/front-matter/front-matter'
import type { GivenValue } from './field-task'

/** Whether a post has just this value; words from the command line are compared as words, whatever the file takes them for. */
export function isSameValue(value: FieldValue, given: GivenValue): boolean {
  if (given.kind === 'json') return JSON.stringify(shapeOf(value)) === JSON.stringify(shapeOf(given.value))
  return (
    (value.kind === 'text' && value.text === given.text) ||
    (value.kind === 'plain' && value.source === given.text)
  )
}

function shapeOf(value: FieldValue | AddedValue): unknown {
  switch (value.kind) {
    case 'text':
      return ['text', value.text]
    case 'plain':
      return ['plain', value.source]
    case 'list':
      return value.items.map((item) => shapeOf(item))
    case 'map':
      return value.entries.map((entry) =>
        'key' in entry ? [entry.key, shapeOf(entry.value)] : [entry[0], shapeOf(entry[1])],
      )
  }
}
