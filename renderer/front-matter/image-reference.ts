/** What an image field's text says, before anything is looked up. */
export type ImageReference =
  | { readonly kind: 'none' }
  /** An address on another site, which Galley never loads. */
  | { readonly kind: 'elsewhere' }
  /** `tries`: how the blog's files are asked for it, the likeliest first. */
  | { readonly kind: 'in-blog'; readonly tries: readonly string[] }

/**
 * Takes an image field's text apart. A path that is not relative by its look (`images/tea.png`) may also be meant from the site's root:
 * many themes add the slash themselves.
 */
export function imageReference(text: string): ImageReference {
  const reference = text.trim()
  if (reference === '') return { kind: 'none' }
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(reference)) return { kind: 'elsewhere' }
  const mayLackSlash = !/^\.{0,2}\//.test(reference)
  return { kind: 'in-blog', tries: mayLackSlash ? [reference, `/${reference}`] : [reference] }
}
