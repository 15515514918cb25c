import type { FieldSchema } from '../contract/field'
import type { WritingHabit } from './front-matter'

type Quotes = WritingHabit['quotes']

/** How the collection writes a field of the map whose fields `siblings` are; a field that it does not know as it quotes most others. */
export function habitOf(schema: FieldSchema | undefined, siblings: readonly FieldSchema[]): WritingHabit {
  const list = schema?.habit.list ?? 'flow'
  return {
    order: siblings.map(({ key }) => key),
    quotes: schema?.habit.quotes ?? commonQuotes(siblings),
    list: list === 'one' ? 'flow' : list,
  }
}

function commonQuotes(schemas: readonly FieldSchema[]): Quotes {
  const weights: Record<Quotes, number> = { plain: 0, single: 0, double: 0 }
  for (const { kind, share, habit } of schemas) if (kind === 'text') weights[habit.quotes] += share
  const [first] = (['plain', 'double', 'single'] as const).toSorted(
    (one, other) => weights[other] - weights[one],
  )
  return first ?? 'plain'
}
