import { load } from 'js-yaml'
import jsYaml3 from 'js-yaml3'

/** A scalar as the generators written in JavaScript have it. */
export type JavascriptScalar = string | number | boolean | null | Date

const readers = {
  3: (text: string): unknown => jsYaml3.safeLoad(text),
  4: (text: string): unknown => load(text),
}
// what js-yaml may take for a number or a time; words that are flags are told apart already
const mayBeTyped = /^[-+.]?[\d.][\w.:+\- \t]{0,60}$/

/**
 * What js-yaml makes of a value that the list of posts has as text: 3 is in gray-matter (Docusaurus, Gatsby), 4 in Astro. undefined
 * for a list or map.
 */
export function jsYamlScalar(
  value: unknown,
  isQuoted: boolean,
  version: 3 | 4,
): JavascriptScalar | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value
  if (typeof value !== 'string') return undefined
  if (isQuoted || !mayBeTyped.test(value) || /:\s/.test(value)) return value
  try {
    const typed = readers[version](value)
    return typeof typed === 'number' || typed instanceof Date ? typed : value
  } catch {
    // not a scalar by itself: it is the text that it is
    return value
  }
}
