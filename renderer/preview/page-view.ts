import type { Patch, Unit } from '#shared/markdown/incremental'
import { Chunks } from './chunks'
import { LongPieces } from './long-pieces'
import { patchInside } from './patch-inside'
import { type PiecePlan, type PieceSource, planChange, planFill } from './piece-plan'
import { gapOf, type Piece, takePiece } from './pieces'
import { gapAtViewport, spacerFor } from './spacers'

/** A piece and its nodes, which stand side by side. A gap's node only keeps its room. */
export type LivePiece = Piece & {
  readonly nodes: readonly Node[]
  /** Its HTML is so long that its nodes are made in idle moments; until then those of the piece before it, or an empty one, stand there. */
  readonly isPending: boolean
}

/** What the page needs to make nodes. */
export type NodeMaker = {
  /** Sanitised nodes of HTML, ready to stand in the page: in an element of the name `context`, or in the body. */
  toNodes(html: string, context?: string): DocumentFragment
  isClosed(html: string): boolean
}

/** Told of pieces whose nodes have just been put into the page, in order. Of a long piece that was changed inside, `nodes` are the new ones alone. */
export type PieceListener = (pieces: readonly LivePiece[]) => void

/** Where the page's work is cut up. Lengths are of HTML, in UTF-16 units. */
export type ViewLimits = {
  /** So many pieces are built at once; those behind wait for idle moments. */
  readonly piecesAtOnce: number
  readonly piecesPerStep: number
  /** An edit that changes more pieces than this far from itself leaves the others to idle moments. */
  readonly changedAtOnce: number
  /** A piece longer than this is made in steps. */
  readonly longPiece: number
  /** In a piece longer than this, only what is another is changed. */
  readonly patchedPiece: number
}

const usualLimits: ViewLimits = {
  piecesAtOnce: 60,
  piecesPerStep: 50,
  changedAtOnce: 150,
  longPiece: 40_000,
  patchedPiece: 1500,
}

/**
 * Keeps the page's nodes equal to the units' HTML, a piece's nodes together. Of a long text what is seen is built first; gaps stand for what is
 * not built yet.
 */
export class PageView {
  private live: LivePiece[] = []
  private units: readonly Unit[] = []
  private isCleared = false
  /** Called when something came up that `buildMore` has to do and no edit tells of. */
  onUnfinished = (): void => {}
  private readonly owners = new WeakMap<Node, LivePiece>()
  private readonly listeners = new Set<PieceListener>()
  private readonly chunks: Chunks
  private readonly longPieces: LongPieces
  private readonly source: PieceSource

  constructor(
    private readonly container: HTMLElement,
    private readonly maker: NodeMaker,
    private readonly limits: ViewLimits = usualLimits,
  ) {
    this.chunks = new Chunks(container)
    this.longPieces = new LongPieces(maker)
    const units = () => this.units
    this.source = {
      get unitCount() {
        return units().length
      },
      take: (at) => takePiece(this.units, at, (html) => maker.isClosed(html)),
      gap: (from, to) => gapOf(this.units, from, to),
    }
  }

  /** The text's pieces, in order, gaps among them. */
  get pieces(): readonly LivePiece[] {
    return this.live
  }

  /** Whether every unit is on the page. */
  get isBuilt(): boolean {
    return !this.live.some(({ isGap, isPending }) => isGap || isPending)
  }

  /** Shows other units; builds the first that are others at once, and keeps what is the same at both ends. */
  show(units: readonly Unit[]): void {
    const isSame = (one: Unit | undefined, other: Unit | undefined): boolean =>
      one !== undefined &&
      one.html === other?.html &&
      one.hasRawHtml === other.hasRawHtml &&
      one.length === other.length &&
      one.lineBreaks === other.lineBreaks
    const old = this.isCleared ? [] : this.units
    const shorter = Math.min(old.length, units.length)
    let from = 0
    while (from < shorter && isSame(old[from], units[from])) from++
    let behind = 0
    while (behind < shorter - from && isSame(old.at(-1 - behind), units.at(-1 - behind))) behind++
    const added = units.slice(from, units.length - behind)
    this.apply({ from, removed: old.length - behind - from, added, changed: [] }, units)
  }

  /** Shows a node and nothing else, until other units are shown. */
  showInstead(node: Node): void {
    this.live = []
    this.units = []
    this.isCleared = true
    this.container.replaceChildren(node)
  }

  /** Follows an edit; `units` are those after it. */
  apply(patch: Patch, units: readonly Unit[]): void {
    if (this.isCleared) this.container.replaceChildren()
    this.isCleared = false
    this.units = units
    if (patch.removed > 0 || patch.added.length > 0) {
      this.refresh(patch.from, patch.from + patch.removed, patch.from + patch.added.length)
    }
    const { changed } = patch
    const { changedAtOnce } = this.limits
    for (const index of changed.slice(0, changedAtOnce)) this.refresh(index, index + 1, index + 1)
    const [rest, last] = [changed[changedAtOnce], changed.at(-1)]
    if (rest !== undefined && last !== undefined) this.refresh(rest, last + 1, last + 1, 0)
  }

  /** Makes the nodes of all that is built anew, for what makes them otherwise from now on. What is there stays until then. */
  remake(): void {
    this.live = this.live.map((piece) => (piece.isGap ? piece : this.own({ ...piece, isPending: true })))
    this.onUnfinished()
  }

  /** Builds some more of the page: what is in sight first. */
  buildMore(): void {
    const index = this.live.findIndex(({ isPending }) => isPending)
    if (index >= 0) this.makePending(index)
    else {
      const gap = gapAtViewport(this.live)
      if (gap !== null) this.fill(gap.index, gap.start, gap.at)
    }
  }

  /**
   * Calls `listener` with the pieces whose nodes were just put into the page: by the first build, a later slice or an edit; and at once with
   * those that are there already. A kept piece's nodes are not told of again. Returns a function that ends it.
   */
  onPieces(listener: PieceListener): () => void {
    this.listeners.add(listener)
    const there = this.live.filter(isThere)
    if (there.length > 0) listener(there)
    return () => this.listeners.delete(listener)
  }

  /** The piece that holds a line of the text, counted from 0, and the piece's own first line; undefined behind the last. */
  pieceAtLine(line: number): { readonly piece: LivePiece; readonly firstLine: number } | undefined {
    let firstLine = 0
    for (const piece of this.live) {
      if (line < firstLine + piece.lineBreaks) return { piece, firstLine }
      firstLine += piece.lineBreaks
    }
    return undefined
  }

  /** The line on which `piece` begins, counted from 0; undefined for one that is not on the page any more. */
  firstLineOf(piece: LivePiece): number | undefined {
    let firstLine = 0
    for (const candidate of this.live) {
      if (candidate === piece) return firstLine
      firstLine += candidate.lineBreaks
    }
    return undefined
  }

  /** The piece that `node` is part of: one of its nodes, side by side in a chunk. */
  ownerOf(node: Node): LivePiece | undefined {
    return this.owners.get(node)
  }

  /** Puts `next` in the place of `node`, which may be anywhere on the page. */
  replace(node: ChildNode, next: ChildNode): void {
    const owner = this.owners.get(node)
    node.replaceWith(next)
    if (owner === undefined) return
    const nodes = owner.nodes.map((candidate) => (candidate === node ? next : candidate))
    const index = this.live.indexOf(owner)
    if (index >= 0) this.live[index] = this.own({ ...owner, nodes })
  }

  private tell(pieces: readonly LivePiece[]): void {
    const there = pieces.filter(isThere)
    if (there.length === 0) return
    for (const listener of this.listeners) listener(there)
  }

  private own(piece: LivePiece): LivePiece {
    for (const node of piece.nodes) this.owners.set(node, piece)
    return piece
  }

  /** Units `from`…`oldEnd` are `from`…`newEnd` now: makes anew the pieces on which they have a say. */
  private refresh(from: number, oldEnd: number, newEnd: number, maxTaken = this.limits.piecesAtOnce): void {
    this.carryOut(planChange(this.live, { from, oldEnd, newEnd }, this.source, maxTaken))
  }

  private fill(index: number, start: number, at: number): void {
    this.carryOut(planFill(this.live, index, start, at, this.source, this.limits.piecesPerStep))
  }

  /** Replaces pieces; those at both ends whose HTML stays keep their nodes, and so does what stays inside of a long one. */
  private carryOut({ first, end, made }: PiecePlan): void {
    const old = this.live.slice(first, end)
    const { before, behind } = sharedEnds(old, made)
    const kept = (piece: Piece, from: LivePiece | undefined): LivePiece =>
      this.own({ ...piece, nodes: from?.nodes ?? [], isPending: false })
    const keptBefore = made.slice(0, before).map((piece, index) => kept(piece, old[index]))
    const keptBehind = made
      .slice(made.length - behind)
      .map((piece, index) => kept(piece, old[old.length - behind + index]))
    const gone = old.slice(before, old.length - behind)
    const come = made.slice(before, made.length - behind)
    const told = this.change(gone, come, first + before, end - behind)
    this.live.splice(first, end - first, ...keptBefore, ...told.live, ...keptBehind)
    this.tell(told.told)
  }

  /** Puts on the page what `come` stands for in the place of `gone`, which are the pieces `first`…`end`. */
  private change(
    gone: readonly LivePiece[],
    come: readonly Piece[],
    first: number,
    end: number,
  ): { readonly live: readonly LivePiece[]; readonly told: readonly LivePiece[] } {
    const [was, is] = [gone[0], come[0]]
    if (gone.length === 1 && come.length === 1 && was && is && !was.isGap && !is.isGap) {
      const inserted = this.patchLong(was, is)
      if (inserted !== null) {
        const live = this.own({ ...is, nodes: was.nodes, isPending: false })
        return { live: [live], told: [{ ...live, nodes: inserted }] }
      }
      if (is.html.length > this.limits.longPiece) {
        return { live: [this.own({ ...is, nodes: was.nodes, isPending: true })], told: [] }
      }
    }
    const live = come.map((piece) => this.makeLive(piece))
    this.insert(live, this.nodeBefore(first), this.nodeBehind(end))
    for (const { nodes } of gone) this.chunks.remove(nodes)
    return { live, told: live }
  }

  private patchLong(was: LivePiece, is: Piece): readonly Node[] | null {
    if (was.isPending || was.hasRawHtml || is.hasRawHtml || is.html.length < this.limits.patchedPiece)
      return null
    return patchInside(was.nodes, was.html, is.html, (html, context) => this.maker.toNodes(html, context))
  }

  private makeLive(piece: Piece): LivePiece {
    const isPending = piece.html.length > this.limits.longPiece
    const isEmpty = piece.isGap || isPending
    const nodes = isEmpty
      ? [spacerFor(this.container.ownerDocument, piece)]
      : [...this.maker.toNodes(piece.html).childNodes]
    return this.own({ ...piece, nodes, isPending })
  }

  private makePending(index: number): void {
    const pending = this.live[index]
    if (pending === undefined) return
    const isLong = pending.html.length > this.limits.longPiece
    const nodes = isLong ? this.longPieces.next(pending.html) : this.maker.toNodes(pending.html)
    if (nodes !== null) this.complete(index, nodes)
  }

  /** Puts the nodes of a pending piece in the place of what stands there for it. */
  private complete(index: number, fragment: DocumentFragment): void {
    const old = this.live[index]
    if (old === undefined) return
    const live = this.own({ ...old, nodes: [...fragment.childNodes], isPending: false })
    this.insert([live], this.nodeBefore(index), this.nodeBehind(index + 1))
    this.chunks.remove(old.nodes)
    this.live[index] = live
    this.tell([live])
  }

  private insert(pieces: readonly LivePiece[], previous: Node | null, next: Node | null): void {
    let last = previous
    let waiting: Node[] = []
    const put = (): void => {
      this.chunks.insert(waiting, last, next)
      last = waiting.at(-1) ?? last
      waiting = []
    }
    for (const { isGap, nodes } of pieces) {
      if (!isGap) waiting.push(...nodes)
      else {
        put()
        for (const node of nodes) this.chunks.insertAlone(node, last, next)
        last = nodes.at(-1) ?? last
      }
    }
    put()
  }

  private nodeBehind(index: number): Node | null {
    for (let at = index; at < this.live.length; at++) {
      const node = this.live[at]?.nodes[0]
      if (node) return node
    }
    return null
  }

  private nodeBefore(index: number): Node | null {
    for (let at = index - 1; at >= 0; at--) {
      const node = this.live[at]?.nodes.at(-1)
      if (node) return node
    }
    return null
  }
}

function isThere({ isGap, isPending }: LivePiece): boolean {
  return !isGap && !isPending
}

/** How many pieces at the beginning and at the end have the same HTML before and after. */
function sharedEnds(old: readonly LivePiece[], made: readonly Piece[]): { before: number; behind: number } {
  const isShared = (one: LivePiece | undefined, other: Piece | undefined): boolean =>
    one !== undefined && other !== undefined && isThere(one) && !other.isGap && one.html === other.html
  const shorter = Math.min(old.length, made.length)
  let before = 0
  while (before < shorter && isShared(old[before], made[before])) before++
  let behind = 0
  while (behind < shorter - before && isShared(old.at(-1 - behind), made.at(-1 - behind))) behind++
  return { before, behind }
}
