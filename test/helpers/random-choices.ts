/** Choices that come out the same for the same seed. */
export type RandomChoices = {
  /** A whole number from 0, below `limit`. */
  readonly below: (limit: number) => number
  readonly pick: <Value>(values: readonly Value[]) => Value
  readonly isOneIn: (number: number) => boolean
}

/** A small generator of pseudo-random choices (mulberry32). */
export function randomChoices(seed: number): RandomChoices {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    pick: (values) => {
      const value = values[below(values.length)]
      if (value === undefined) throw new Error('nothing to pick from')
      return value
    },
    isOneIn: (number) => below(number) === 0,
  }
}

const words = [
  ...[
    'Tea',
    'tea',
    'C++',
    "it's",
    'naïve',
    '日本',
    'v1.2',
    'Łódź',
    '&',
    '100%',
    '$5',
    '(odd)',
    '[x]',
    '☕',
    'foo_bar',
  ],
  ...[
    'a',
    'of',
    'The',
    '—',
    '–',
    '“quote”',
    'ß',
    'İstanbul',
    'Σίσυφος',
    '#tag',
    '@home',
    '~',
    '--',
    '-',
    '.',
    '...',
  ],
  ...[
    'e\u0301te',
    'ﬁn',
    '½',
    'Ⅳ',
    '한국어',
    'Привет',
    'x/y',
    'semi;',
    'co,mma',
    '=',
    '+',
    '*',
    '!',
    '?',
    '^',
    '|',
  ],
  ...[
    'iPhone',
    '2024',
    '3',
    'ǅ',
    'ŉ',
    '\u00a0',
    '\u200d',
    '👩‍👩‍👧',
    '\u2028x',
    'don’t',
    'e.g.',
    'CamelCase',
    '{b}',
    '<em>',
  ],
]

/** A title of some words, many of them hard on slugs. */
export function randomTitle({ below, pick }: RandomChoices): string {
  const separators = [' ', ' ', ' ', '  ', '-', '_', '']
  let title = ''
  for (let left = 1 + below(6); left > 0; left--) title += pick(words) + (left > 1 ? pick(separators) : '')
  return title
}
