import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ProgramFiles, ProgramModules, programFiles } from '#shared/site/profiles/program/modules'
import {
  isDate,
  isObject,
  objectOf,
  type ProgramValue,
  unknown,
} from '#shared/site/profiles/program/program-value'

function read(text: string, others: Readonly<Record<string, string>> = {}, steps = 100_000): unknown {
  const files: ProgramFiles = programFiles(new Map(Object.entries({ 'src/x.ts': text, ...others })))
  const reading = {
    now: Date.parse('2026-11-22'),
    zone: 'Asia/Tokyo',
    environment: objectOf({ PROD: true }),
    steps,
  }
  return plain(new ProgramModules(files, () => null, reading).exported('src/x.ts', 'default'))
}

function plain(value: ProgramValue): unknown {
  if (value === unknown) return '?'
  if (Array.isArray(value)) return value.map(plain)
  if (isDate(value)) return new Date(value.instant)
  return isObject(value)
    ? Object.fromEntries([...value.fields].map(([key, field]) => [key, plain(field)]))
    : value
}

const known: readonly string[] = [
  ...[
    '1 + 2 * 3',
    '"a" + 1',
    `\`x\${1 + 1}y\\n\``,
    '!0 && "b"',
    'null ?? 3',
    'undefined?.a',
    '[1, 2].at(-1)',
    '({ a: 1 }).a',
  ],
  ...[
    '"A b".toLowerCase().split(" ")',
    '"2024-05-06-x".replace(/^\\d{4}-\\d{2}-\\d{2}-/, "")',
    '"a/b/c".split("/").slice(0, -1).join("/")',
  ],
  ...[
    '[1, 2, 3].filter((n) => n % 2 === 1).map((n) => ({ n }))',
    '[[1], [2]].flatMap((x) => x)',
    '["", ["a"]].join("/")',
  ],
  ...[
    'new Date("2024-05-06").toISOString()',
    'new Date(0).getTime() < 1',
    '(({ a = 2, b: [c, ...d] }) => [a, c, d])({ b: [1, 2, 3] })',
  ],
  ...[
    '(() => { const a = 1; if (a > 1) return "no"; return a ? "yes" : "no" })()',
    '(function () { let s = 1; s = 2; return s })()',
  ],
  ...[
    '(() => { const all = []; for (const x of [1, 2]) all.push(x * 2); return all })()',
    '[..."ab".split(""), 3]',
    '({ ...{ a: 1 }, b: 2 })',
  ],
  ...[
    'String(5).padStart(2, "0")',
    'typeof 1 === "number" ? 1 : 2',
    '(1 as any) satisfies number',
    '(x => x)(7)',
    '"abc"[1]',
    '-"3"',
  ],
]

test.each(known.filter((program) => !program.startsWith('typeof')))(
  '%s is what it is to JavaScript',
  (program) => {
    const script = program.replace(' as any', '').replace(' satisfies number', '')
    const expected: unknown = new Function(`return (${script})`)()
    expect(read(`export default ${program}`)).toEqual(expected)
  },
)

test('days are those of the machine’s zone, or of UTC', () => {
  expect(
    read(
      'const d = new Date("2024-05-31T20:00:00Z")\nexport default [d.getMonth() + 1, d.getDate(), d.getUTCDate()]',
    ),
  ).toEqual([6, 1, 31])
})

test('names come from other files, by way of aliases and renamed exports', () => {
  const others = {
    'src/lib/a.ts':
      'const one = 1\nexport { one as two }\nexport * from "./b"\nexport default (n: number) => n + one\n',
    'src/lib/b.js': 'export function three() { return four }\nconst four = 4\n',
  }
  const text = 'import add, { two as five, three } from "@/lib/a"\nexport default [add(five), three()]\n'
  expect(read(text, others)).toEqual([2, 4])
})

test.each([
  ...[
    'await fetch("x")',
    'process.env.X',
    'Math.random()',
    'eval("1")',
    'new Function("return 1")()',
    'globalThis.x',
    'import("x")',
  ],
  ...[
    '(() => { while (true) {} })()',
    '(() => { try { return 1 } catch {} })()',
    'x => x',
    '"a".constructor("b")',
    '"x".repeat(1e9)',
  ],
  ...[
    '(function f() { return f() })()',
    '({}).__proto__.x = 1',
    '"a".match(/a/)',
    '"a".normalize("x")',
    'new Date(9e15).toISOString()',
  ],
])('%s is unknown', (program) => {
  const value = read(`export default ${program}`)
  expect(typeof value === 'object' || value === '?').toBe(true)
})

test.each([
  'const f = (a, n) => (n > 0 ? f([...a, ...a], n - 1) : a)\nexport default f([1], 16)',
  'const f = (a, n) => (n > 0 ? f(a + a, n - 1) : a)\nexport default f("ab", 16)',
  'const f = (a, n) => (n > 0 ? f(a.concat(a), n - 1) : a)\nexport default f([1], 16)',
  'const f = (a, n) => (n > 0 ? f(a.replaceAll("a", a), n - 1) : a)\nexport default f("aaaa", 3)',
  'const f = (a, n) => (n > 0 ? f([a, a, a].join(a), n - 1) : a)\nexport default f("ab", 7)',
  'const f = (a, n) => { a.push(...a); return n > 0 ? f(a, n - 1) : a }\nexport default f([1], 16)',
])('memory is bounded: %s', (text) => {
  const value = read(text)
  expect(value === '?' || (Array.isArray(value) && value.length <= 20_000)).toBe(true)
})

test('a function that calls itself without end is given up', () => {
  expect(read('const f = (n) => f(n + 1)\nexport default f(1)')).toBe('?')
})

test('any text ends in some value, soon and without an error', () => {
  const piece = fc.constantFrom(
    ...[
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      '=>',
      '`',
      '${',
      '...',
      'x',
      'f',
      '1',
      '"a"',
      '.map',
      ',',
      '?',
      ':',
      '??',
      ';',
      ' ',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      read(`const f = (x) => f(x)\nconst x = [1]\nexport default ${pieces.join('')}`, {}, 2000)
    }),
    { numRuns: 300 },
  )
  read(`export default ${'('.repeat(50_000)}`)
  read(`export default ${'[1,'.repeat(20_000)}`)
})
