import type { MarkdownIt, StateCore, Token } from 'markdown-it'

const marker = /^\[([ xX])\] +/

/** Takes the box off the text that a list item begins with. */
export function readTasks(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const inline = tokens[index + 2]
    if (token.type !== 'list_item_open' || tokens[index + 1]?.type !== 'paragraph_open') continue
    const match = inline?.type === 'inline' ? marker.exec(inline.content) : null
    if (!inline || match === null) continue
    inline.content = inline.content.slice(match[0].length)
    inline.meta = { ...inline.meta, task: match[1] === ' ' ? 'open' : 'done' }
  }
}

function placeBoxes(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type !== 'inline' || token.meta?.task === undefined) continue
    const box = new state.Token('task_box', 'input', 0)
    box.meta = { isDone: token.meta.task === 'done' }
    token.children?.unshift(box)
  }
}

/** Writes the boxes that `readTasks` has found. */
export function useTaskLists(markdownIt: MarkdownIt): void {
  markdownIt.core.ruler.after('text_join', 'task_boxes', placeBoxes)
  markdownIt.renderer.rules.task_box = (tokens, index) =>
    `<input ${tokens[index]?.meta?.isDone ? 'checked="" ' : ''}disabled="" type="checkbox"> `
}
