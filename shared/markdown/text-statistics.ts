/** How long a text is to a reader. */
export type TextStatistics = {
  readonly words: number
  /** At least 1. */
  readonly readingMinutes: number
}

// Brysbaert 2019 (silent reading of English non-fiction: 238 words a minute), rounded down for text with code and links.
const wordsPerMinute = 220

const fencedCode = /^ {0,3}(`{3,}|~{3,})[^\n]*\n(?:[^\n]*\n)*? {0,3}\1[^\n]*$/gm
const markup =
  /<!--(?:(?!<!--)[\s\S])*?-->|<\/?[a-zA-Z][^<>\n]*>|^ {0,3}\[[^\]\n]+\]: *\S+.*$|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\]\n]*\]|\[\^[^\]\n]*\]|https?:\/\/\S+/gm

enum Kind {
  Unknown,
  Other,
  /** A letter or digit of a script that puts spaces between words. */
  Letter,
  /** A Chinese, Japanese or Korean letter: without spaces between words, each counts as one. */
  Ideograph,
  /** Belongs to a word when it stands inside of one: `it's`, `3.4`, `well-known`. */
  Joiner,
}

/** What each UTF-16 unit is, as far as it was asked for. */
const kinds = new Uint8Array(0x10000)

function findKind(code: number): Kind {
  const character = String.fromCharCode(code)
  if (/['’.-]/.test(character)) return Kind.Joiner
  // the high surrogates of the planes that hold nothing but rare ideographs
  if (code >= 0xd840 && code <= 0xd8bf) return Kind.Ideograph
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character)) {
    return Kind.Ideograph
  }
  return /[\p{L}\p{M}\p{N}_]/u.test(character) ? Kind.Letter : Kind.Other
}

function kindOf(code: number): Kind {
  const known = kinds[code] ?? Kind.Unknown
  if (known !== Kind.Unknown) return known
  const kind = findKind(code)
  kinds[code] = kind
  return kind
}

function countRuns(text: string): number {
  let words = 0
  let isInside = false
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind === Kind.Letter) {
      if (!isInside) words++
      isInside = true
    } else if (kind === Kind.Ideograph) {
      words++
      isInside = false
    } else if (kind !== Kind.Joiner || kindOf(text.charCodeAt(at + 1)) !== Kind.Letter) isInside = false
  }
  return words
}

/**
 * Counts the words that a reader reads: fenced code, tags, comments and the addresses of links are left out. Each Chinese, Japanese or
 * Korean letter counts as one.
 */
export function countWords(body: string): TextStatistics {
  const words = countRuns(body.replace(fencedCode, ' ').replace(markup, ' '))
  return { words, readingMinutes: Math.max(1, Math.round(words / wordsPerMinute)) }
}
