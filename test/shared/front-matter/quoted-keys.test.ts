import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { quotedKeys } from '#shared/front-matter/quoted-keys'

test.each([
  ['date: "2024-01-01"\ntitle: A', ['date']],
  ["date: '2024-01-01'", ['date']],
  ['date: 2024-01-01', []],
  ['published:\n  "false"', ['published']],
  ['"date": "x"\n\'b\': 2', ['date']],
  ['text: |\n  a: "b"\nlist:\n  - "x"\nmap:\n  inner: "x"', ['text']],
  ['date: !!str 2024-01-01', ['date']],
  ['date: &d "2024-01-01"', ['date']],
  ['  date: "2024"\n  map:\n    inner: "x"', ['date']],
  ['title: say "x"\nflow: ["a"]', []],
  ['my key : "x"', ['my key']],
])('YAML %j', (block, keys) => {
  expect([...quotedKeys(block, 'yaml', {})]).toEqual(keys)
})

test('TOML: texts above the first table', () => {
  expect([...quotedKeys('date = "2024-01-01"\nd = 2024-01-01\n[a]\nb = "x"', 'toml', {})]).toEqual(['date'])
})

test('JSON: every text', () => {
  expect([...quotedKeys('', 'json', { date: '2024', draft: true })]).toEqual(['date'])
})

test('takes no time for a hostile block', () => {
  const started = performance.now()
  quotedKeys(`${'a: '.repeat(200_000)}\n${'\t'.repeat(200_000)}\n${'k:\n'.repeat(100_000)}`, 'yaml', {})
  expect(performance.now() - started).toBeLessThan(500)
})
