const maxNodesPerChunk = 300
const nodesPerNewChunk = 100

/**
 * The page's nodes in chunks, each an element of its own: a change then concerns the layout of one chunk, and the browser skips the layout of those that
 * are out of sight.
 */
export class Chunks {
  private readonly alone = new WeakSet<Node>()

  constructor(private readonly container: HTMLElement) {}

  /** Puts `nodes` between two neighbours, either of which may be missing. */
  insert(nodes: readonly Node[], previous: Node | null, next: Node | null): void {
    if (nodes.length === 0) return
    const home = this.home(next) ?? this.home(previous)
    if (nodes.length > nodesPerNewChunk / 2 || home === null) {
      const before = this.chunkBehind(previous, next)
      for (let at = 0; at < nodes.length; at += nodesPerNewChunk) {
        this.container.insertBefore(this.newChunk(nodes.slice(at, at + nodesPerNewChunk)), before)
      }
      return
    }
    const fragment = this.container.ownerDocument.createDocumentFragment()
    fragment.append(...nodes)
    home.insertBefore(fragment, next?.parentNode === home ? next : (previous?.nextSibling ?? null))
    if (home.childNodes.length > maxNodesPerChunk)
      this.split(home, home.childNodes[maxNodesPerChunk / 2] ?? null)
  }

  /** Puts a node between two neighbours in a chunk of its own, which no other node ever joins. */
  insertAlone(node: Node, previous: Node | null, next: Node | null): void {
    const before = this.chunkBehind(previous, next)
    const chunk = this.newChunk([node])
    this.alone.add(chunk)
    chunk.className = 'galley-room'
    this.container.insertBefore(chunk, before)
  }

  /** Takes nodes off the page, and their chunk when it is empty then. */
  remove(nodes: readonly Node[]): void {
    for (const node of nodes) {
      const chunk = node.parentNode
      chunk?.removeChild(node)
      if (chunk?.firstChild === null) this.container.removeChild(chunk)
    }
  }

  private home(neighbour: Node | null): Node | null {
    const chunk = neighbour?.parentNode ?? null
    return chunk === null || this.alone.has(chunk) ? null : chunk
  }

  /** The chunk before which new ones between two neighbours have to stand; null for the end. Cuts a chunk that holds both. */
  private chunkBehind(previous: Node | null, next: Node | null): Node | null {
    const chunk = next?.parentNode ?? null
    if (chunk !== null && next?.previousSibling) return this.split(chunk, next)
    if (chunk !== null) return chunk
    return previous?.parentNode?.nextSibling ?? null
  }

  /** Moves `first` and what follows it into a new chunk, and gives that. */
  private split(chunk: Node, first: Node | null): Node {
    const nodes: Node[] = []
    for (let node = first; node !== null; node = node.nextSibling) nodes.push(node)
    return this.container.insertBefore(this.newChunk(nodes), chunk.nextSibling)
  }

  private newChunk(nodes: readonly Node[]): HTMLElement {
    const chunk = this.container.ownerDocument.createElement('div')
    chunk.className = 'galley-chunk'
    chunk.append(...nodes)
    return chunk
  }
}
