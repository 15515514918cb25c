import { matchesGlob } from './glob-match'

/**
 * Whether a path is one of those that globby, tinyglobby and fast-glob list for `patterns`: one of them matches, none with `!` before it
 * does, and no name in it begins with a dot unless the pattern names it. Alternatives `@(a|b)`, `?(a)` and nested braces count too.
 */
export function matchesGlobs(patterns: readonly string[], path: string): boolean {
  const kept = patterns.filter((pattern) => !isNegated(pattern))
  const dropped = patterns.filter(isNegated).map((pattern) => pattern.slice(1))
  if (dropped.some((pattern) => matchesAny(pattern, path))) return false
  return kept.some(
    (pattern) =>
      matchesAny(pattern, path) && (!hasDotName(path) || /(?:^|\/)(?:\{(?:[^{}]*,)?)?\.\w/.test(pattern)),
  )
}

function isNegated(pattern: string): boolean {
  return pattern.startsWith('!') && !pattern.startsWith('!(')
}

function hasDotName(path: string): boolean {
  return /(?:^|\/)\./.test(path)
}

function matchesAny(pattern: string, path: string): boolean {
  const plain = pattern
    .replace(/^(?:\.\/)+/, '')
    .replace(/@\(([^()]*)\)/g, (_whole, choices: string) => `{${choices.replaceAll('|', ',')}}`)
    .replace(/\?\(([^()]*)\)/g, (_whole, choices: string) => `{,${choices.replaceAll('|', ',')}}`)
  return withoutNesting(plain).some((single) => matchesGlob(single, path))
}

/** `{a,b{c,d}}` as patterns whose braces do not lie in one another. */
function withoutNesting(pattern: string): readonly string[] {
  let patterns = [pattern]
  for (let round = 0; round < 8; round++) {
    const next = patterns.flatMap((single) => {
      const inner = /\{[^{}]*(\{([^{}]*)\})/.exec(single)
      if (inner?.[1] === undefined) return [single]
      const start = inner.index + inner[0].length - inner[1].length
      return (inner[2] ?? '')
        .split(',')
        .map((choice) => single.slice(0, start) + choice + single.slice(start + (inner[1]?.length ?? 0)))
    })
    if (next.length === patterns.length || next.length > 64) break
    patterns = next
  }
  return patterns
}
