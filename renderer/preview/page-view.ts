import type { Patch, Unit } from '#shared/markdown/incremental'
import { type Piece, takePiece } from './pieces'

/** A piece and its nodes, which stand side by side in one chunk. */
export type LivePiece = Piece & { nodes: readonly Node[] }

/** What the page needs to make nodes. */
export type NodeMaker = {
  /** Sanitised nodes of a piece's HTML, ready to stand in the page. */
  toNodes(html: string): DocumentFragment
  isClosed(html: string): boolean
}

/** Told of pieces whose nodes have just been put into the page, in order. */
export type PieceListener = (pieces: readonly LivePiece[]) => void

// Chunks of this size let the browser skip the layout of what is far away; measured best at 50.
const piecesPerChunk = 50
const maxNodesPerChunk = 400
const firstSlicePieces = 60

/**
 * Keeps the page's nodes equal to the units' HTML. Nodes stand in chunks, a piece's nodes together. A long text is built from its
 * beginning in slices; what is not built yet is simply not there.
 */
export class PageView {
  /** The pieces built so far, in order. */
  readonly pieces: LivePiece[] = []
  private units: readonly Unit[] = []
  private builtUnits = 0
  private readonly owners = new WeakMap<Node, LivePiece>()
  private readonly listeners = new Set<PieceListener>()

  constructor(
    private readonly container: HTMLElement,
    private readonly maker: NodeMaker,
  ) {}

  /** Shows other units; builds the first of them at once. */
  show(units: readonly Unit[]): void {
    this.units = units
    this.pieces.length = 0
    this.builtUnits = 0
    const chunks = this.container.ownerDocument.createDocumentFragment()
    const built = this.build(chunks, firstSlicePieces)
    this.container.replaceChildren(chunks)
    this.tell(built)
  }

  /** Whether every unit is on the page. */
  get isBuilt(): boolean {
    return this.builtUnits >= this.units.length
  }

  /** Builds some more of the page. */
  buildMore(): void {
    const chunks = this.container.ownerDocument.createDocumentFragment()
    const built = this.build(chunks, piecesPerChunk)
    this.container.append(chunks)
    this.tell(built)
  }

  /** Makes the nodes of all that is built anew, for what makes them otherwise from now on. */
  remake(): void {
    const wasBuilt = this.builtUnits
    this.show(this.units)
    while (this.builtUnits < wasBuilt) this.buildMore()
  }

  /** Follows an edit; `units` are those after it. */
  apply(patch: Patch, units: readonly Unit[]): void {
    this.units = units
    if (patch.removed > 0 || patch.added.length > 0) {
      this.refresh(patch.from, patch.from + patch.removed, patch.from + patch.added.length)
    }
    for (const index of patch.changed) this.refresh(index, index + 1, index + 1)
  }

  /**
   * Calls `listener` with the pieces whose nodes were just put into the page: by the first build, a later slice or an edit; and at once with
   * those that are there already. A kept piece's nodes are not told of again. Returns a function that ends it.
   */
  onPieces(listener: PieceListener): () => void {
    this.listeners.add(listener)
    if (this.pieces.length > 0) listener([...this.pieces])
    return () => this.listeners.delete(listener)
  }

  /** The piece that holds a line of the text, counted from 0, and the piece's own first line; undefined behind what is built. */
  pieceAtLine(line: number): { readonly piece: LivePiece; readonly firstLine: number } | undefined {
    let firstLine = 0
    for (const piece of this.pieces) {
      if (line < firstLine + piece.lineBreaks) return { piece, firstLine }
      firstLine += piece.lineBreaks
    }
    return undefined
  }

  /** The line on which `piece` begins, counted from 0; undefined for one that is not on the page any more. */
  firstLineOf(piece: LivePiece): number | undefined {
    let firstLine = 0
    for (const candidate of this.pieces) {
      if (candidate === piece) return firstLine
      firstLine += candidate.lineBreaks
    }
    return undefined
  }

  /** The piece that `node` is part of. */
  ownerOf(node: Node): LivePiece | undefined {
    return this.owners.get(node)
  }

  /** Puts `next` in the place of `node`, which may be anywhere on the page. */
  replace(node: ChildNode, next: ChildNode): void {
    const owner = this.owners.get(node)
    node.replaceWith(next)
    if (owner === undefined) return
    owner.nodes = owner.nodes.map((candidate) => (candidate === node ? next : candidate))
    this.owners.set(next, owner)
  }

  private tell(pieces: readonly LivePiece[]): void {
    if (pieces.length === 0) return
    for (const listener of this.listeners) listener(pieces)
  }

  private take(at: number): Piece {
    return takePiece(this.units, at, (html) => this.maker.isClosed(html))
  }

  private makeLive(piece: Piece): LivePiece {
    const live: LivePiece = { ...piece, nodes: [...this.maker.toNodes(piece.html).childNodes] }
    for (const node of live.nodes) this.owners.set(node, live)
    return live
  }

  private build(into: DocumentFragment, count: number): readonly LivePiece[] {
    const first = this.pieces.length
    let chunk: HTMLElement | null = null
    for (let made = 0; made < count && !this.isBuilt; made++) {
      const piece = this.makeLive(this.take(this.builtUnits))
      if (chunk === null || made % piecesPerChunk === 0) {
        chunk = this.newChunk()
        into.append(chunk)
      }
      chunk.append(...piece.nodes)
      this.pieces.push(piece)
      this.builtUnits += piece.unitCount
    }
    return this.pieces.slice(first)
  }

  private newChunk(): HTMLElement {
    const chunk = this.container.ownerDocument.createElement('div')
    chunk.className = 'galley-chunk'
    return chunk
  }

  /** Units `from`…`oldEnd` are `from`…`newEnd` now: makes anew the pieces on which they have a say. */
  private refresh(from: number, oldEnd: number, newEnd: number): void {
    let first = 0
    let start = 0
    for (const piece of this.pieces) {
      if (start + piece.unitsLookedAt > from) break
      start += piece.unitCount
      first++
    }
    if (first === this.pieces.length && from > this.builtUnits) return
    const made: Piece[] = []
    let end = first
    let oldPosition = start
    let position = start
    const isInStep = (): boolean => oldPosition >= oldEnd && position - newEnd === oldPosition - oldEnd
    while (!isInStep()) {
      const old = this.pieces[end]
      const isOldBehind = oldPosition - oldEnd <= position - newEnd
      if (isOldBehind && old) {
        oldPosition += old.unitCount
        end++
      } else if (isOldBehind || position >= this.units.length) break
      else {
        const piece = this.take(position)
        made.push(piece)
        position += piece.unitCount
      }
    }
    // out of step: the old units go on where nothing is built yet, and so do the new ones
    this.builtUnits = isInStep() ? this.builtUnits + position - oldPosition : position
    this.replacePieces(first, end, made)
  }

  /** Replaces pieces `first`…`end`; those at both ends whose HTML stays keep their nodes. */
  private replacePieces(first: number, end: number, made: readonly Piece[]): void {
    const old = this.pieces.slice(first, end)
    const { before, behind } = sharedEnds(old, made)
    const next = made.map((piece, index) => {
      if (index < before) return this.keep(piece, old[index])
      if (index >= made.length - behind) return this.keep(piece, old[index + old.length - made.length])
      return this.makeLive(piece)
    })
    const reference = this.nodeBehind(end - behind)
    const neighbour = reference ?? this.nodeBefore(first + before)
    const nodes = next.slice(before, next.length - behind).flatMap((piece) => piece.nodes)
    if (nodes.length > 0) this.insert(nodes, reference, neighbour?.parentNode ?? null)
    for (const piece of old.slice(before, old.length - behind)) removeNodes(piece.nodes)
    this.pieces.splice(first, end - first, ...next)
    this.tell(next.slice(before, next.length - behind))
  }

  private keep(piece: Piece, old: LivePiece | undefined): LivePiece {
    if (old === undefined) return this.makeLive(piece)
    const live: LivePiece = { ...piece, nodes: old.nodes }
    for (const node of live.nodes) this.owners.set(node, live)
    return live
  }

  private nodeBehind(index: number): Node | null {
    for (let at = index; at < this.pieces.length; at++) {
      const node = this.pieces[at]?.nodes[0]
      if (node) return node
    }
    return null
  }

  private nodeBefore(index: number): Node | null {
    for (let at = index - 1; at >= 0; at--) {
      const node = this.pieces[at]?.nodes.at(-1)
      if (node) return node
    }
    return null
  }

  private insert(nodes: readonly Node[], reference: Node | null, neighbourChunk: Node | null): void {
    const chunk = neighbourChunk ?? this.container.appendChild(this.newChunk())
    const fragment = this.container.ownerDocument.createDocumentFragment()
    fragment.append(...nodes)
    chunk.insertBefore(fragment, reference)
    while (chunk.childNodes.length > maxNodesPerChunk) {
      const next = this.newChunk()
      next.append(...[...chunk.childNodes].slice(-maxNodesPerChunk / 2))
      this.container.insertBefore(next, chunk.nextSibling)
    }
  }
}

/** How many pieces at the beginning and at the end have the same HTML before and after. */
function sharedEnds(old: readonly Piece[], made: readonly Piece[]): { before: number; behind: number } {
  const shorter = Math.min(old.length, made.length)
  let before = 0
  while (before < shorter && old[before]?.html === made[before]?.html) before++
  let behind = 0
  while (behind < shorter - before && old.at(-1 - behind)?.html === made.at(-1 - behind)?.html) behind++
  return { before, behind }
}

/** Takes nodes off the page, and their chunk when it is empty then. */
function removeNodes(nodes: readonly Node[]): void {
  for (const node of nodes) {
    const chunk = node.parentNode
    chunk?.removeChild(node)
    if (chunk instanceof Object && 'remove' in chunk && chunk.firstChild === null) (chunk as Element).remove()
  }
}
