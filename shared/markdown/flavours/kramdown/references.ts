/** Stands between an address and the attribute list of its definition; no source holds it. */
const separator = '\0'

/** An address with the attributes that stand below its definition, as one text. */
export function writeReference(href: string, attributes: string): string {
  return attributes === '' ? href : `${href}${separator}${attributes}`
}

/** What `writeReference` has put together. */
export function readReference(text: string): { readonly href: string; readonly attributes: string } {
  const [href = '', attributes = ''] = text.split(separator)
  return { href, attributes }
}

/** The label under which an attribute list with a name is found; no link can ask for it. */
export function namedListLabel(name: string): string {
  return `${separator}list ${name}`
}
