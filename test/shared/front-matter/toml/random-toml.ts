import { parse } from 'smol-toml'
import { oneOf, type Random } from '../nasty-values'

const keys = [
  'title',
  'date',
  'tags',
  'draft',
  'weight',
  'slug',
  'summary',
  'cover',
  'author',
  'menu',
  '"two words"',
  "'q.x'",
  'x_1',
  '"é"',
  '42',
]
const scalars = [
  '"A title"',
  "'literal'",
  '""',
  "''",
  '"esc \\" \\\\ \\u00e9 \\n"',
  '"""\nlines\n  of "text"\n"""',
  '"""one"""',
  "'''\nraw \\n\n'''",
  "'''x'''",
  '"""\\\n   folded \\\n   here"""',
  '1',
  '-17',
  '1_000',
  '0xFF',
  '3.14',
  '1e10',
  'inf',
  'nan',
  'true',
  'false',
  '2024-05-31',
  '2024-05-31T10:00:00Z',
  '2024-05-31T10:00:00+02:00',
  '2024-05-31 10:00:00.5',
  '07:32:00',
]
const comments = ['# note', '#x', '# "quote [', '# a = 1']

/** A TOML block: keys, headings, lists of tables, dotted keys and comments, in any of TOML's ways of writing. */
export function randomValidToml(random: Random): string {
  for (let attempt = 0; attempt < 20; attempt++) {
    const block = randomToml(random)
    if (isToml(block)) return block
  }
  return 'title = "A"\n'
}

function isToml(block: string): boolean {
  try {
    parse(block)
    return true
  } catch {
    // a key was chosen twice
    return false
  }
}

function randomToml(random: Random): string {
  const lines = several(random, 6, () => rootLine(random))
  const tables = several(random, 4, () => table(random))
  const text = [...lines, ...tables].map((line) => `${line}\n`).join('')
  return rarely(random, 5) ? text.replaceAll('\n', '\r\n') : text
}

function rootLine(random: Random): string {
  if (rarely(random, 8)) return oneOf(random, comments)
  if (rarely(random, 12)) return ''
  return keyValue(random, '')
}

function keyValue(random: Random, indent: string): string {
  const gap = oneOf(random, [' = ', ' = ', '=', '   = ', ' ='])
  const comment = rarely(random, 5) ? ` ${oneOf(random, comments)}` : ''
  return `${indent}${keyPath(random)}${gap}${value(random, 0)}${comment}`
}

function keyPath(random: Random): string {
  const key = oneOf(random, keys)
  return rarely(random, 5) ? `${key}${oneOf(random, ['.', ' . '])}${oneOf(random, keys)}` : key
}

function value(random: Random, depth: number): string {
  const kind = depth < 2 ? random() : 0
  if (kind < 0.6) return oneOf(random, scalars)
  if (kind < 0.9) return list(random, depth)
  const pairs = several(
    random,
    3,
    (index) =>
      `${oneOf(random, ['a', 'b', 'c'])}${index}${oneOf(random, [' = ', '='])}${value(random, depth + 2)}`,
  )
  const padding = oneOf(random, ['', ' '])
  return `{${padding}${pairs.join(', ')}${padding}}`
}

function list(random: Random, depth: number): string {
  const items = several(random, 3, () => value(random, depth + 1))
  if (rarely(random, 2))
    return `[${items.join(oneOf(random, [', ', ',', ' , ']))}${items.length > 0 && rarely(random, 5) ? ',' : ''}]`
  const indent = oneOf(random, ['  ', '    ', '\t'])
  const lines = items.map((item, index) => {
    const comma = index < items.length - 1 || rarely(random, 2) ? ',' : ''
    const own = rarely(random, 6) ? `${indent}${oneOf(random, comments)}\n` : ''
    return `${own}${indent}${item}${comma}${rarely(random, 4) ? ` ${oneOf(random, comments)}` : ''}\n`
  })
  return `[${rarely(random, 8) ? ` ${oneOf(random, comments)}` : ''}\n${lines.join('')}]`
}

function table(random: Random): string {
  const name = rarely(random, 3)
    ? `${oneOf(random, ['extra', 'params', 'menu'])}.${oneOf(random, keys)}`
    : oneOf(random, ['extra', 'taxonomies', 'params', 'menu', '"a b"'])
  const indent = oneOf(random, ['', '', '  '])
  const lines = several(random, 3, () => keyValue(random, indent))
  const heading = rarely(random, 3) ? `[[${name}]]` : `[${name}]`
  const repeated =
    heading.startsWith('[[') && rarely(random, 2)
      ? [heading, ...several(random, 2, () => keyValue(random, indent))]
      : []
  const above = rarely(random, 3) ? [] : ['']
  const note = rarely(random, 6) ? [oneOf(random, comments)] : []
  const behind = rarely(random, 8) ? ` ${oneOf(random, comments)}` : ''
  return [...above, ...note, `${heading}${behind}`, ...lines, ...repeated].join('\n')
}

/** True once in `times`. */
function rarely(random: Random, times: number): boolean {
  return random() < 1 / times
}

/** From none up to `most` of what `make` makes. */
function several<Made>(random: Random, most: number, make: (index: number) => Made): readonly Made[] {
  return Array.from({ length: Math.floor(random() * (most + 1)) }, (_, index) => make(index))
}
