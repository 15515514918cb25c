import type { FlavourId } from '../flavours/flavour'
import type { TemplateGenerator } from './box-words'

const generators: { readonly [flavour in FlavourId]?: TemplateGenerator } = {
  jekyll: 'jekyll',
  eleventy: 'eleventy',
  hugo: 'hugo',
  'hugo-unsafe': 'hugo',
  hexo: 'hexo',
}

/** The generator whose template tags a post of this flavour may hold; null for a flavour without any. */
export function templateGeneratorOf(flavour: FlavourId): TemplateGenerator | null {
  return generators[flavour] ?? null
}
