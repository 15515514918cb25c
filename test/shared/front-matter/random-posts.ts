import type { LocateOptions } from '#shared/front-matter/front-matter'
import { oneOf, type Random } from './nasty-values'

/** A post's text, and what its site's evidence says of it. */
export type RandomPost = { readonly text: string; readonly options: LocateOptions }

const body = '\nBody: text\n\n---\n\n+++\n\nMore.'

/** A post with YAML front matter in any dialect, line ending, indentation, quoting and list style, with comments and blank lines between. */
export function randomYamlPost(random: Random): RandomPost {
  const openerless = random() < 0.15
  const close = oneOf(random, openerless ? ['...', '---'] : ['---', '---', '...'])
  const isFlow = !openerless && random() < 0.05
  const lines = isFlow ? [flowMap(random, 2)] : mapLines(random, '', 2)
  // a blank line in an opener-less block makes prose of it in some places
  const block = openerless
    ? [`slug: ${plainWord(random)}`, ...lines.filter((line) => line !== '')]
    : ['---', ...lines]
  const text = `${[...block, close].join('\n')}\n${body}`
  return finished(text, random, { openerless })
}

/** A post with TOML front matter. */
export function randomTomlPost(random: Random): RandomPost {
  const names = shuffled(random, ['title', 'date', 'draft', 'tags', 'weight', 'extra', '"a b"'])
  const lines = names
    .slice(0, 2 + Math.floor(random() * 5))
    .flatMap((name) => [
      ...(random() < 0.15 ? [`# about ${name}`] : []),
      `${name}${oneOf(random, [' = ', '=', '  =  '])}${tomlValue(random)}${random() < 0.1 ? ' # why' : ''}`,
    ])
  const tables =
    random() < 0.5 ? ['', '[params]', `color = ${tomlValue(random)}`, `  size = ${tomlValue(random)}`] : []
  const text = `${['+++', ...lines, ...tables, '+++'].join('\n')}\n${body}`
  return finished(text, random, {})
}

/** A post with JSON front matter in any of its three dialects. */
export function randomJsonPost(random: Random): RandomPost {
  const names = shuffled(random, ['title', 'date', 'draft', 'tags', 'weight', 'a b', 'é'])
  const value = Object.fromEntries(
    names.slice(0, 1 + Math.floor(random() * 5)).map((name) => [name, jsonValue(random, 2)]),
  )
  const json = JSON.stringify(value, null, oneOf(random, [0, 2, 4, '\t']))
  const text = oneOf(random, [`${json}\n${body}`, `;;;\n${json}\n;;;\n${body}`, `<!-- ${json} -->\n${body}`])
  return finished(text, random, {})
}

/** A post with Pelican's headers. */
export function randomPelicanPost(random: Random): RandomPost {
  const names = shuffled(random, ['Title', 'Date', 'Tags', 'Slug', 'Summary', 'Authors'])
  const lines = names
    .slice(0, 1 + Math.floor(random() * 5))
    .map(
      (name) => `${name}: ${oneOf(random, ['A', 'a, b', 'May 1', '', 'one\n    two', '2020-01-01 10:00'])}`,
    )
  return finished(`${lines.join('\n')}\n${body}`, random, { pelican: true })
}

function finished(text: string, random: Random, options: LocateOptions): RandomPost {
  const ended = random() < 0.25 ? text.replaceAll('\n', '\r\n') : text
  return { text: random() < 0.05 ? `\ufeff${ended}` : ended, options }
}

const names = [
  'title',
  'date',
  'draft',
  'tags',
  'author',
  'summary',
  'params',
  'x',
  '"a b"',
  "'q'",
  'é',
  '2018',
  'yes',
  'a.b',
]

function mapLines(random: Random, indent: string, depth: number): readonly string[] {
  const keys = shuffled(random, names).slice(0, 1 + Math.floor(random() * (depth === 2 ? 6 : 3)))
  return keys.flatMap((key) => [
    ...(random() < 0.12 ? [`${indent}# about ${key}`] : []),
    ...entryLines(random, indent, key, depth),
    ...(random() < 0.06 ? [''] : []),
  ])
}

function entryLines(random: Random, indent: string, key: string, depth: number): readonly string[] {
  const choice = random()
  const comment = random() < 0.12 ? '  # why' : ''
  if (depth === 0 || choice < 0.5) {
    return [`${indent}${key}:${oneOf(random, [' ', ' ', '   '])}${scalar(random)}${comment}`]
  }
  if (choice < 0.6) return [`${indent}${key}: ${flowList(random, 1)}${comment}`]
  if (choice < 0.64) return [`${indent}${key}: ${flowMap(random, 1)}${comment}`]
  if (choice < 0.68) return [`${indent}${key}:${comment}`]
  if (choice < 0.72) return [`${indent}${key}: [`, `${indent}  a,${comment}`, `${indent}  'b'`, `${indent}]`]
  if (choice < 0.8) {
    const header = oneOf(random, ['|', '>', '|-', '>-', '|+'])
    return [
      `${indent}${key}: ${header}`,
      `${indent}  some text`,
      `${indent}  and more`,
      ...(random() < 0.3 ? ['', `${indent}  end`] : []),
    ]
  }
  if (choice < 0.92)
    return [`${indent}${key}:${comment}`, ...listLines(random, indent + oneOf(random, ['', '  ']), depth - 1)]
  return [`${indent}${key}:${comment}`, ...mapLines(random, `${indent}  `, depth - 1)]
}

function listLines(random: Random, indent: string, depth: number): readonly string[] {
  const isMaps = depth > 0 && random() < 0.3
  return Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
    if (!isMaps) return [`${indent}- ${scalar(random)}${random() < 0.1 ? ' # item' : ''}`]
    return [
      `${indent}- name: ${scalar(random)}`,
      ...(random() < 0.5 ? [`${indent}  url: ${scalar(random)}`] : []),
    ]
  }).flat()
}

function flowList(random: Random, depth: number): string {
  const items = Array.from({ length: Math.floor(random() * 4) }, () =>
    depth > 0 && random() < 0.1 ? flowMap(random, 0) : flowScalar(random),
  )
  return oneOf(random, [
    `[${items.join(', ')}]`,
    `[${items.join(',')}]`,
    items.length > 0 ? `[ ${items.join(', ')} ]` : '[]',
  ])
}

function flowMap(random: Random, depth: number): string {
  const keys = shuffled(random, ['a', 'b', '"c"', 'd e']).slice(0, 1 + Math.floor(random() * 3))
  return `{${keys.map((key) => `${key}: ${depth > 0 && random() < 0.3 ? flowList(random, depth - 1) : flowScalar(random)}`).join(', ')}}`
}

function plainWord(random: Random): string {
  return oneOf(random, ['A', 'some words', "it's", 'Ünï', 'May 31 2018'])
}

function flowScalar(random: Random): string {
  return oneOf(random, ['a', 'b c', '"d"', "'e, f'", '12', '2018-05-31', 'true', '~', '"say \\"hi\\""'])
}

function scalar(random: Random): string {
  return oneOf(random, [
    'A title',
    'a, b',
    '"B: c"',
    "'it''s'",
    '""',
    '12',
    '012',
    '1.10',
    'yes',
    'true',
    '~',
    '2018-05-31',
    '2018-05-31 10:00:00 +0200',
    '{{ x }}',
    '"no"',
    'May 31, 2018',
    '!!str 12',
    '12:30',
  ])
}

function tomlValue(random: Random): string {
  return oneOf(random, [
    '"a"',
    "'b'",
    '""',
    '12',
    '1.5',
    'true',
    '2018-05-31',
    '2018-05-31T10:00:00Z',
    '[]',
    '["a", "b"]',
    "['a',\n  'b', # why\n]",
    '{ x = 1, y = "z" }',
    '"""\nmany\nlines"""',
  ])
}

function jsonValue(random: Random, depth: number): unknown {
  if (depth > 0 && random() < 0.15)
    return Array.from({ length: Math.floor(random() * 3) }, () => jsonValue(random, depth - 1))
  if (depth > 0 && random() < 0.1) return { a: jsonValue(random, depth - 1), b: jsonValue(random, depth - 1) }
  return oneOf(random, ['a', 'b "c"', '', 'é\n', 12, 1.5, true, false, null, '2018-05-31'])
}

function shuffled<Item>(random: Random, items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => [random(), item] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, item]) => item)
}
