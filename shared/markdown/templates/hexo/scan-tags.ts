import { fenceRanges } from './fence-ranges'

/** A piece of a post as Hexo sees it before Markdown. Offsets are UTF-16 units. */
export type HexoPiece =
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  /** A variable, a tag, or a block with all that it holds. */
  | { readonly kind: 'tag'; readonly from: number; readonly to: number }
  /** Left out: `{# … #}`. */
  | { readonly kind: 'comment'; readonly from: number; readonly to: number }
  /** What opens a tag and is never closed: Nunjucks stops at it, if it runs at all. */
  | { readonly kind: 'broken'; readonly from: number; readonly to: number }

/** A tag does not go on for longer than this. */
const maxTagLength = 5000
const maxFailures = 1000

/** Where the tag that opens at `from` ends, quotes skipped; null where it does not. */
export function endOfTag(text: string, from: number): number | null {
  const isVariable = text[from + 1] === '{'
  const interesting = /["']|%\}|\}/g
  interesting.lastIndex = from + 2
  let quote = ''
  for (let found = interesting.exec(text); found; found = interesting.exec(text)) {
    if (found.index - from > maxTagLength) return null
    const [mark] = found
    if (mark === '"' || mark === "'") {
      if (quote === '') quote = mark
      else if (quote === mark) quote = ''
    } else if (quote !== '') {
      if (mark === '%}') interesting.lastIndex = found.index + 1
    } else if (isVariable && mark === '}') return text[found.index + 1] === '}' ? found.index + 2 : null
    else if (!isVariable && mark === '%}') return found.index + 2
  }
  return null
}

/** The name of the tag at `from`; empty for a variable. */
export function nameOfTag(text: string, from: number): string {
  if (text[from + 1] !== '%') return ''
  return /^\{%-?\s*([^\s%}]*)/.exec(text.slice(from, from + 200))?.[1] ?? ''
}

/** Splits a post at its tags, as Hexo's `escapeAllSwigTags` does: none in fences, in code or in HTML comments. */
export function scanHexoTags(body: string): readonly HexoPiece[] {
  return new Scanner(body).scan()
}

class Scanner {
  private readonly pieces: HexoPiece[] = []
  private readonly fences: ReturnType<typeof fenceRanges>
  private readonly endings = new Map<
    string,
    { readonly starts: readonly number[]; readonly ends: readonly number[] }
  >()
  private readonly runs: ReadonlyMap<number, readonly number[]>
  private readonly blankLines: readonly number[]
  private allTags: readonly RegExpExecArray[] | null = null
  private position = 0
  private failures = 0

  constructor(private readonly body: string) {
    this.fences = fenceRanges(body)
    const runs = new Map<number, number[]>()
    for (const found of body.matchAll(/`+/g)) {
      const known = runs.get(found[0].length)
      if (known) known.push(found.index)
      else runs.set(found[0].length, [found.index])
    }
    this.runs = runs
    this.blankLines = [...body.matchAll(/\n\r?\n/g)].map(({ index }) => index)
  }

  scan(): readonly HexoPiece[] {
    const interesting = /`+|\{[{%#]|<!--/g
    let fence = 0
    for (;;) {
      interesting.lastIndex = this.position
      const found = interesting.exec(this.body)
      if (found === null || this.failures > maxFailures) break
      while ((this.fences[fence]?.to ?? Number.POSITIVE_INFINITY) <= found.index) fence++
      const around = this.fences[fence]
      if (around && around.from <= found.index) this.text(around.to)
      else this.piece(found.index, found[0])
    }
    this.text(this.body.length)
    return this.pieces
  }

  private text(to: number): void {
    if (to <= this.position) return
    const last = this.pieces.at(-1)
    if (last?.kind === 'text') this.pieces[this.pieces.length - 1] = { ...last, to }
    else this.pieces.push({ kind: 'text', from: this.position, to })
    this.position = to
  }

  private push(kind: 'tag' | 'comment' | 'broken', from: number, to: number): void {
    this.text(from)
    this.pieces.push({ kind, from, to })
    this.position = to
  }

  private piece(from: number, mark: string): void {
    if (mark.startsWith('`')) this.code(from, mark.length)
    else if (mark === '<!--') {
      const end = this.body.indexOf('-->', from)
      this.text(end < 0 ? this.body.length : end + 3)
    } else if (mark === '{#') {
      const end = this.body.indexOf('#}', from + 2)
      if (end < 0) this.fail(from)
      else this.push('comment', from, end + 2)
    } else {
      const end = endOfTag(this.body, from)
      if (end === null) this.fail(from)
      else this.push('tag', from, this.blockEnd(nameOfTag(this.body, from), end))
    }
  }

  private fail(from: number): void {
    this.failures++
    this.push('broken', from, from + 1)
  }

  /** Code within a line: what looks like a tag there is text, but for `raw`. */
  private code(from: number, length: number): void {
    if (this.body[from - 1] === '\\') {
      this.text(from + 1)
      return
    }
    const end = firstBehind(this.runs.get(length) ?? [], from)
    const blank = firstBehind(this.blankLines, from)
    if (end === undefined || (blank !== undefined && blank < end)) {
      this.text(from + length)
      return
    }
    const found = /\{% *raw *%\}[\s\S]*?\{% *endraw *%\}/.exec(this.body.slice(from, end))
    if (found) this.push('tag', from + found.index, from + found.index + found[0].length)
    this.text(end + length)
  }

  private tags(): readonly RegExpExecArray[] {
    this.allTags ??= [...this.body.matchAll(/\{%(?:[^%]|%(?!\})){0,200}%\}/g)]
    return this.allTags
  }

  /** Where the block of the tag that ends at `end` ends: with the next tag that names its end; `end` for a tag that is no block. */
  private blockEnd(name: string, end: number): number {
    if (name === '') return end
    let endings = this.endings.get(name)
    if (endings === undefined) {
      const wanted = `end${name}`
      const found = this.body.includes(wanted) ? this.tags().filter(([text]) => text.includes(wanted)) : []
      endings = {
        starts: found.map(({ index }) => index),
        ends: found.map(({ index, 0: text }) => index + text.length),
      }
      this.endings.set(name, endings)
    }
    return endings.ends[firstIndexBehind(endings.starts, end - 1)] ?? end
  }
}

function firstIndexBehind(sorted: readonly number[], position: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) > position) high = middle
    else low = middle + 1
  }
  return low
}

const firstBehind = (sorted: readonly number[], position: number): number | undefined =>
  sorted[firstIndexBehind(sorted, position)]
