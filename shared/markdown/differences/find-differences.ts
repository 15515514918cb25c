import { differenceBetween } from '#shared/text/smallest-change'
import { dialectOf } from '../flavours/dialects'
import { type FlavourOrSetup, setupOf } from '../flavours/setup'
import { commonMark } from './common-mark'
import type { Difference } from './difference'
import { type Explanation, explain } from './explain'
import { familyOf } from './family'
import { hideTemplates } from './hide-templates'
import { withoutOwnMarkup } from './own-markup'
import { type ReadBlock, Reading } from './reading'
import { countOf, without } from './rules/elements'
import { partingOf, type Shape, shapeOf } from './shape'
import { type Stretch, stretchesOf } from './stretches'

/** Finds what reads otherwise than on GitHub, again after each edit and then only where the edit had a say. */
export type DifferenceFinder = {
  /** The differences of `body`, in order. At most `maxDifferences`. */
  find(body: string): readonly Difference[]
}

/** More marks than these help nobody. */
export const maxDifferences = 200

/** A stretch compared: null where both show the same, or where only markup that is meant for the generator differs. */
type Compared = { readonly here: Shape; readonly there: Shape; readonly explanation: Explanation } | null

const htmlOf = (blocks: readonly ReadBlock[]): string =>
  blocks.length === 1 ? (blocks[0]?.html ?? '') : blocks.map(({ html }) => html).join('')

/** Whether tags typed by the writer only got another paragraph around them: the browser sorts out what cannot stand in one. */
function isSameOfHtml(here: Shape, there: Shape): boolean {
  const links = (shape: Shape) => [...new Set(shape.filter((token) => token.startsWith('<a ')))].join('\n')
  const rest = (shape: Shape) =>
    without(shape, ['p', 'a'])
      .map((token) => token.trimEnd())
      .filter((token) => token !== '"')
      .join('\n')
  return links(here) === links(there) && rest(here) === rest(there)
}

/** A finder for a blog whose Markdown is set up so. */
export function createDifferenceFinder(setup: FlavourOrSetup): DifferenceFinder {
  const { flavour } = setupOf(setup)
  if (flavour === 'cmark-gfm') return { find: () => [] }
  const here = new Reading(dialectOf(setup))
  const there = new Reading(commonMark)
  const { family, name } = familyOf(flavour)
  let known = new Map<string, Compared>()

  const renderBoth = (source: string) => ({
    here: shapeOf(here.htmlOf(source)),
    there: shapeOf(there.htmlOf(source)),
  })

  const compare = (source: string, hereHtml: string, thereHtml: string): Compared => {
    const shapes = { here: shapeOf(hereHtml), there: shapeOf(thereHtml) }
    if (partingOf(shapes.here, shapes.there) === null) return null
    if (source.trimStart().startsWith('<') && isSameOfHtml(shapes.here, shapes.there)) return null
    if (countOf(shapes.here, 'dl') > countOf(shapes.there, 'dl')) return null
    const masked = withoutOwnMarkup(source)
    if (masked !== source) {
      const rest = renderBoth(masked)
      if (partingOf(rest.here, rest.there) === null) return null
    }
    return { ...shapes, explanation: explain({ family, name, source, ...shapes }, renderBoth) }
  }

  return {
    find(written) {
      const body = hideTemplates(written, family)
      const change = differenceBetween(here.body, body)
      if (change !== null) {
        here.apply([change], body)
        there.apply([change], body)
      }
      const next = new Map<string, Compared>()
      const compareAgain = ({ from, to, ...blocks }: Stretch): Compared => {
        const [hereHtml, thereHtml] = [htmlOf(blocks.here), htmlOf(blocks.there)]
        if (hereHtml === thereHtml) return null
        const source = body.slice(from, to)
        const key = `${source}\0${hereHtml}\0${thereHtml}`
        const compared = known.get(key) ?? next.get(key)
        const result = compared === undefined ? compare(source, hereHtml, thereHtml) : compared
        next.set(key, result)
        return result
      }
      const found = collect(stretchesOf(here.read(), there.read()), compareAgain).map((difference) =>
        body === written ? difference : withFittingRepair(difference, body, written),
      )
      known = next
      return found
    },
  }
}

/** A repair that was made of a text with tags hidden writes no letter over a tag. */
function withFittingRepair(difference: Difference, hidden: string, written: string): Difference {
  if (difference.repair === null) return difference
  const { from, to } = difference.repair.change
  return hidden.slice(from, to) === written.slice(from, to) ? difference : { ...difference, repair: null }
}

function collect(
  stretches: Iterable<Stretch>,
  compare: (stretch: Stretch) => Compared,
): readonly Difference[] {
  const found: Difference[] = []
  const saidOnce = new Map<string, number>()
  for (const stretch of stretches) {
    if (found.length >= maxDifferences) break
    const compared = compare(stretch)
    if (compared === null) continue
    const { rule, isSaidOnce, lineFrom, message, repair } = compared.explanation
    const said = isSaidOnce ? saidOnce.get(rule) : undefined
    const first = said === undefined ? undefined : found[said]
    if (said !== undefined && first !== undefined) {
      found[said] = { ...first, others: first.others + 1 }
      continue
    }
    if (isSaidOnce) saidOnce.set(rule, found.length)
    const { from, to } = stretch
    const { here, there } = compared
    found.push({
      ...{ rule, from, to, message, here, there, others: 0 },
      lineFrom: from + lineFrom,
      repair: repair && {
        ...repair,
        change: { ...repair.change, from: from + repair.change.from, to: from + repair.change.to },
      },
    })
  }
  return found
}
