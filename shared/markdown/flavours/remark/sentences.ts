/** A piece of running text. A mark is a run of one and the same character that is no letter, digit or space. */
export type Piece = {
  readonly kind: 'space' | 'word' | 'mark'
  readonly text: string
  readonly start: number
}

/** The pieces of a sentence in order, without spaces around them. */
export type Sentence = readonly Piece[]

const character = String.raw`[\p{L}\p{M}\p{N}]`
const inner = String.raw`(?:_+(?!_)|(?<link>[&'\-.:=?@·‐‑’‧\u00ad])(?!\k<link>))`
const pattern = new RegExp(
  String.raw`(?<word>(?:(?<!&)&(?=${character}))?${character}+(?:${inner}+${character}+)*(?:-(?!-|${character}))?)|(?<space>\s+)|(?<run>.)\k<run>*`,
  'gsu',
)

function* piecesOf(text: string): Generator<Piece> {
  for (const match of text.matchAll(pattern)) {
    const { word, space } = match.groups ?? {}
    const kind = word !== undefined ? 'word' : space !== undefined ? 'space' : 'mark'
    yield { kind, text: match[0], start: match.index }
  }
}

const terminal = /^[!.?\u2026\u203d]+$/
const isTerminal = (piece: Piece | undefined): boolean => piece?.kind === 'mark' && terminal.test(piece.text)

type Draft = Piece[]

/** Splits behind every full stop, exclamation and question mark. */
function splitAtTerminals(pieces: Iterable<Piece>): Draft[] {
  const drafts: Draft[] = []
  let current: Draft = []
  for (const piece of pieces) {
    current.push(piece)
    if (!isTerminal(piece)) continue
    drafts.push(current)
    current = []
  }
  if (current.length > 0) drafts.push(current)
  return drafts
}

/** Joins each draft to the one before it where `belongs` says so. */
function join(drafts: readonly Draft[], belongs: (draft: Draft, before: Draft) => boolean): Draft[] {
  const joined: Draft[] = []
  for (const draft of drafts) {
    const before = joined.at(-1)
    if (before !== undefined && belongs(draft, before)) for (const piece of draft) before.push(piece)
    else joined.push(draft)
  }
  return joined
}

const hasWord = (draft: Draft): boolean => draft.some(({ kind }) => kind === 'word')

const firstShown = (draft: Draft): Piece | undefined => draft.find(({ kind }) => kind !== 'space')

const closing = /^([\p{Pe}\p{Pf}!"').?\u2026\u203d])\1*$/u

/** Closing marks right behind a sentence's end still belong to it. */
function takeClosingMarks(drafts: readonly Draft[]): Draft[] {
  const result: Draft[] = []
  for (const draft of drafts) {
    const before = result.at(-1)
    const isClosing = (piece: Piece): boolean => piece.kind === 'mark' && closing.test(piece.text)
    const found = draft.findIndex((piece) => !isClosing(piece))
    const count = before === undefined ? 0 : found < 0 ? draft.length : found
    for (const piece of draft.slice(0, count)) before?.push(piece)
    if (count < draft.length) result.push(draft.slice(count))
  }
  return result
}

const abbreviation =
  /^(?:\d{1,3}|[a-z]|al|ca|cap|cca|cent|cf|cit|con|cp|cwt|ead|etc|ff|fl|ibid|id|nem|op|pro|seq|sic|stat|tem|viz)$/i

function endsInAbbreviation(draft: Draft): boolean {
  const word = draft.at(-2)
  return draft.at(-1)?.text === '.' && word?.kind === 'word' && abbreviation.test(word.text)
}

/** A full stop inside a sentence belongs to the word that it follows. */
function withAbbreviations(draft: Draft): Draft {
  const lastWord = draft.findLastIndex(({ kind }) => kind === 'word')
  const lastTerminal = draft.findLastIndex(isTerminal)
  const result: Draft = []
  for (const [index, piece] of draft.entries()) {
    const word = result.at(-1)
    const isInside = index < lastWord || index < lastTerminal
    const isSpaced = draft[index + 1]?.kind === 'space' && draft[index + 2]?.text === '.'
    if (piece.text === '.' && isInside && word?.kind === 'word' && !isSpaced)
      result[result.length - 1] = { ...word, text: `${word.text}.` }
    else result.push(piece)
  }
  return result
}

function trim(draft: Draft): Draft {
  const first = draft.findIndex(({ kind }) => kind !== 'space')
  return first < 0 ? [] : draft.slice(first, draft.findLastIndex(({ kind }) => kind !== 'space') + 1)
}

/** The sentences of a text, as retext-latin finds them as far as quotation marks go. */
export function sentencesOf(text: string): readonly Sentence[] {
  let drafts = join(splitAtTerminals(piecesOf(text)), (draft) => !hasWord(draft))
  drafts = takeClosingMarks(drafts)
  drafts = join(drafts, (draft) => {
    const first = firstShown(draft)
    return first?.kind === 'word' && /^\p{Ll}/u.test(first.text)
  })
  drafts = join(drafts, ([first]) => first?.kind === 'word' && /^\d/.test(first.text))
  drafts = join(drafts, (_draft, before) => endsInAbbreviation(before))
  drafts = join(drafts, (draft) => /^[,;]$/.test(firstShown(draft)?.text ?? ''))
  return drafts.map((draft) => trim(withAbbreviations(draft)))
}
