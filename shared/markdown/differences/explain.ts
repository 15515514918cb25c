import { smallestChange } from '#shared/text/smallest-change'
import type { Repair } from './difference'
import { allRules } from './rules/all-rules'
import type { Comparison, Finding, Rule } from './rules/rule'
import { firstTextLine } from './rules/source-lines'
import { partingOf, type Shape } from './shape'

/** What both make of a source. */
export type RenderBoth = (source: string) => { readonly here: Shape; readonly there: Shape }

/** Why a stretch differs. Offsets are those of the stretch's source. */
export type Explanation = {
  readonly rule: string
  readonly isSaidOnce: boolean
  readonly lineFrom: number
  readonly message: string
  readonly repair: Repair | null
}

// repairs are rendered to be proven: a longer stretch is only shown to differ
const maxProvenLength = 20_000

/** How many tokens one shape has that the other has not. */
function distance(first: Shape, second: Shape): number {
  const counts = new Map<string, number>()
  for (const token of first) counts.set(token, (counts.get(token) ?? 0) + 1)
  for (const token of second) counts.set(token, (counts.get(token) ?? 0) - 1)
  let sum = 0
  for (const count of counts.values()) sum += Math.abs(count)
  return sum
}

/** `solved`: after the repair both show the same. `closer`: less differs; something else does still. */
function prove(comparison: Comparison, repaired: string, renderBoth: RenderBoth): 'solved' | 'closer' | null {
  const { here, there } = renderBoth(repaired)
  if (partingOf(here, there) === null) return 'solved'
  return distance(here, there) < distance(comparison.here, comparison.there) ? 'closer' : null
}

function believe(rule: Rule, comparison: Comparison, renderBoth: RenderBoth): Finding | null {
  const finding = rule.find(comparison)
  if (finding?.repair === undefined) return finding
  const { repair, ...rest } = finding
  const proof = prove(comparison, repair.source, renderBoth)
  if (proof === null && !finding.isCertain) return null
  return proof === 'solved' ? finding : rest
}

function offsetOfLine(source: string, line: number): number {
  let offset = 0
  for (let passed = 0; passed < line; passed++) offset = source.indexOf('\n', offset) + 1
  return offset
}

/** The first cause that holds; a general sentence where none does. */
export function explain(comparison: Comparison, renderBoth: RenderBoth): Explanation {
  const { source, family, name } = comparison
  if (source.length <= maxProvenLength) {
    for (const rule of allRules) {
      if (!rule.families.includes(family)) continue
      const finding = believe(rule, comparison, renderBoth)
      if (finding === null) continue
      const { repair } = finding
      const change = repair && smallestChange(source, { from: 0, to: source.length, insert: repair.source })
      return {
        rule: rule.id,
        isSaidOnce: rule.isSaidOnce ?? false,
        lineFrom: offsetOfLine(source, finding.line),
        message: finding.message,
        repair: repair && change ? { label: repair.label, change } : null,
      }
    }
  }
  return {
    rule: 'other',
    isSaidOnce: false,
    lineFrom: offsetOfLine(source, firstTextLine(source)),
    message: `${name} shows this otherwise than GitHub does.`,
    repair: null,
  }
}
