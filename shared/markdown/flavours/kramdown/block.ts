import type { AttributeList } from './attribute-lists'
import type { ContentModel } from './html/names'

/** What a column of a table is aligned to. */
export type Alignment = 'left' | 'right' | 'center' | null

/** What blocks have in common. */
export type BlockBase = { attributes: Map<string, string>; list: AttributeList | null }

/** A block that holds blocks. */
export type Container = BlockBase & {
  readonly type: 'root' | 'quote' | 'item' | 'description' | 'descriptions' | 'bullets' | 'numbers'
  readonly children: Block[]
}

/** Text whose markup is read when it is rendered. A transparent paragraph stands without its tags in an item. */
export type Paragraph = BlockBase & { readonly type: 'paragraph'; text: string; isTransparent: boolean }

/** HTML of the writer's own, block-level. `parts` are raw pieces, and elements in which Markdown is read; blocks stand in `children`. */
export type HtmlElement = BlockBase & {
  readonly type: 'html'
  readonly name: string
  readonly model: ContentModel
  readonly children: Block[]
  parts: (string | HtmlElement)[]
  text: string
}

/** A table's part: its head, a body or its foot, as rows of cells. */
export type TablePart = {
  readonly tag: 'thead' | 'tbody' | 'tfoot'
  readonly rows: readonly (readonly string[])[]
}

/** A block of a document. `definition` and `end` show nothing, but separate what stands before and behind them. */
export type Block =
  | Container
  | Paragraph
  | HtmlElement
  | (BlockBase & { readonly type: 'blank'; lineCount: number })
  /** A line that is nothing, not even a paragraph. */
  | (BlockBase & { readonly type: 'bare'; readonly text: string })
  | (BlockBase & { readonly type: 'end' | 'definition' | 'attributes' })
  | (BlockBase & { readonly type: 'heading'; readonly level: number; readonly text: string })
  | (BlockBase & { readonly type: 'term'; readonly text: string })
  | (BlockBase & { readonly type: 'rule' })
  | (BlockBase & { readonly type: 'code'; readonly text: string; readonly language: string })
  | (BlockBase & { readonly type: 'math'; readonly text: string })
  | (BlockBase & { readonly type: 'raw'; readonly html: string })
  | (BlockBase & {
      readonly type: 'table'
      readonly parts: readonly TablePart[]
      readonly columnCount: number
      readonly alignments: readonly Alignment[]
    })

/** Whether blocks are put into it one after the other. */
export type Parent = Container | HtmlElement

/** A fresh pair of what every block has. */
export function blockBase(): BlockBase {
  return { attributes: new Map(), list: null }
}

/** An empty container. */
export function container(type: Container['type']): Container {
  return { ...blockBase(), type, children: [] }
}
