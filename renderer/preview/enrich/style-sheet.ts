type Added = { readonly link: HTMLLinkElement; readonly loaded: Promise<void>; isAdded: boolean }

const links = new WeakMap<Document, Added>()
const styles = new WeakMap<Document, HTMLStyleElement>()

/** Adds a style sheet to `document` unless it is there; resolves when it is loaded, or when there is nothing more to wait for. */
export async function addStyleSheet(document: Document, address: () => Promise<string>): Promise<void> {
  const known = links.get(document)
  // another page may have been built in the same document since, and have taken it away
  if (known && (known.link.isConnected || !known.isAdded)) return known.loaded
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  const loaded = new Promise<void>((resolve) => {
    link.onload = () => resolve()
    // without it formulas are readable still
    link.onerror = () => resolve()
  })
  const added = { link, loaded, isAdded: false }
  links.set(document, added)
  link.href = await address()
  document.head.append(link)
  added.isAdded = true
  return loaded
}

/** Adds a text of styles to `document` unless it is there. */
export function addStyle(document: Document, css: string): void {
  if (styles.get(document)?.isConnected) return
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
  styles.set(document, style)
}
