import { useEffect, useState } from 'react'
import type { Blog } from '#shared/contract/blog'
import type { MarkdownSetup } from '#shared/markdown/flavours/setup'
import { emptyTemplateContext, type TemplateContext } from '#shared/markdown/templates/template-context'
import { templateGeneratorOf } from '#shared/markdown/templates/template-language'
import { useApp } from '../../shell/app-context'
import { notifyFailure } from '../../state/notices'

/** What template tags in the blog's posts refer to; an empty context until it is known, and where a post is shown as another generator's. */
export function useTemplateContext(blog: Blog, { flavour }: MarkdownSetup): TemplateContext {
  const app = useApp()
  const generator = templateGeneratorOf(flavour)
  const isOwn = generator !== null && generator === blog.evidence.locate.generator
  const [context, setContext] = useState(emptyTemplateContext)
  useEffect(() => {
    if (!isOwn) return
    let gone = false
    app.client
      .call('site.readTemplateContext', { blog: blog.id })
      .then((read) => {
        if (!gone) setContext(read)
      })
      .catch((error) => notifyFailure(app.notices, error))
    return () => {
      gone = true
    }
  }, [app, blog.id, isOwn])
  return isOwn ? context : emptyTemplateContext
}
