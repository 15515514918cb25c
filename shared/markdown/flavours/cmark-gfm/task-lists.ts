import type { MarkdownIt, StateCore, Token } from 'markdown-it'

const marker = /^\[([ xX])\](?=\s)/

/** The index of the text that opens list item `index`; null when it does not begin with a paragraph. */
function openingInline(tokens: readonly Token[], index: number): number | null {
  return tokens[index + 1]?.type === 'paragraph_open' && tokens[index + 2]?.type === 'inline'
    ? index + 2
    : null
}

function takeMarker(inline: Token): string | null {
  const match = marker.exec(inline.content)
  const first = inline.children?.[0]
  if (!match || first?.type !== 'text') return null
  first.content = first.content.slice(match[0].length)
  return match[1] ?? null
}

function markTasks(state: StateCore): void {
  const result: Token[] = []
  for (const [index, token] of state.tokens.entries()) {
    result.push(token)
    if (token.type !== 'list_item_open') continue
    const at = openingInline(state.tokens, index)
    const inline = at === null ? undefined : state.tokens[at]
    const mark = inline && takeMarker(inline)
    if (mark === null || mark === undefined) continue
    const box = new state.Token('task_box', 'input', 0)
    box.meta = { isChecked: mark !== ' ' }
    result.push(box)
  }
  state.tokens = result
}

/** Adds `- [x] done`: the box stands before the item's text, outside of its paragraph in a loose list. */
export function useTaskLists(markdownIt: MarkdownIt): void {
  markdownIt.core.ruler.after('text_join', 'task_lists', markTasks)
  markdownIt.renderer.rules.task_box = (tokens, index) =>
    `<input type="checkbox" ${tokens[index]?.meta?.isChecked ? 'checked="" ' : ''}disabled="" />`
}
