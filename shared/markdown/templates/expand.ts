import type { TemplateGenerator } from './box-words'
import { expandNunjucks } from './eleventy/expand-nunjucks'
import type { Expansion, ExpansionJob } from './expansion'
import { expandHexo } from './hexo/expand-hexo'
import { expandHugo } from './hugo/expand-hugo'
import { expandLiquid } from './liquid/expand-liquid'
import { ownValue } from './template-context'

/** Expands a post's template tags as its generator does before Markdown; null where there are none. */
export function expandTemplates(
  body: string,
  generator: TemplateGenerator,
  job: ExpansionJob,
): Expansion | null {
  if (isSwitchedOff(generator, job)) return null
  switch (generator) {
    case 'jekyll':
      return expandLiquid(body, generator, job)
    case 'eleventy':
      return isNunjucks(job) ? expandNunjucks(body, job) : expandLiquid(body, generator, job)
    case 'hugo':
      return expandHugo(body, job)
    case 'hexo':
      return expandHexo(body, job)
  }
}

/**
 * Whether the post or the site asks for no template tags: jekyllrb.com/docs/liquid/tags (`render_with_liquid`), hexo.io/docs/front-matter
 * (`disableNunjucks`), 11ty.dev/docs/config (`markdownTemplateEngine`) and 11ty.dev/docs/template-overrides.
 */
function isSwitchedOff(generator: TemplateGenerator, { context, page }: ExpansionJob): boolean {
  switch (generator) {
    case 'jekyll':
      return ownValue(page, 'render_with_liquid') === false
    case 'hexo':
      return ownValue(page, 'disableNunjucks') === true
    case 'eleventy':
      return (
        ownValue(context.site, 'markdownTemplateEngine') === false ||
        ownValue(page, 'templateEngineOverride') === 'md'
      )
    case 'hugo':
      return false
  }
}

/** Whether Eleventy runs Nunjucks over the post: the site says so, or the post does in the site's stead. */
function isNunjucks({ context, page }: ExpansionJob): boolean {
  const own = ownValue(page, 'templateEngineOverride')
  const engines = typeof own === 'string' ? own.split(',').map((name) => name.trim()) : null
  return engines?.includes('njk') ?? ownValue(context.site, 'markdownTemplateEngine') === 'njk'
}
