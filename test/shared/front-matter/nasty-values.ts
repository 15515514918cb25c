import type { AddedValue, NewValue } from '#shared/front-matter/front-matter'

/** Gives the next number of a sequence: at least 0, below 1. The same seed gives the same sequence. */
export type Random = () => number

/** Mulberry32: small, fast and good enough to choose test cases. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** One of `choices`, which must not be empty. */
export function oneOf<Choice>(random: Random, choices: readonly Choice[]): Choice {
  return choices[Math.floor(random() * choices.length)] as Choice
}

/** Texts that some parser takes for something else, trips over, or loses a part of. */
export const nastyTexts: readonly string[] = [
  '',
  ' ',
  '  lead',
  'trail ',
  '=',
  '<<',
  '~',
  '-',
  '- a',
  '-a',
  '?',
  '? a',
  ':',
  ': a',
  'a:',
  'a: b',
  'a :b',
  'a:b',
  '::',
  'a #b',
  '#a',
  'a#b',
  'no',
  'No',
  'NO',
  'yes',
  'y',
  'n',
  'on',
  'off',
  'true',
  'False',
  'null',
  'Null',
  'nil',
  'none',
  'inf',
  'nan',
  '.inf',
  '-.INF',
  '.nan',
  '12',
  '012',
  '0o14',
  '0x1F',
  '0b11',
  '1_000',
  '1,000',
  '1e3',
  '1.',
  '.5',
  '+1',
  '-0',
  '12:30',
  '12:30:45',
  '12345678901234567890',
  '1.10',
  '2020-01-01',
  '2020-1-1',
  '2020-02-30',
  '2020-01-01 10:00',
  '2020-01-01T10:00:00Z',
  '10:00:00',
  '2020-01-01T10:00:00+02:00',
  'May 31, 2018',
  '---',
  '--- a',
  '...',
  '... a',
  '+++',
  ';;;',
  '-->',
  '{',
  '}',
  '[',
  ']',
  '{}',
  '[]',
  '{{ x }}',
  '{% raw %}',
  '{a: b}',
  '[a, b]',
  '{#if x}',
  ',',
  'a, b',
  'a,b',
  '"',
  "'",
  '"a"',
  "'a'",
  "it's",
  'say "hi"',
  '"""',
  "'''",
  '"a',
  "a'",
  '\\',
  '\\n',
  'a\\',
  '\\u0041',
  'C:\\new',
  '%',
  '%a',
  '@a',
  '`a`',
  '*a',
  '&a',
  '!a',
  '!!str a',
  '|',
  '|-',
  '>',
  '>-',
  '| a',
  '$',
  '$&',
  '$1',
  '\n',
  'a\nb',
  'a\n\nb',
  'a\nb\n',
  '\na',
  'a\r\nb',
  'a\rb',
  '\t',
  'a\tb',
  '\ta',
  '---\n',
  'a\n---\nb',
  'a\n...\nb',
  'a\n+++\nb',
  '\u00a0',
  'a\u00a0',
  '\u0085',
  'a\u2028b',
  'a\u2029b',
  '\ufeff',
  'a\ufeffb',
  '\u0001',
  '\u007f',
  '\u009f',
  '\ufffe',
  '\uffff',
  '\u{1f600}',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  'é',
  'e\u0301',
  '日本語',
  'עברית',
  'Ünï',
  'ß',
  '\u200b',
  '\u202e',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '<script>',
  '&amp;',
  '<!--',
  'a'.repeat(300),
  'word '.repeat(60),
  ' '.repeat(80),
]

/** Halves of characters, and NUL: what no language can hold, so that every edit with them must be refused. */
export const unwritableTexts: readonly string[] = ['\ud800', 'a\udc00b', '\udc00\ud800', '\0', 'a\0b']

/** Keys that a writer could type, and those that nobody should. */
export const nastyKeys: readonly string[] = [
  'title',
  'date',
  'draft',
  'tags',
  'new',
  'New',
  'a b',
  'a.b',
  'a-b',
  'a_b',
  'a:b',
  'a: b',
  'a #b',
  '"a"',
  "it's",
  'é',
  '日本',
  '\u{1f600}',
  'yes',
  'no',
  'null',
  '~',
  '12',
  '012',
  '1.5',
  '2020-01-01',
  '=',
  '<<',
  '-',
  '- a',
  '?',
  '{a}',
  '[a]',
  '*a',
  '&a',
  '!a',
  '%a',
  '@a',
  '',
  ' ',
  ' a',
  'a ',
  'a\nb',
  '\t',
  '__proto__',
  'constructor',
  'prototype',
  'length',
  'toString',
  '#a',
  '---',
  '...',
  '+++',
  'a=b',
  'a\\b',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\ud800',
  'x'.repeat(200),
]

/** Sources that stand for something else than text in one language or another, and some that stand for nothing at all. */
export const plainSources: readonly string[] = [
  '',
  'true',
  'false',
  'yes',
  'no',
  'null',
  '~',
  '0',
  '1',
  '-1',
  '012',
  '1.10',
  '1e3',
  '12345678901234567890',
  '.5',
  '2018-05-31',
  '2018-05-31T10:00:00Z',
  '2018-05-31 10:00:00 +0200',
  '2020-02-30',
  '10:00:00',
  'inf',
  'nan',
  '.inf',
  'a: b',
  '[a]',
  '{}',
  '"a"',
  '# a',
  'a\nb',
]

/** A text: a nasty one, several of them in a row, or random characters. */
export function nastyText(random: Random): string {
  const choice = random()
  if (choice < 0.5) return oneOf(random, nastyTexts)
  if (choice < 0.7) return `word ${oneOf(random, nastyTexts)} word`
  if (choice < 0.85) return oneOf(random, nastyTexts) + oneOf(random, nastyTexts)
  if (choice < 0.99) return randomCharacters(random)
  return oneOf(random, unwritableTexts)
}

function randomCharacters(random: Random): string {
  const length = Math.floor(random() * 12)
  let text = ''
  for (let index = 0; index < length; index++) {
    const limit = oneOf(random, [0x80, 0x80, 0x300, 0x3000, 0xd800])
    text += String.fromCodePoint(1 + Math.floor(random() * (limit - 1)))
  }
  return text
}

/** A single value: mostly text, sometimes a plain source. */
export function nastyScalar(random: Random): NewValue {
  return random() < 0.75
    ? { kind: 'text', text: nastyText(random) }
    : { kind: 'plain', source: oneOf(random, plainSources) }
}

/** Any value: single ones mostly, lists and maps down to `depth` levels. */
export function nastyValue(random: Random, depth = 2): AddedValue {
  const choice = random()
  if (depth === 0 || choice < 0.6) return nastyScalar(random)
  const parts = Array.from({ length: Math.floor(random() * 4) }, () => nastyValue(random, depth - 1))
  if (choice < 0.85) return { kind: 'list', items: parts }
  return { kind: 'map', entries: parts.map((part) => [oneOf(random, nastyKeys), part]) }
}
