/**
 * Whether a text matches a shell pattern with `*`, `?`, `[a-z]` and `\`, where `*` also crosses `/` (fnmatch without flags). Time grows
 * with the product of both lengths at most, whatever the pattern.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return matchesTokens(tokensOf(pattern), [...text])
}

/**
 * Whether a path matches a glob whose `*` stays within one folder while a part `**` stands for any number of folders. `{a,b}` are
 * alternatives.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  const segments = path.split('/')
  return alternatives(pattern).some((single) => matchesSegments(single.split('/'), segments))
}

type Token = '*' | { readonly matches: (letter: string) => boolean }

function matchesTokens(tokens: readonly Token[], letters: readonly string[]): boolean {
  let [token, letter, star, retry] = [0, 0, -1, 0]
  while (letter < letters.length) {
    const current = tokens[token]
    if (current === '*') {
      star = token
      retry = letter
      token += 1
    } else if (current?.matches(letters[letter] ?? '')) {
      token += 1
      letter += 1
    } else if (star >= 0) {
      token = star + 1
      retry += 1
      letter = retry
    } else return false
  }
  return tokens.slice(token).every((rest) => rest === '*')
}

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < pattern.length; ) {
    const set = /^\[([!^]?)(\]?[^\]]+)\]/.exec(pattern.slice(at, at + 256))
    const letter = String.fromCodePoint(pattern.codePointAt(at) ?? 0)
    if (letter === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*')
      at += 1
    } else if (letter === '?') {
      tokens.push({ matches: () => true })
      at += 1
    } else if (set !== null) {
      tokens.push(setToken(set[2] ?? '', set[1] !== ''))
      at += set[0].length
    } else {
      const isEscape = letter === '\\' && at + 1 < pattern.length
      const literal = isEscape ? String.fromCodePoint(pattern.codePointAt(at + 1) ?? 0) : letter
      tokens.push({ matches: (candidate) => candidate === literal })
      at += literal.length + (isEscape ? 1 : 0)
    }
  }
  return tokens
}

function setToken(members: string, isNegated: boolean): Token {
  const ranges = [...members.matchAll(/([\s\S])-([\s\S])|([\s\S])/g)].map(
    ([, from, to, one]) => [from ?? one ?? '', to ?? one ?? ''] as const,
  )
  return { matches: (letter) => ranges.some(([from, to]) => letter >= from && letter <= to) !== isNegated }
}

function matchesSegments(patterns: readonly string[], segments: readonly string[]): boolean {
  // which of the path's parts may come next, after each part of the pattern
  let reachable = new Set([0])
  for (const pattern of patterns) {
    const next = new Set<number>()
    for (const at of reachable) {
      if (pattern === '**') for (let to = at; to <= segments.length; to++) next.add(to)
      else if (at < segments.length && matchesPattern(pattern, segments[at] ?? '')) next.add(at + 1)
    }
    reachable = next
  }
  return reachable.has(segments.length)
}

function alternatives(pattern: string): readonly string[] {
  let found = ['']
  for (const part of pattern.split(/(\{[^{}]*\})/)) {
    const choices = /^\{.*\}$/s.test(part) ? part.slice(1, -1).split(',') : [part]
    found = found.flatMap((start) => choices.map((choice) => start + choice)).slice(0, 64)
  }
  return found
}
