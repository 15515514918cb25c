import { EditorState } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { readFrontMatter } from '#shared/front-matter/read'
import { frontMatterField, locateOptions } from '../../../renderer/editor/front-matter-field'
import { frontMatterFold, setRawFrontMatter } from '../../../renderer/editor/front-matter-fold'
import { frontMatterProblems } from '../../../renderer/editor/front-matter-problems'

const open = (doc: string) =>
  EditorState.create({ doc, extensions: [locateOptions.of({}), frontMatterField, frontMatterFold] })

/** The quickest of some runs: what else the machine does is none of the cost. */
function quickestMs(run: (turn: number) => void): number {
  const times = Array.from({ length: 10 }, (_, turn) => {
    const started = performance.now()
    run(turn)
    return performance.now() - started
  })
  return Math.min(...times)
}

test('long front matter that is typed as text is located at each key, and read when somebody asks', () => {
  const text = `---\n${Array.from({ length: 4000 }, (_, n) => `key${n}: "value ${n}"\n`).join('')}---\n`
  let state = open(text).update({ effects: setRawFrontMatter.of(true) }).state
  const reading = quickestMs(() => readFrontMatter(text))
  const typing = quickestMs((turn) => {
    state = state.update({ changes: { from: 12 + turn, insert: 'x' } }).state
  })
  expect(typing).toBeLessThan(reading / 4)
  const { frontMatter } = state.field(frontMatterField)
  expect(frontMatter.kind === 'fields' && frontMatter.fields[0]?.value).toMatchObject({
    text: expect.stringContaining('xxxxxxxxxx'),
  })
  expect(state.field(frontMatterField).frontMatter).toBe(frontMatter)
})

describe('the problems of front matter', () => {
  /** Each problem's text with its severity and words. */
  const problemsIn = (text: string) => {
    const state = open(text)
    return frontMatterProblems(state).map(({ from, to, severity, message }) => ({
      at: state.sliceDoc(from, to),
      severity,
      message,
    }))
  }

  test('are none where all is well, or where there is none', () => {
    expect(problemsIn('---\ntitle: A\n---\n')).toEqual([])
    expect(problemsIn('# A\n')).toEqual([])
  })

  test('name a mistake’s line and reason, from the mistake to the end of its line', () => {
    expect(problemsIn('---\ntitle: A\nsub: B: C # why\n---\n')).toEqual([
      { at: 'B: C # why', severity: 'error', message: expect.stringMatching(/^Line 3: .*second/) },
    ])
  })

  test('never point at nothing', () => {
    for (const text of [
      '---\ntitle: [\n---\n',
      '---\n\n---\n\n---\nx',
      '---\ntitle: "A\n---\n',
      '---\n',
      '---\na',
    ])
      for (const { at } of problemsIn(text)) expect(at).not.toBe('')
  })

  test('warn of each of two equal keys, and tell once of what cannot be edited as a whole', () => {
    expect(problemsIn('---\na: 1\na: {b: 1}\nc: 2\n---\n')).toMatchObject([
      { at: 'a', severity: 'warning', message: expect.stringContaining('Line 2') },
      { at: 'a', severity: 'warning', message: expect.stringContaining('Line 3') },
    ])
    expect(problemsIn('---\na: &x {b: 1, c: 2}\nd: *x\n---\n')).toMatchObject([
      { at: 'a', severity: 'info' },
      { at: 'd', severity: 'info' },
    ])
  })
})
