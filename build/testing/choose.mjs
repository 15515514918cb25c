import { steps } from './steps.mjs'

/** What each step needs to have run before it. */
const needs = /** @type {Readonly<Record<string, readonly string[]>>} */ ({
  unit: ['build', 'browser'],
  e2e: ['build', 'browser'],
})

/**
 * The steps that words on the command line choose. A step's name chooses that step and what it needs; any other word chooses
 * test files by a part of their path. Without words everything runs.
 *
 * @param {readonly string[]} words
 */
export function choose(words) {
  const named = words.filter((word) => steps.some(({ name }) => name === word))
  const files = words.filter((word) => !named.includes(word))
  if (words.length === 0) return { chosen: steps, files }
  const wanted = named.length > 0 ? named : steps.flatMap(({ name, hasFiles }) => (hasFiles ? [name] : []))
  const withNeeds = new Set(wanted.flatMap((name) => [...(needs[name] ?? []), name]))
  return { chosen: steps.filter(({ name }) => withNeeds.has(name)), files }
}
