import type { TemplateGenerator } from './box-words'
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
    case 'eleventy':
      return expandLiquid(body, generator, job)
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
