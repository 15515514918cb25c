/** What the interface asks of the page that draws diagrams. */
export type DiagramRequest = { readonly id: number; readonly source: string }

/** A diagram as an image's source, and its size in pixels. */
export type Picture = { readonly svg: string; readonly width: number; readonly height: number }

/** What that page answers. */
export type DiagramMessage =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'done'; readonly id: number } & Picture)
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }

const maxSvgLength = 4_000_000
const maxSide = 50_000
const maxMessageLength = 2000

const isSide = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value <= maxSide && Number.isInteger(value)

/**
 * A message as the page that draws may send it, else null. The page runs code on what a post says, so nothing that it sends is believed: also a
 * message of the right shape is no more than a picture or words.
 */
export function readDiagramMessage(data: unknown): DiagramMessage | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null
  const { kind, id, svg, width, height, message } = data as Readonly<Record<string, unknown>>
  if (kind === 'ready') return { kind }
  if (typeof id !== 'number') return null
  if (kind === 'failed' && typeof message === 'string')
    return { kind, id, message: message.slice(0, maxMessageLength) }
  if (kind !== 'done' || typeof svg !== 'string' || svg.length > maxSvgLength) return null
  return isSide(width) && isSide(height) && svg.startsWith('<svg') ? { kind, id, svg, width, height } : null
}
