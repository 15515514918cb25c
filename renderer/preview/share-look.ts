/** Gives `target` the style sheets and the theme of `source`, also those that come later. Returns a function that ends it. */
export function shareLook(source: Document, target: Document): () => void {
  const copies = new Map<Node, Node>()
  const share = (): void => {
    target.documentElement.dataset.theme = source.documentElement.dataset.theme ?? 'light'
    const sheets = source.head.querySelectorAll('link[rel="stylesheet"], style')
    for (const sheet of sheets) {
      if (copies.has(sheet)) continue
      const copy = target.importNode(sheet, true)
      copies.set(sheet, copy)
      target.head.append(copy)
    }
  }
  share()
  const observer = new MutationObserver(share)
  observer.observe(source.head, { childList: true })
  observer.observe(source.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
