import type { Container } from '../block'

const box = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"'

/** Turns `[ ] ` and `[x] ` at the front of items into boxes, and names the list and the items from there on. */
export function markTasks(list: Container): void {
  let hasTasks = false
  for (const item of list.children) {
    const first = item.type === 'item' ? item.children[0] : undefined
    if (first?.type !== 'paragraph') continue
    const task = /^\s*\[([ xX])\]\s+/.exec(first.text)
    if (task) {
      const checked = task[1] === ' ' ? '' : ' checked="checked"'
      first.text = `${box}${checked} />${first.text.slice(task[0].length)}`
      hasTasks = true
    }
    if (hasTasks) item.attributes.set('class', 'task-list-item')
  }
  if (hasTasks) list.attributes.set('class', 'task-list')
}
