import type { TemplateGenerator } from './box-words'
import type { Expansion, ExpansionJob } from './expansion'
import { expandHexo } from './hexo/expand-hexo'
import { expandHugo } from './hugo/expand-hugo'
import { expandLiquid } from './liquid/expand-liquid'

/** Expands a post's template tags as its generator does before Markdown; null where there are none. */
export function expandTemplates(
  body: string,
  generator: TemplateGenerator,
  job: ExpansionJob,
): Expansion | null {
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
