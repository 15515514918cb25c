import type { FlavourId } from '../flavours/flavour'

/** The flavours that the rules tell apart: variants of one renderer are one. */
export type Family = 'astro' | 'eleventy' | 'github' | 'hexo' | 'hugo' | 'jekyll' | 'python-markdown'

const families: readonly (readonly [string, Family, string])[] = [
  ['astro', 'astro', 'Astro'],
  ['eleventy', 'eleventy', 'Eleventy'],
  ['hexo', 'hexo', 'Hexo'],
  ['hugo', 'hugo', 'Hugo'],
  ['jekyll', 'jekyll', 'Jekyll'],
  ['python-markdown', 'python-markdown', 'Python-Markdown'],
]

/** Which renderer a flavour is a variant of, and what to call it in a sentence. */
export function familyOf(flavour: FlavourId): { readonly family: Family; readonly name: string } {
  const found = families.find(([prefix]) => flavour.startsWith(prefix))
  return found ? { family: found[1], name: found[2] } : { family: 'github', name: 'GitHub' }
}
