import { isMap, isScalar, type Node, type YAMLMap } from 'yaml'
import type { FieldPath } from '../front-matter'
import { keyText, type YamlBlock } from './block'
import { removedFromFlow } from './flow'
import { planEmptied } from './items'
import { isBlankBetween, lineStart, nextLine } from './lines'
import { endOfNode, lookUp, offsetOf, type Place, refusalForMerged } from './lookup'
import { type Draft, type Plan, refusedPlan, unwritableKey } from './plan'
import { pairNamed, quoteStyleOf } from './style'
import { keySource, type Writing } from './write'

/** Plans to take out the key at `path` with its value, its lines and the comments on them. */
export function planRemoveKey({ block }: Writing, path: FieldPath): Plan {
  const found = lookUp(block, path, ['alias', 'tag'])
  if (found.kind === 'refused') return found
  const { place } = found
  const { holder, pair, offset } = place
  if (!isMap(holder) || pair === null) return notAKey(path, place)
  const edit = { kind: 'remove-key', path } as const
  const map = holder as YAMLMap
  const index = map.items.indexOf(pair as (typeof map.items)[number])
  if (map.flow) return { kind: 'plan', drafts: removedFromFlow(block, map, index), edit, offset }
  if (map.items.length === 1 && map !== block.root) return planEmptied(block, path.slice(0, -1), '{}', edit)
  return { kind: 'plan', drafts: withoutPair(block, map, index), edit, offset }
}

function withoutPair(block: YamlBlock, map: YAMLMap, index: number): readonly Draft[] {
  const { source } = block
  const pair = map.items[index]
  const key = offsetOf(pair?.key)
  const from = lineStart(source, key)
  const to = nextLine(source, endOfNode((pair?.value ?? pair?.key) as Node))
  const lines = { from, to, insert: '' }
  if (isBlankBetween(source, from, key)) return [{ ...lines, drops: lines }]
  // the first key of a map in a list stands behind the dash: the next one takes its place
  const next = map.items[index + 1]
  if (next === undefined) return []
  return [{ from: key, to: offsetOf(next.key), insert: '', drops: { from: key, to } }]
}

/** Plans to give the key at `path` another name, between the quotes that it has unless it needed them. */
export function planRenameKey({ block }: Writing, path: FieldPath, key: string): Plan {
  const found = lookUp(block, path, ['alias', 'shared-anchor', 'tag'])
  if (found.kind === 'refused') return found
  const { place } = found
  const { holder, pair, offset } = place
  if (!isMap(holder) || pair === null || !isScalar(pair.key) || !pair.key.range) return notAKey(path, place)
  if (keyText(block.source, pair.key) === key) return { kind: 'unchanged' }
  const impossible = unwritableKey(key, offset)
  if (impossible !== null) return impossible
  const map = holder as YAMLMap
  const other = pairNamed(block, map, key)
  if (other !== undefined) {
    const message = `\`${key}\` is there already. Choose another name.`
    return refusedPlan('duplicate-key', message, offsetOf(other.key))
  }
  const merged = refusalForMerged(block, map, key)
  if (merged !== null) return { kind: 'refused', refusal: merged }
  const [from, to] = pair.key.range
  const own = quoteStyleOf(pair.key)
  const old = keyText(block.source, pair.key)
  // quotes that the old name needed say nothing about the new one
  const style = keySource(old, 'plain') === old ? own : 'plain'
  const sources = new Set([keySource(key, style), keySource(key, 'double')])
  const drafts = [...sources].map((insert) => ({ from, to, insert }))
  return { kind: 'plan', drafts, edit: { kind: 'rename-key', path, key }, offset }
}

function notAKey(path: FieldPath, place: Place): Plan {
  return refusedPlan('no-such-field', `\`${path.join('.')}\` is not a field with a name.`, place.offset)
}
