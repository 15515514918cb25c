import type { RichText } from './rich-text'

/**
 * Puts a text on the clipboard as markup and as plain text. Needs the writer's own key or click a moment ago, and no permission.
 * @throws Error when the browser does not let it.
 */
export async function copyRichText({ html, text }: RichText): Promise<void> {
  let isDone = false
  const put = (event: ClipboardEvent): void => {
    event.preventDefault()
    // the text pane would put its own selection there
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/html', html)
    event.clipboardData?.setData('text/plain', text)
    isDone = event.clipboardData !== null
  }
  window.addEventListener('copy', put, { capture: true })
  try {
    // the newer way asks for a permission, which a desktop window refuses to every page
    document.execCommand('copy')
  } finally {
    window.removeEventListener('copy', put, { capture: true })
  }
  if (isDone) return
  const blob = (type: string, content: string) => new Blob([content], { type })
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/html': blob('text/html', html), 'text/plain': blob('text/plain', text) }),
  ])
}
