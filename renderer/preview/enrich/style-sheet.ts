const added = new WeakMap<Document, Promise<void>>()

/** Adds a style sheet to `document` once; resolves when it is there, or when there is nothing more to wait for. */
export function addStyleSheet(document: Document, address: () => Promise<string>): Promise<void> {
  const known = added.get(document) ?? add(document, address)
  added.set(document, known)
  return known
}

async function add(document: Document, address: () => Promise<string>): Promise<void> {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = await address()
  await new Promise<void>((resolve) => {
    link.onload = () => resolve()
    // without it formulas are readable still
    link.onerror = () => resolve()
    document.head.append(link)
  })
}
