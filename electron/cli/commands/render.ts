import { fail } from '#shared/contract/failure'
import { isFlavourId } from '#shared/markdown/flavours/flavour'
import { type Arguments, type Command, positional } from '../command'
import { withBlog } from '../open-blog'
import { print } from '../output'
import { resolvePost } from '../post-argument'

async function run(given: Arguments): Promise<number> {
  // on demand: help and errors of the command line need none of it
  const [{ renderBody }, { locateFrontMatter }] = await Promise.all([
    import('#shared/markdown/render'),
    import('#shared/front-matter/locate'),
  ])
  const html = await withBlog(positional(given, 0), async ({ blog, calls }) => {
    const { flavour, locate } = blog.evidence
    if (!isFlavourId(flavour))
      return fail('internal', `The blog’s Markdown flavour, ${flavour}, has no renderer.`)
    const path = await resolvePost(blog.folder, positional(given, 1))
    const { text } = await calls['posts.read']({ blog: blog.id, path })
    const { bodyFrom } = locateFrontMatter(text, locate)
    return renderBody(text.slice(bodyFrom), flavour)
  })
  print(html)
  return 0
}

/** `galley render BLOG POST`: the body as the preview has it. */
export const render: Command = {
  name: 'render',
  synopsis: 'BLOG POST',
  summary: 'Print the HTML of a post’s body, as the preview shows it',
  help: `Renders the body of POST with the Markdown flavour of the blog's generator and
prints its HTML. POST is a path inside BLOG, or any path to one of its files.`,
  options: {},
  arity: [2, 2],
  run,
}
