import { boxWords } from '../box-words'
import type { PlainValue } from '../template-context'
import type { Evaluation, Leaving, Sink } from './evaluate'
import { expressionValue } from './expressions'
import type { BlockNode } from './parse'
import { isList, numberOf, Unknown, type Value } from './values'

const syntax = /^([\w-]+)\s+in\s+(\([^)]*\)|\S+)\s*([\s\S]*)$/

/** Runs a `for` over a list that is known; one that only a build knows is a box. */
export function runLoop(
  evaluation: Evaluation,
  node: BlockNode,
  source: string,
  sink: Sink,
  at: number | null,
): Leaving {
  const [body, otherwise] = node.branches
  const written = source.slice(node.from, node.to)
  const [, name, over, options = ''] = syntax.exec(body?.markup ?? '') ?? []
  if (body === undefined || name === undefined || over === undefined) {
    evaluation.stop(`“for ${body?.markup ?? ''}” cannot be read`, written, at ?? node.from, sink)
    return null
  }
  const given = expressionValue(over, evaluation.scope)
  if (given instanceof Unknown) {
    sink.box(boxWords.unknownLoop, written)
    return null
  }
  const items = chosen(itemsOf(given), options, (expression) => expressionValue(expression, evaluation.scope))
  if (items.length === 0) return otherwise ? evaluation.run(otherwise.nodes, source, sink, at) : null
  for (const [index, item] of items.entries()) {
    evaluation.scope.push({ [name]: item, forloop: positionOf(index, items.length) })
    const leaving = evaluation.run(body.nodes, source, sink, at)
    evaluation.scope.pop()
    if (leaving === 'all') return 'all'
    if (leaving === 'break') break
  }
  return null
}

function itemsOf(value: PlainValue): readonly PlainValue[] {
  if (isList(value)) return value
  if (value === null || value === '') return []
  if (typeof value === 'object') return Object.entries(value).map(([key, item]) => [key, item])
  return typeof value === 'string' ? [value] : []
}

function chosen(
  items: readonly PlainValue[],
  options: string,
  read: (expression: string) => Value,
): readonly PlainValue[] {
  const numberIn = (name: string): number | null => {
    const written = new RegExp(`\\b${name}\\s*:\\s*(\\S+)`).exec(options)?.[1]
    const value = written === undefined ? null : read(written)
    return value === null || value instanceof Unknown ? null : numberOf(value)
  }
  const offset = numberIn('offset') ?? 0
  const limit = numberIn('limit') ?? items.length
  const part = items.slice(offset, offset + limit)
  return /\breversed\b/.test(options) ? part.toReversed() : part
}

function positionOf(index: number, length: number): PlainValue {
  return {
    index: index + 1,
    index0: index,
    rindex: length - index,
    rindex0: length - index - 1,
    first: index === 0,
    last: index === length - 1,
    length,
  }
}
