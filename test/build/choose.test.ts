import { describe, expect, test } from 'vitest'
import { choose } from '../../build/testing/choose.mjs'
import { steps } from '../../build/testing/steps.mjs'

function chosenBy(...words: string[]) {
  const { chosen, files } = choose(words)
  return { steps: chosen.map(({ name }) => name), files }
}

describe('npm test', () => {
  test('runs every step without words', () => {
    expect(chosenBy()).toEqual({ steps: steps.map(({ name }) => name), files: [] })
  })

  test('runs the steps that are named, in their own order', () => {
    expect(chosenBy('lint', 'types')).toEqual({ steps: ['types', 'lint'], files: [] })
  })

  test('runs what a step needs before it', () => {
    expect(chosenBy('e2e').steps).toEqual(['build', 'browser', 'e2e'])
  })

  test('takes any other word for a part of a test file’s path', () => {
    expect(chosenBy('front-matter')).toEqual({
      steps: ['build', 'browser', 'unit', 'e2e'],
      files: ['front-matter'],
    })
    expect(chosenBy('unit', 'cli')).toEqual({ steps: ['build', 'browser', 'unit'], files: ['cli'] })
  })
})
