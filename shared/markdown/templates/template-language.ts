import type { FlavourId } from '../flavours/flavour'
import { type FlavourOrSetup, setupOf } from '../flavours/setup'
import { generatorNames, type TemplateGenerator } from './box-words'

const generators: { readonly [flavour in FlavourId]?: TemplateGenerator } = {
  jekyll: 'jekyll',
  eleventy: 'eleventy',
  hugo: 'hugo',
  'hugo-unsafe': 'hugo',
  hexo: 'hexo',
}

function isGenerator(name: unknown): name is TemplateGenerator {
  return typeof name === 'string' && Object.hasOwn(generatorNames, name)
}

/**
 * The generator whose template tags a post may hold: the flavour's, or the one that the option `templates` names where a site has another renderer
 * than its generator's own. null for a flavour without any.
 */
export function templateGeneratorOf(given: FlavourOrSetup): TemplateGenerator | null {
  const { flavour, options } = setupOf(given)
  return isGenerator(options.templates) ? options.templates : (generators[flavour] ?? null)
}
