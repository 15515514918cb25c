/// <reference path="../../../shared/front-matter/yaml/js-yaml3.d.ts" />

import { load } from 'js-yaml'
import jsYaml3 from 'js-yaml3'
import { parse } from 'yaml'
import type { EditResult, LocateOptions } from '#shared/front-matter/front-matter'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { applyTextChanges } from '#shared/text/text-change'

/** The text after an edit that must have succeeded, and by one contiguous change at most. */
export function changed(text: string, result: EditResult): string {
  if (result.kind === 'refused')
    throw new Error(`refused (${result.refusal.reason}): ${result.refusal.message}`)
  if (result.changes.length > 1) throw new Error('more than one change')
  return applyTextChanges(text, result.changes)
}

/** The reason of an edit that must have been refused. */
export function reasonOf(result: EditResult): string {
  if (result.kind === 'changed') throw new Error(`changed: ${JSON.stringify(result.changes)}`)
  return result.refusal.reason
}

/** The front matter as four parsers read it on their own, without any of the code under test but the delimiters. */
export function parsedByAll(text: string, options?: LocateOptions): readonly Record<string, unknown>[] {
  const located = locateFrontMatter(text, options)
  if (located.kind !== 'found') throw new Error('no front matter')
  const block = text.slice(located.block.from, located.block.to)
  return [
    parse(block, { version: '1.1', logLevel: 'error' }),
    parse(block, { version: '1.2', logLevel: 'error' }),
    jsYaml3.safeLoad(block) as Record<string, unknown>,
    load(block) as Record<string, unknown>,
  ]
}

/** The lines of `after` that are not the same line of `before`; both must have equally many. */
export function changedLines(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  if (old.length !== now.length) throw new Error(`${old.length} lines became ${now.length}`)
  return now.filter((line, index) => line !== old[index])
}
