import { boxWords } from '../box-words'
import type { PlainValue } from '../template-context'
import type { Evaluation, Leaving, Sink } from './evaluate'
import { expressionValue, holds, isSame, type Scope } from './expressions'
import type { BlockNode, Branch } from './parse'
import { Unknown } from './values'

/**
 * Runs the first branch of an `if` or `unless` whose condition holds. Where only a build knows, a box says so and the branch is shown; where the
 * condition cannot be read the build stops, and nothing is.
 */
export function runCondition(
  evaluation: Evaluation,
  node: BlockNode,
  source: string,
  sink: Sink,
  at: number | null,
): Leaving {
  const written = source.slice(node.from, node.to)
  for (const [index, { name, markup, nodes }] of node.branches.entries()) {
    const condition = name === 'else' ? true : holds(markup, evaluation.scope)
    if (condition === null) {
      evaluation.stop(`“${name} ${markup}” cannot be read`, written, at ?? node.from, sink)
      return null
    }
    const isNegated = index === 0 && node.name === 'unless'
    if (condition instanceof Unknown) sink.box(boxWords.unknownCondition, written)
    else if (condition === isNegated) continue
    return evaluation.run(nodes, source, sink, at)
  }
  return null
}

/** Runs every branch of a `case` that its subject equals, or what stands behind `else` where none did before it. */
export function runCase(
  evaluation: Evaluation,
  node: BlockNode,
  source: string,
  sink: Sink,
  at: number | null,
): Leaving {
  const [opener, ...branches] = node.branches
  const subject = expressionValue(opener?.markup ?? '', evaluation.scope)
  if (subject instanceof Unknown) {
    sink.box(boxWords.unknownCondition, source.slice(node.from, node.to))
    return null
  }
  let isMatched = false
  for (const branch of branches) {
    const applies = branch.name === 'else' ? !isMatched : matches(branch, subject, evaluation.scope)
    if (!applies) continue
    isMatched = true
    const leaving = evaluation.run(branch.nodes, source, sink, at)
    if (leaving !== null) return leaving
  }
  return null
}

function matches({ markup }: Branch, subject: PlainValue, scope: Scope): boolean {
  const candidates = markup.match(/"[^"]*"|'[^']*'|[^\s,]+/g) ?? []
  return candidates.some((candidate) => {
    if (candidate === 'or') return false
    const value = expressionValue(candidate, scope)
    return !(value instanceof Unknown) && isSame(value, subject)
  })
}
