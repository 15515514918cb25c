import type { Element } from './element'

/** Marks the start and end of what is not the writer's text; both are taken out of the source before anything else. */
export const STX = '\u0002'
/** See `STX`. */
export const ETX = '\u0003'

const placeholder = new RegExp(`${STX}raw:(\\w+)${ETX}`, 'g')
const leadingPlaceholder = new RegExp(`^${STX}raw:(\\w+)${ETX}`)
const loneParagraph = new RegExp(`<p>${STX}raw:(\\w+)${ETX}</p>`, 'g')

// Python-Markdown 3.4 core: BLOCK_LEVEL_ELEMENTS.
const blockLevelNames = new Set(
  (
    'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main ' +
    'menu nav ol p pre section table ul canvas colgroup dd body dt group html iframe li legend math map noscript output object ' +
    'option progress script style summary tbody td textarea tfoot th thead tr video'
  ).split(' '),
)

/** Whether Python-Markdown treats the element as a block. `name` in lower case. */
export function isBlockLevel(name: string): boolean {
  return blockLevelNames.has(name)
}

function isBlockLevelHtml(html: string): boolean {
  const name = /^<\/?([^ >]+)/.exec(html)?.[1]
  if (name === undefined) return false
  return /^[!?@%]/.test(name) || isBlockLevel(name.toLowerCase().replace(/\/$/, ''))
}

/**
 * A piece of HTML put aside. `isWritten`: it is the writer's own, and may leave tags open. `element`: its content is Markdown, to be
 * parsed where it stands as a block of its own.
 */
export type RawPiece = { readonly html: string; readonly isWritten: boolean; readonly element?: Element }

/** HTML put aside so that no later step changes it, each piece with a placeholder in the text. */
export class RawHtmlStash {
  private readonly pieces: Map<string, RawPiece>

  /** `prefix` keeps the placeholders apart from those of `pieces`. */
  constructor(
    private readonly prefix: string,
    pieces: ReadonlyMap<string, RawPiece> = new Map(),
  ) {
    this.pieces = new Map(pieces)
  }

  /** Whether anything in here is the writer's own. */
  get holdsWritten(): boolean {
    return [...this.pieces.values()].some((piece) => piece.isWritten)
  }

  /** Puts HTML of our own making aside and gives its placeholder. */
  store(html: string): string {
    return this.put({ html, isWritten: false })
  }

  /** Puts HTML of the writer's aside and gives its placeholder. */
  storeWritten(html: string): string {
    return this.put({ html, isWritten: true })
  }

  /** Puts an element of the writer's aside whose content is Markdown; `html` is the same unparsed. */
  storeElement(element: Element, html: string): string {
    return this.put({ html, isWritten: true, element })
  }

  /** The element that stands at the very beginning of `block`; null when none does. */
  elementAt(block: string): Element | null {
    const key = leadingPlaceholder.exec(block)?.[1]
    return (key === undefined ? undefined : this.pieces.get(key)?.element) ?? null
  }

  private put(piece: RawPiece): string {
    const key = `${this.prefix}${this.pieces.size}`
    this.pieces.set(key, piece)
    return `${STX}raw:${key}${ETX}`
  }

  /** The pieces whose placeholders stand in `text`, and in those pieces in turn. */
  piecesIn(text: string, found: Map<string, RawPiece> = new Map()): Map<string, RawPiece> {
    for (const [, key = ''] of text.matchAll(placeholder)) {
      const piece = this.pieces.get(key)
      if (piece === undefined || found.has(key)) continue
      found.set(key, piece)
      this.piecesIn(piece.html, found)
    }
    return found
  }

  /** `html` with every placeholder replaced; a paragraph that holds nothing but a block-level piece is that piece. */
  restore(html: string): string {
    if (!html.includes(`${STX}raw:`)) return html
    const withBlocks = html.replace(loneParagraph, (whole, key: string) => {
      const piece = this.pieces.get(key)?.html ?? ''
      return isBlockLevelHtml(piece) ? piece : whole
    })
    return this.restore(
      withBlocks.replace(placeholder, (_whole, key: string) => this.pieces.get(key)?.html ?? ''),
    )
  }
}
