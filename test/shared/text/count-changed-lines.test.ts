import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countChangedLines } from '#shared/text/count-changed-lines'

describe('counted as changed', () => {
  test.each([
    { what: 'nothing in equal texts', before: 'a\nb', after: 'a\nb', count: 0 },
    { what: 'a line that was rewritten', before: 'a\nb\nc', after: 'a\nB\nc', count: 1 },
    { what: 'a line that came', before: 'a\nb', after: 'a\nx\nb', count: 1 },
    { what: 'lines that went', before: 'a\nb\nc\nd', after: 'a\nd', count: 2 },
    { what: 'one line made three', before: 'a\nb\nc', after: 'a\nx\ny\nz\nc', count: 3 },
    { what: 'two lines far apart', before: 'a\nb\nc\nd\ne', after: 'A\nb\nc\nd\nE', count: 2 },
    { what: 'a line that moved, twice', before: 'a\nb\nc\nd', after: 'b\nc\nd\na', count: 2 },
    { what: 'an ending that went', before: 'a\r\nb', after: 'a\nb', count: 1 },
    { what: 'a text that came', before: '', after: 'a\nb', count: 2 },
  ])('$what', ({ before, after, count }) => expect(countChangedLines(before, after)).toBe(count))

  test('far apart texts in a moment, as one place', () => {
    const text = (word: string) => Array.from({ length: 20_000 }, (_, line) => `${word} ${line}`).join('\n')
    const started = performance.now()
    expect(countChangedLines(text('tea'), `${text('coffee')}\nend`)).toBe(20_001)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

/** The fewest lines that must go and come, by the textbook's table. */
function fewestSteps(old: readonly string[], now: readonly string[]): number {
  let row = Array.from({ length: now.length + 1 }, (_, column) => column)
  for (const [index, line] of old.entries()) {
    const next = [index + 1]
    for (const [column, other] of now.entries())
      next.push(line === other ? (row[column] ?? 0) : Math.min(row[column + 1] ?? 0, next[column] ?? 0) + 1)
    row = next
  }
  return row[now.length] ?? 0
}

test('never more than the fewest lines that went and came, never less than half of them', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(lines, lines, (old, now) => {
      const steps = fewestSteps(old, now)
      const count = countChangedLines(old.join('\n'), now.join('\n'))
      expect(count).toBeLessThanOrEqual(steps)
      expect(count).toBeGreaterThanOrEqual(steps / 2)
    }),
    { numRuns: 2000 },
  )
})
