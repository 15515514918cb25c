import type { Field, FieldEdit, FieldPath, FieldValue, FrontMatter } from '#shared/front-matter/front-matter'
import { nastyKeys, nastyScalar, nastyValue, oneOf, type Random } from './nasty-values'

/** Every value of some front matter with the path that leads to it, maps' values and lists' items alike. */
export function valuesIn(frontMatter: FrontMatter): readonly Placed[] {
  return frontMatter.kind === 'fields' ? placedFields(frontMatter.fields) : []
}

/** A value with its path. */
export type Placed = { readonly path: FieldPath; readonly value: FieldValue }

function placedFields(fields: readonly Field[]): readonly Placed[] {
  return fields.flatMap(({ path, value }) => placed(path, value))
}

function placed(path: FieldPath, value: FieldValue): readonly Placed[] {
  const own = { path, value }
  if (value.kind === 'map') {
    return [own, ...value.entries.flatMap((entry) => placed([...path, entry.key], entry.value))]
  }
  if (value.kind !== 'list') return [own]
  return [own, ...value.items.flatMap((item, index) => placed([...path, index], item))]
}

/**
 * An edit of any kind with a nasty value, mostly of something that is there. One in twelve leads nowhere, so that refusing is tried too; the
 * same random sequence gives the same edits.
 */
export function randomEdit(frontMatter: FrontMatter, random: Random): FieldEdit {
  const values = valuesIn(frontMatter)
  const { path, value } = values.length === 0 ? nowhere(random) : oneOf(random, values)
  if (random() < 1 / 12) return editOf(oneOf(random, kinds), nowhere(random), random)
  const fitting = value.kind === 'list' ? listKinds : value.kind === 'map' ? mapKinds : scalarKinds
  return editOf(oneOf(random, fitting), { path, value }, random)
}

type Kind = FieldEdit['kind']

const kinds: readonly Kind[] = [
  'set',
  'clear',
  'append',
  'remove-item',
  'move-item',
  'add-key',
  'remove-key',
  'rename-key',
]
const scalarKinds: readonly Kind[] = [
  'set',
  'set',
  'set',
  'set',
  'clear',
  'append',
  'add-key',
  'add-key',
  'remove-key',
  'rename-key',
]
const listKinds: readonly Kind[] = [
  'set',
  'clear',
  'append',
  'append',
  'append',
  'remove-item',
  'remove-item',
  'move-item',
  'move-item',
  'rename-key',
]
const mapKinds: readonly Kind[] = [
  'set',
  'clear',
  'add-key',
  'add-key',
  'add-key',
  'remove-key',
  'rename-key',
]

function nowhere(random: Random): Placed {
  const path = [oneOf(random, nastyKeys), oneOf(random, [0, 1, -1, 99, 'x'])]
  return { path: random() < 0.5 ? path : path.slice(0, 1), value: { kind: 'text', text: '' } }
}

function editOf(kind: Kind, { path, value }: Placed, random: Random): FieldEdit {
  switch (kind) {
    case 'set':
      return { kind, path, value: random() < 0.75 ? nastyScalar(random) : nastyValue(random) }
    case 'append':
      return { kind, path, value: valueLike(value, random) }
    case 'remove-item':
      return { kind, path, index: indexIn(value, random) }
    case 'move-item':
      return { kind, path, from: indexIn(value, random), to: indexIn(value, random) }
    case 'add-key': {
      // most keys are added at the root, as in the form
      const into = value.kind === 'map' ? path : random() < 0.8 ? [] : path
      return { kind, path: into, key: oneOf(random, nastyKeys), value: nastyValue(random) }
    }
    case 'rename-key':
      return { kind, path, key: oneOf(random, nastyKeys) }
    default:
      return { kind, path }
  }
}

/** Mostly a value of the shape that the list's last item has. */
function valueLike(list: FieldValue, random: Random): ReturnType<typeof nastyValue> {
  const last = list.kind === 'list' ? list.items.at(-1) : undefined
  if (last?.kind === 'map' && random() < 0.8) {
    return { kind: 'map', entries: last.entries.map(({ key }) => [key, nastyScalar(random)]) }
  }
  return random() < 0.8 ? nastyScalar(random) : nastyValue(random)
}

function indexIn(list: FieldValue, random: Random): number {
  const length = list.kind === 'list' ? list.items.length : 0
  if (length === 0 || random() < 0.05) return oneOf(random, [-1, 0, 1, length, 0.5])
  return Math.floor(random() * length)
}
