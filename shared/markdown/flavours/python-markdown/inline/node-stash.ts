import type { Element } from '../element'
import { ETX, STX } from '../stash'

const placeholder = new RegExp(`${STX}node:(\\d+)${ETX}`, 'g')

/** Inline elements and final text taken out of a text, each with a placeholder there, so that later rules look past them. */
export class NodeStash {
  private readonly nodes: (Element | string)[] = []

  /** Puts `node` aside and gives its placeholder. */
  store(node: Element | string): string {
    this.nodes.push(node)
    return `${STX}node:${this.nodes.length - 1}${ETX}`
  }

  /** `text` with each placeholder replaced by the words of its node. */
  toText(text: string): string {
    return text.replace(placeholder, (_whole, index: string) => {
      const node = this.nodes[Number(index)]
      return typeof node === 'string' ? node : (node?.words() ?? '')
    })
  }

  /** `text` with each placeholder replaced by what `write` makes of its node. */
  replace(text: string, write: (node: Element | string) => string): string {
    return text.replace(placeholder, (_whole, index: string) => write(this.nodes[Number(index)] ?? ''))
  }

  /** `text` as words and elements in turn; final text is looked through for placeholders of its own. */
  split(text: string): (Element | string)[] {
    const parts: (Element | string)[] = []
    let position = 0
    for (const match of text.matchAll(placeholder)) {
      if (match.index > position) parts.push(text.slice(position, match.index))
      position = match.index + match[0].length
      const node = this.nodes[Number(match[1])] ?? ''
      if (typeof node === 'string') parts.push(...this.split(node))
      else parts.push(node)
    }
    if (position < text.length) parts.push(text.slice(position))
    return parts
  }
}
